using System.Collections.Immutable;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// The rows of a table without lines that is ticked. Where they stand too close to be told by the gaps between them, each begins with
/// its label; a mark belongs to the row at whose height it stands.
/// </summary>
internal static class TickedBands
{
    /// <summary>What stands for a mark among the words of a row.</summary>
    public const string Mark = "✓";

    private const double Apart = 1;

    /// <summary>The marks of a page as words; empty where it has none.</summary>
    public static ImmutableArray<PlacedWord> Marks(Sheet sheet) =>
        [.. sheet.Layout.Marks.Where(mark => mark.Selected).Select(mark => new PlacedWord(Mark, mark.Confidence, sheet.File, sheet.Number, mark.Box))];

    /// <summary>Whether a row is ticked.</summary>
    public static bool HasMark(RowBand band) => band.Words.Any(word => word.Text == Mark);

    /// <summary>The bands of a page with the marks in them: by gaps or by labels, as more rows come out with one label and one mark.</summary>
    /// <param name="words">The page's words.</param>
    /// <param name="marks">Its marks.</param>
    /// <param name="aspect">Page width over page height.</param>
    /// <param name="isLabelled">Whether a band begins with a row's label.</param>
    public static ImmutableArray<RowBand> Of(ImmutableArray<PlacedWord> words, ImmutableArray<PlacedWord> marks, double aspect, Func<RowBand, bool> isLabelled)
    {
        var byGaps = WithMarks(RowBand.Of(words, aspect), marks);
        var byLabels = WithMarks(ByLabels(words, aspect, isLabelled), marks);
        int Rows(ImmutableArray<RowBand> bands) => bands.Count(band => band.Words.Count(word => word.Text == Mark) == 1 && isLabelled(band));
        return Rows(byLabels) > Rows(byGaps) ? byLabels : byGaps;
    }

    private static ImmutableArray<RowBand> WithMarks(ImmutableArray<RowBand> bands, ImmutableArray<PlacedWord> marks) =>
        [.. marks.GroupBy(mark => bands.MinBy(band => Math.Abs(band.Box.CentreY - mark.Box.CentreY) - (band.Box.Height / 2))!).Aggregate(bands, (all, group) => all.Replace(group.Key, group.Key.With(group)))];

    // A new row where a line begins with a label, and where a gap is as high as a line: what stands below the table is none of its rows.
    private static ImmutableArray<RowBand> ByLabels(ImmutableArray<PlacedWord> words, double aspect, Func<RowBand, bool> isLabelled)
    {
        var rows = new List<List<TextRow>>();
        var bottom = 0.0;
        foreach (var line in TextRow.Group(words))
        {
            var height = line.Words.Select(word => word.Box.Height).Order().ElementAt(line.Words.Length / 2);
            if (rows.Count == 0 || line.Box.Top - bottom > Apart * height || isLabelled(RowBand.Of([line], aspect))) rows.Add([]);
            rows[^1].Add(line);
            bottom = Math.Max(bottom, line.Box.Bottom);
        }

        return [.. rows.Select(lines => RowBand.Of(lines, aspect))];
    }
}
