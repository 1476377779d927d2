using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>Words between two gaps that run across the page: a row of a table without lines, of as many lines of text as its fullest cell has.</summary>
/// <param name="Words">The words in reading order.</param>
/// <param name="Pieces">The same by what stands together on a line, left to right.</param>
internal sealed record RowBand(ImmutableArray<PlacedWord> Words, ImmutableArray<TextRow> Pieces)
{
    // Lines of one cell stand closer than a third of their height.
    private const double RowGap = 0.55;

    // What stands below a table is none of its rows.
    private const double LineGap = 1;
    private const double ColumnGap = 0.7;

    /// <summary>The box around the words.</summary>
    public PageBox Box { get; } = PageBox.Around(Words.Select(word => word.Box))!;

    /// <summary>What its leftmost words label it as.</summary>
    public LabelKind Label => RowLabel.Read([string.Join(' ', Words.Where(word => word.Box.CentreX < Pieces[0].Box.Right).Select(word => word.Text))], "").Kind;

    /// <summary>True when it begins with a label.</summary>
    public bool HasLabel => Label != LabelKind.None;

    /// <summary>True when it is ticked.</summary>
    public bool HasMark => Words.Any(word => word.Text == Ticks.Mark);

    /// <summary>The bands of these words, top to bottom.</summary>
    /// <param name="words">Words of a page.</param>
    /// <param name="aspect">Page width over page height.</param>
    public static ImmutableArray<RowBand> Of(IEnumerable<PlacedWord> words, double aspect) => Of(TextRow.Group(words).OrderBy(line => line.Box.Top), aspect, RowGap, _ => false);

    /// <summary>The bands of these words where each row begins with its label and rows may stand too close to be told by the gaps between them.</summary>
    /// <param name="words">Words of a page.</param>
    /// <param name="aspect">Page width over page height.</param>
    /// <param name="isLabelled">Whether a band begins with a row's label.</param>
    public static ImmutableArray<RowBand> ByLabels(IEnumerable<PlacedWord> words, double aspect, Func<RowBand, bool> isLabelled) =>
        Of(TextRow.Group(words), aspect, LineGap, line => isLabelled(Of([line], aspect)));

    /// <summary>All these words as one band; marks are pieces of their own.</summary>
    public static RowBand Whole(IReadOnlyList<PlacedWord> words, IReadOnlyList<PlacedWord> marks, double aspect) =>
        words.Count == 0 ? Of(TextRow.Group(marks), aspect) : Of(TextRow.Group(words), aspect).With(marks);

    /// <summary>The bands with more words, each in the band at whose height it stands.</summary>
    public static ImmutableArray<RowBand> With(ImmutableArray<RowBand> bands, IEnumerable<PlacedWord> words) =>
        [.. words.GroupBy(word => bands.MinBy(band => Math.Abs(band.Box.CentreY - word.Box.CentreY) - (band.Box.Height / 2))!).Aggregate(bands, (all, group) => all.Replace(group.Key, group.Key.With(group)))];

    // A new band where a gap is so many line heights, and where a line begins one by itself.
    private static ImmutableArray<RowBand> Of(IEnumerable<TextRow> lines, double aspect, double gap, Func<TextRow, bool> begins)
    {
        var bands = new List<List<TextRow>>();
        var bottom = 0.0;
        foreach (var line in lines)
        {
            var height = line.Words.Select(word => word.Box.Height).Order().ElementAt(line.Words.Length / 2);
            if (bands.Count == 0 || line.Box.Top - bottom > gap * height || begins(line)) bands.Add([]);
            bands[^1].Add(line);
            bottom = Math.Max(bottom, line.Box.Bottom);
        }

        return [.. bands.Select(band => Of(band, aspect))];
    }

    private static RowBand Of(IReadOnlyList<TextRow> lines, double aspect) =>
        new([.. lines.SelectMany(line => line.Words)], [.. lines.SelectMany(line => line.Pieces(aspect, ColumnGap)).OrderBy(piece => piece.Box.Left)]);

    /// <summary>The band with more words.</summary>
    public RowBand With(IEnumerable<PlacedWord> words)
    {
        var more = words.ToList();
        return new([.. TextRow.Group(Words.Concat(more)).SelectMany(row => row.Words)], [.. Pieces.Concat(TextRow.Group(more)).OrderBy(piece => piece.Box.Left)]);
    }
}
