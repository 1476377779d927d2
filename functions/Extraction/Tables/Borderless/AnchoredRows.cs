using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>
/// Rows of a table without lines told by what stands in their first and in their result's column: labels one below the other, and beside each, on the
/// same height, its result. How close the lines of text between them stand does not matter then.
/// </summary>
internal static class AnchoredRows
{
    private const int FewestPairs = 3;
    private const int LongestLabel = 14;

    // Of the page's width.
    private const double SameColumn = 0.03;

    // Of a line's height; a pen ticks somewhere about the middle of a row.
    private const double ColumnGap = 0.7, SameHeight = 0.5, ByHand = 1, SameCell = 0.8, Speck = 0.5;

    // Of the labels those with a result beside them, of the results those with a label; criteria and the overall row may have none.
    private const double Paired = 0.7, Labelled = 0.6;

    /// <summary>The page with these rows; null where it has none.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="top">Where the table begins, page fraction; its last rows may stand below the lowest line that was found.</param>
    public static RowParting? Find(Sheet sheet, double top = 0) =>
        new[] { Find(sheet, top, isTicked: true), Find(sheet, top, isTicked: false) }.OfType<RowParting>().MaxBy(way => way.Pairs.Length);

    private static RowParting? Find(Sheet sheet, double top, bool isTicked)
    {
        ImmutableArray<PlacedWord> marks = isTicked ? [.. Ticks.Marks(sheet).Where(mark => mark.Box.CentreY > top)] : [];
        if (isTicked && marks.Length < FewestPairs) return null;
        var words = sheet.Words.Where(word => word.Key.Length > 0 && word.Box.CentreY > top && !(isTicked && Ticks.IsSign(word))).ToList();
        var pieces = TextRow.Group(words).SelectMany(line => line.Pieces(sheet.Aspect, ColumnGap)).ToList();
        if (pieces.Count == 0) return null;
        var height = pieces.Select(piece => piece.Box.Height).Order().ElementAt(pieces.Count / 2);
        var results = !isTicked ? Results(words, pieces, height) : [.. marks.Select(mark => mark.Box)];
        if (results.Count < FewestPairs) return null;
        var page = new PageWords(words, marks, pieces, height, sheet.Aspect);
        return ByPairs(page, results, isTicked) ?? ByResults(page, results);
    }

    private static RowParting? ByPairs(PageWords page, List<PageBox> results, bool isTicked)
    {
        var labels = Labels(page, results);
        bool IsBeside(PageBox one, PageBox other) => Math.Abs(one.CentreY - other.CentreY) < (isTicked ? ByHand : SameHeight) * page.Height;
        var pairs = labels.Where(label => results.Exists(result => IsBeside(label, result))).Select(label => (Label: label, Result: results.Find(result => IsBeside(label, result))!)).ToImmutableArray();
        if (pairs.Length < Math.Max(FewestPairs, Math.Max(Paired * labels.Count, isTicked ? 0 : Labelled * results.Count))) return null;

        var span = (Top: Math.Min(pairs[0].Label.Top, results.Min(result => result.Top)), Bottom: Math.Max(pairs[^1].Label.Bottom, results.Max(result => result.Bottom)));
        var anchors = labels.Where(label => label.Top >= span.Top && label.Bottom <= span.Bottom).ToList();
        foreach (var result in results) if (!anchors.Exists(anchor => IsBeside(anchor, result))) anchors.Add(result);
        anchors.Sort((one, other) => one.CentreY.CompareTo(other.CentreY));
        var edges = RowEdges.Of(anchors, page.All, page.Height);
        return Parted(page, edges) is { } parting ? parting with { Pairs = pairs } : null;
    }

    // Labels that begin the text stand above the middle of their row: where results alone tell the rows, each has one label at most, and nearly all have one.
    private static RowParting? ByResults(PageWords page, List<PageBox> results)
    {
        results = [.. results.OrderBy(result => result.CentreY)];
        if (results.Zip(results.Skip(1)).Any(pair => pair.Second.CentreY - pair.First.CentreY < SameHeight * page.Height)) return null;
        if (Parted(page, RowEdges.Of(results, page.All, page.Height)) is not { } parting) return null;
        var left = parting.Body.Min(band => band.Box.Left);
        var labels = parting.Body.Select(band => band.Pieces.Where(piece => piece.Box.Left < left + SameColumn && BeginsRow(piece)).ToList()).ToList();
        var pairs = labels.Zip(results).Where(row => row.First.Count == 1).Select(row => (Label: row.First[0].Words[0].Box, Result: row.Second)).ToImmutableArray();
        return labels.Exists(row => row.Count > 1) || pairs.Length < Math.Max(FewestPairs, Labelled * results.Count) ? null : parting with { Pairs = pairs };
    }

    // "2 máy tính" goes on with a sentence.
    private static bool BeginsRow(TextRow piece) => RowLabel.Read([piece.Text], "").Kind is var kind
        && (kind is LabelKind.Criterion or LabelKind.Indicator or LabelKind.Dotted or LabelKind.Closing or LabelKind.Overall || (kind != LabelKind.None && ".):".Contains(piece.Words[0].Text[^1], StringComparison.Ordinal)));

    // Most results stand in one column; one of two lines is one, "Không" above "đạt".
    private static List<PageBox> Results(List<PlacedWord> words, List<TextRow> pieces, double height)
    {
        var understood = pieces.Where(piece => IsBegin(piece) && piece.NamesResult()).Select(piece => piece.Box).OrderBy(box => box.CentreX).ToList();
        if (understood.Count == 0) return [];
        var column = understood[understood.Count / 2];
        return [.. Cells(Column(words, column.Left - SameColumn, column.Right + SameColumn), height, (_, piece) => !IsBegin(piece))
            .Where(cell => new TextRow([.. cell.SelectMany(piece => piece.Words)]).NamesResult())
            .Select(cell => PageBox.Around(cell.Select(piece => piece.Box))!)];
    }

    // The column of which most labels have a result beside them: criteria may stand left of it, beside all their rows. "Chỉ tiêu" may stand above its number.
    private static List<PageBox> Labels(PageWords page, List<PageBox> results)
    {
        var right = results.Min(result => result.Left);
        var found = page.Pieces.Where(piece => piece.Box.Right < right && KindOf(piece) != LabelKind.None && piece.Key.Length <= LongestLabel).Select(piece => piece.Box).OrderBy(box => box.Left).ToList();
        var beside = found.Where(box => results.Exists(result => Math.Abs(result.CentreY - box.CentreY) < SameHeight * page.Height)).ToList();
        if (beside.MaxBy(box => beside.Count(other => Math.Abs(other.CentreX - box.CentreX) < SameColumn)) is not { } column) return [];
        return [.. Cells(Column(page.Words, column.Left - SameColumn, column.Right + SameColumn).Where(piece => piece.Box.Height > Speck * page.Height), page.Height, (above, _) => above is [{ Key: "tieu chi" or "chi tieu" }])
            .Where(cell => KindOf(cell) != LabelKind.None && cell.Sum(piece => piece.Key.Length) <= LongestLabel).Select(cell => PageBox.Around(cell.Select(piece => piece.Box))!)];
    }

    // Its words by themselves: lines of the columns beside it stand half a line higher or lower.
    private static IEnumerable<TextRow> Column(List<PlacedWord> words, double left, double right) => TextRow.Group(words.Where(word => word.Box.Left > left && word.Box.Right < right));

    private static List<List<TextRow>> Cells(IEnumerable<TextRow> column, double height, Func<List<TextRow>, TextRow, bool> goesOn)
    {
        var cells = new List<List<TextRow>>();
        foreach (var piece in column.OrderBy(piece => piece.Box.Top))
        {
            if (cells.Count > 0 && piece.Box.Top - cells[^1][^1].Box.Bottom < SameCell * height && goesOn(cells[^1], piece)) cells[^1].Add(piece);
            else cells.Add([piece]);
        }

        return cells;
    }

    private static LabelKind KindOf(params IEnumerable<TextRow> cell) => RowLabel.Read([string.Join(' ', cell.Select(piece => piece.Text))], "").Kind;

    private static bool IsBegin(TextRow piece) => char.IsUpper(piece.Text[0]);

    // Null where there are no edges, or nothing stands between two of them.
    private static RowParting? Parted(PageWords page, ImmutableArray<double> edges)
    {
        if (edges.IsEmpty) return null;
        static ImmutableArray<PlacedWord> In(IEnumerable<PlacedWord> all, double from, double to) => [.. all.Where(word => word.Box.CentreY >= from && word.Box.CentreY < to)];
        var rows = edges.Zip(edges.Skip(1), (from, to) => (Words: In(page.Words, from, to), Marks: In(page.Marks, from, to))).ToList();
        if (rows.Exists(row => row.Words.IsEmpty && row.Marks.IsEmpty)) return null;
        var above = RowBand.Of(In(page.Words, 0, edges[0]), page.Aspect);
        var below = RowBand.Of(In(page.Words, edges[^1], 1), page.Aspect);
        return new([.. above, .. rows.Select(row => RowBand.Whole(row.Words, row.Marks, page.Aspect)), .. below], above.Length, above.Length + rows.Count - 1, []);
    }

    /// <param name="Words">What was read.</param>
    /// <param name="Marks">What was ticked.</param>
    /// <param name="Pieces">The words by what stands together on a line.</param>
    /// <param name="Height">Height of a line, page fraction.</param>
    /// <param name="Aspect">Page width over page height.</param>
    private sealed record PageWords(List<PlacedWord> Words, ImmutableArray<PlacedWord> Marks, List<TextRow> Pieces, double Height, double Aspect)
    {
        /// <summary>Pieces and marks.</summary>
        public IReadOnlyList<TextRow> All { get; } = [.. Pieces, .. TextRow.Group(Marks)];
    }
}
