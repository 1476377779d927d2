using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>A page in bands, of which some are the rows of a table.</summary>
/// <param name="Bands">All bands, top to bottom.</param>
/// <param name="First">The first row.</param>
/// <param name="Last">The last row.</param>
/// <param name="Pairs">The labels and results beside each other that tell the rows; empty where gaps do.</param>
internal sealed record RowParting(ImmutableArray<RowBand> Bands, int First, int Last, ImmutableArray<(PageBox Label, PageBox Result)> Pairs)
{
    /// <summary>True where labels and results tell the rows.</summary>
    public bool IsAnchored => !Pairs.IsEmpty;

    /// <summary>What stands above the rows.</summary>
    public ImmutableArray<RowBand> Above => Bands[..First];

    /// <summary>The rows.</summary>
    public ImmutableArray<RowBand> Body => Bands[First..(Last + 1)];

    /// <summary>How many of the pairs stand in one row of a table, each of the two with no other of its kind in its cell.</summary>
    public int InRowsOf(LayoutTable table)
    {
        LayoutCell? At(PageBox box) => table.Cells.FirstOrDefault(cell => cell.Box.Contains(box.CentreX, box.CentreY));
        var placed = Pairs.Select(pair => (Label: At(pair.Label), Result: At(pair.Result))).ToList();
        return placed.Count(pair => pair.Label is { } label && pair.Result is { } result && label.Row < result.Row + result.RowSpan && result.Row < label.Row + label.RowSpan
            && placed.Count(other => other.Label == label) == 1 && placed.Count(other => other.Result == result) == 1);
    }
}
