using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>
/// A criterion table of which no line is left, as its words stand: rows as gaps, labels and results tell them, columns apart by gaps that
/// run down all rows. A scanner that knows only black and white drops hairlines whole.
/// </summary>
internal static class BorderlessTable
{
    private const int FewestLabels = 4;
    private const int FewestColumns = 3;
    private const int LongestNumber = 4;
    private const int FewestNumbers = 2;
    private const double Wide = 0.5;
    private const double Margin = 0.01;
    private const double SameColumn = 0.03;
    private const double Narrowest = 0.004;

    /// <summary>
    /// The page with such a table; the page itself when it has tables with lines, or none. Where a scan lost so many lines that labels and results of
    /// one row stand in several rows of the table that was found, or those of several in one, the words tell the rows.
    /// </summary>
    public static Sheet Settled(Sheet sheet)
    {
        if (sheet.Rows.Length < FewestLabels) return sheet;
        if (sheet.Tables is [var found]) return IsScanned(sheet) && AnchoredRows.Find(sheet, found.Box.Top) is { } way && way.InRowsOf(found) < way.Pairs.Length && With(sheet, way) is { } other && way.InRowsOf(other.Tables[0]) == way.Pairs.Length ? other : sheet;
        return sheet.Tables.IsEmpty ? ByRows(GapRows.Find(sheet), AnchoredRows.Find(sheet)).Select(parting => With(sheet, parting)).FirstOrDefault(with => with is not null) ?? sheet : sheet;
    }

    private static bool IsScanned(Sheet sheet) => sheet.Words.Any(word => word.Confidence < Confidence.OfTextLayer);

    private static Sheet? With(Sheet sheet, RowParting parting)
    {
        var columns = Columns(parting, sheet.Aspect);
        if (columns.Length < FewestColumns) return null;
        var head = BorderlessHead.Above(parting.Above, parting.Body, Wide, sheet.Aspect);
        columns = head.Completed(columns);
        var body = parting.IsAnchored || parting.Body.Any(band => band.HasMark) ? parting.Body : Rebanded(parting.Body, columns, sheet.Aspect);
        return Sheet.Of(sheet.File, sheet.Layout with { Tables = [Table(columns, head, body)] });
    }

    // First the way that gives more rows with one label and one result.
    private static IEnumerable<RowParting> ByRows(params RowParting?[] ways) =>
        ways.OfType<RowParting>().OrderByDescending(way => way.Body.Count(band => band.HasLabel && (band.Words.Count(word => word.Text == Ticks.Mark) == 1 || band.Pieces.Skip(1).Count(piece => piece.IsResult()) == 1)));

    // Where no row but one that runs across has a word; a criterion may run on from where the numbers of its indicators stand.
    private static ImmutableArray<(double Left, double Right)> Columns(RowParting parting, double aspect)
    {
        var body = parting.Body;
        var width = body.Max(band => band.Box.Right) - body.Min(band => band.Box.Left);
        var rows = body.Where(band => band.Label is not (LabelKind.Overall or LabelKind.Closing) && band.Pieces.All(piece => piece.Box.Width < Wide * width));
        var pieces = rows.SelectMany(band => band.Pieces).ToList();
        if (parting.IsAnchored)
        {
            var (left, right) = (parting.Pairs.Min(pair => pair.Label.Left), parting.Pairs.Max(pair => pair.Label.Right));
            return [.. Apart(pieces.Where(piece => piece.Box.Right <= left), aspect), (left, right), .. Apart(pieces.Where(piece => piece.Box.Left >= right), aspect)];
        }

        var labels = rows.Select(band => band.Pieces[0]).Where(piece => piece.Key.Length is > 0 and <= LongestNumber).ToList();
        if (labels.Count >= FewestNumbers && labels.Max(label => label.Box.Right) is var end) pieces.RemoveAll(piece => piece.Box.Left < end && piece.Box.Right > end);
        return [.. Apart(pieces, aspect)];
    }

    private static List<(double Left, double Right)> Apart(IEnumerable<TextRow> pieces, double aspect)
    {
        var columns = new List<(double Left, double Right)>();
        foreach (var piece in pieces.OrderBy(piece => piece.Box.Left))
        {
            if (columns.Count > 0 && piece.Box.Left - columns[^1].Right < (piece.Text == Ticks.Mark ? SameColumn : Narrowest / aspect)) columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, piece.Box.Right));
            else columns.Add((piece.Box.Left, piece.Box.Right));
        }

        return columns;
    }

    // A criterion in a cell beside all its rows may stand across the gap between two of them.
    private static ImmutableArray<RowBand> Rebanded(ImmutableArray<RowBand> body, ImmutableArray<(double Left, double Right)> columns, double aspect)
    {
        var words = body.SelectMany(band => band.Words).ToList();
        var beside = words.Where(word => word.Box.CentreX <= columns[0].Right).ToList();
        var bands = RowBand.Of(words.Except(beside), aspect);
        return bands.IsEmpty ? body : RowBand.With(bands, beside);
    }

    private static LayoutTable Table(ImmutableArray<(double Left, double Right)> columns, BorderlessHead head, ImmutableArray<RowBand> body)
    {
        ImmutableArray<double> borders = [columns[0].Left - Margin, .. columns.Zip(columns.Skip(1), (one, next) => (one.Right + next.Left) / 2), columns.Max(column => column.Right) + Margin];
        ImmutableArray<double> edges = [body[0].Box.Top, .. body.Zip(body.Skip(1), (one, next) => (one.Box.Bottom + next.Box.Top) / 2), body[^1].Box.Bottom];
        var cells = ImmutableArray.CreateBuilder<LayoutCell>();
        cells.AddRange(head.Cells(borders));
        var headRows = cells.Count == 0 ? 0 : cells.Max(cell => cell.Row) + 1;
        for (var row = 0; row < body.Length; row++) cells.AddRange(Cells(body[row], headRows + row, borders, edges[row], edges[row + 1]));
        var top = head.Top ?? edges[0];
        return new(headRows + body.Length, columns.Length, new(borders[0], top, borders[^1], edges[^1]), cells.ToImmutable());
    }

    // What runs across columns is one cell; where nothing was read there is no telling whether anything stands there, so there is no cell.
    private static IEnumerable<LayoutCell> Cells(RowBand band, int row, ImmutableArray<double> borders, double top, double bottom)
    {
        for (var column = 0; column + 1 < borders.Length;)
        {
            var span = 1;
            while (column + span + 1 < borders.Length && band.Pieces.Any(piece => piece.Box.Left < borders[column + span] - Narrowest && piece.Box.Right > borders[column + span] + Narrowest)) span++;
            var box = new PageBox(borders[column], top, borders[column + span], bottom);
            var words = band.Words.Where(word => word.Box.CentreX >= box.Left && word.Box.CentreX < box.Right + (column + span + 1 == borders.Length ? 1 : 0)).ToList();
            // Nobody knows how far a mark's cell reaches: on a page without head the column is the nearest one of the page before.
            if (words.Count > 0) yield return PlacedCell.Of(row, column, span, words.All(word => word.Text == Ticks.Mark) ? PageBox.Around(words.Select(word => word.Box))! : box, words);
            column += span;
        }
    }
}
