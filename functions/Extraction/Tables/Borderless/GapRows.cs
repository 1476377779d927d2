using System.Collections.Immutable;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>Rows of a table without lines told by the room between them, or by the labels that begin them.</summary>
internal static class GapRows
{
    private const int FewestLabels = 4;

    // Marks one below the other say more than words that may be anything.
    private const int FewestTicked = 3;
    private const int MostBetween = 2;
    private const int LongestResult = 20;
    private const int LongestNumber = 4;
    private const double SameColumn = 0.03;
    private const double Most = 0.75;
    private const double Level = 0.25;
    private const double Nearly = 0.8;

    /// <summary>The page with these rows; null where it has none.</summary>
    public static RowParting? Find(Sheet sheet)
    {
        var marks = Ticks.Marks(sheet);
        var isTicked = marks.Length >= FewestTicked;
        if (!isTicked) marks = [];
        var bands = Bands(sheet, marks);
        if ((isTicked ? Body(bands, FewestTicked, band => band.HasLabel && band.HasMark, _ => true) : Body(bands, FewestLabels, IsLabelled, HaveColumn)) is not var (first, last)) return null;
        while (first > 0 && (isTicked ? bands[first - 1].HasMark : HasResult(bands[first - 1], bands[first..(last + 1)]))) first--;
        return new(bands, first, last, []);
    }

    // By gaps; of a ticked table by labels where more rows come out with one label and one mark.
    private static ImmutableArray<RowBand> Bands(Sheet sheet, ImmutableArray<PlacedWord> marks)
    {
        if (marks.IsEmpty) return RowBand.Of(sheet.Words, sheet.Aspect);
        var words = sheet.Words.Where(word => word.Key.Length > 0 && !Ticks.IsSign(word)).ToList();
        var byGaps = RowBand.With([.. RowBand.Of(words, sheet.Aspect).Select(WithLabelApart)], marks);
        var byLabels = RowBand.With(RowBand.ByLabels(words, sheet.Aspect, band => band.HasLabel), marks);
        int Rows(ImmutableArray<RowBand> bands) => bands.Count(band => band.HasLabel && band.Words.Count(word => word.Text == Ticks.Mark) == 1);
        return Rows(byLabels) > Rows(byGaps) && AreTopAligned(byLabels) ? byLabels : byGaps;
    }

    // A label beside the middle of its row begins none: lines of the other cells stand beside it by chance.
    private static bool AreTopAligned(ImmutableArray<RowBand> bands)
    {
        var labels = bands.Where(band => band.HasLabel && band.Pieces[0].Key.Length <= LongestNumber).ToList();
        return labels.Count(band => band.Pieces.Any(piece => piece.Box.Left > band.Pieces[0].Box.Right && Math.Abs(piece.Box.CentreY - band.Pieces[0].Box.CentreY) < Level * band.Pieces[0].Box.Height)) > Most * labels.Count;
    }

    // From the first labelled row to the last one, with few others between; the results of nearly all stand one below the other.
    private static (int First, int Last)? Body(ImmutableArray<RowBand> bands, int fewest, Func<RowBand, bool> isRow, Func<IEnumerable<RowBand>, bool> haveColumn)
    {
        var runs = new List<List<int>>();
        foreach (var at in Enumerable.Range(0, bands.Length).Where(at => isRow(bands[at])))
        {
            if (runs.Count == 0 || at - runs[^1][^1] > MostBetween + 1) runs.Add([]);
            runs[^1].Add(at);
        }

        var best = runs.Where(run => run.Count >= fewest && haveColumn(run.Select(at => bands[at]))).MaxBy(run => run.Count);
        return best is null ? null : (best[0], best[^1]);
    }

    private static bool HaveColumn(IEnumerable<RowBand> rows)
    {
        var centres = rows.Select(band => ResultOf(band)!.Box.CentreX).Order().ToList();
        return centres.Count(centre => Math.Abs(centre - centres[centres.Count / 2]) < SameColumn) >= Most * centres.Count;
    }

    // A label on the left, and to its right something short that may be a result.
    private static bool IsLabelled(RowBand band) => ResultOf(band) is not null && band.HasLabel;

    // A label left of all lines of the text, so near that it was taken for the beginning of the one beside it.
    private static RowBand WithLabelApart(RowBand band)
    {
        var first = band.Words.MinBy(word => word.Box.Left)!;
        if (band.Pieces[0].Words is not [var begins, _, ..] || begins != first || RowLabel.Read([first.Text], "").Kind == LabelKind.None) return band;
        var isApart = band.Words.All(word => word == first || word.Box.Left >= first.Box.Left + (Nearly * first.Box.Width));
        return isApart ? band with { Pieces = [new([first]), new(band.Pieces[0].Words[1..]), .. band.Pieces[1..]] } : band;
    }

    private static TextRow? ResultOf(RowBand band)
    {
        var beside = band.Pieces.Where(piece => piece.Box.Left >= band.Pieces[0].Box.Right).ToList();
        return beside.Find(piece => piece.IsResult()) ?? (beside.Count > 0 && beside[^1].Key.Length <= LongestResult ? beside[^1] : null);
    }

    // The row of a criterion beside a cell of its own has no label; its result, below which the others stand, tells it from a head.
    private static bool HasResult(RowBand band, ImmutableArray<RowBand> below)
    {
        var results = below.Select(ResultOf).OfType<TextRow>().Select(piece => piece.Box.CentreX).Order().ToList();
        return band.Pieces.Skip(1).Any(piece => piece.IsResult() && Math.Abs(piece.Box.CentreX - results[results.Count / 2]) < SameColumn);
    }
}
