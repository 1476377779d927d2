using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>Words between two gaps that run across the page: a row of a table without lines, of as many lines of text as its fullest cell has.</summary>
/// <param name="Words">The words in reading order.</param>
/// <param name="Pieces">The same by what stands together on a line, left to right.</param>
internal sealed record RowBand(ImmutableArray<PlacedWord> Words, ImmutableArray<TextRow> Pieces)
{
    // Lines of one cell stand closer than a third of their height.
    private const double RowGap = 0.55;
    private const double LineGap = 1;
    private const double ColumnGap = 0.7;

    /// <summary>The box around the words.</summary>
    public PageBox Box { get; } = PageBox.Around(Words.Select(word => word.Box))!;

    /// <summary>The bands of these words, top to bottom.</summary>
    /// <param name="words">Words of a page.</param>
    /// <param name="aspect">Page width over page height.</param>
    public static ImmutableArray<RowBand> Of(IEnumerable<PlacedWord> words, double aspect)
    {
        var bands = new List<List<TextRow>>();
        var bottom = 0.0;
        foreach (var row in TextRow.Group(words).OrderBy(row => row.Box.Top))
        {
            var height = row.Words.Select(word => word.Box.Height).Order().ElementAt(row.Words.Length / 2);
            if (bands.Count == 0 || row.Box.Top - bottom > RowGap * height) bands.Add([]);
            bands[^1].Add(row);
            bottom = Math.Max(bottom, row.Box.Bottom);
        }

        return [.. bands.Select(rows => Of(rows, aspect))];
    }

    /// <summary>The bands of these words where each row begins with its label and rows may stand too close to be told by the gaps between them.</summary>
    /// <param name="words">Words of a page.</param>
    /// <param name="aspect">Page width over page height.</param>
    /// <param name="isLabelled">Whether a band begins with a row's label.</param>
    public static ImmutableArray<RowBand> ByLabels(IEnumerable<PlacedWord> words, double aspect, Func<RowBand, bool> isLabelled)
    {
        var rows = new List<List<TextRow>>();
        var bottom = 0.0;
        foreach (var line in TextRow.Group(words))
        {
            // What stands below the table is none of its rows.
            var height = line.Words.Select(word => word.Box.Height).Order().ElementAt(line.Words.Length / 2);
            if (rows.Count == 0 || line.Box.Top - bottom > LineGap * height || isLabelled(Of([line], aspect))) rows.Add([]);
            rows[^1].Add(line);
            bottom = Math.Max(bottom, line.Box.Bottom);
        }

        return [.. rows.Select(lines => Of(lines, aspect))];
    }

    /// <summary>One band of these lines.</summary>
    /// <param name="rows">Lines of a page.</param>
    /// <param name="aspect">Page width over page height.</param>
    public static RowBand Of(IReadOnlyList<TextRow> rows, double aspect) =>
        new([.. rows.SelectMany(row => row.Words)], [.. rows.SelectMany(row => row.Pieces(aspect, ColumnGap)).OrderBy(piece => piece.Box.Left)]);

    /// <summary>The band with more words.</summary>
    public RowBand With(IEnumerable<PlacedWord> words)
    {
        var more = words.ToList();
        return new([.. TextRow.Group(Words.Concat(more)).SelectMany(row => row.Words)], [.. Pieces.Concat(TextRow.Group(more)).OrderBy(piece => piece.Box.Left)]);
    }
}
