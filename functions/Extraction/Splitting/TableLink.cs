using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Splitting;

/// <summary>Whether a table goes on from one page to another: it ends the one, begins the other, and has the same columns.</summary>
internal static class TableLink
{
    private const double SameEdge = 0.025;
    private const double SameWidth = 0.05;
    private const double MostEdges = 0.75;
    private const int ShortText = 3;
    private const int FewRows = 2;
    private const int FewestEdges = 3;

    /// <summary>True when nothing but a page number stands above the page's first table.</summary>
    public static bool Begins(Sheet sheet) => !sheet.Tables.IsEmpty && !Text(sheet).Any(row => row.Box.CentreY < sheet.Tables[0].Box.Top);

    /// <summary>True when nothing but a page number stands below the page's last table.</summary>
    public static bool Ends(Sheet sheet) => !sheet.Tables.IsEmpty && !Text(sheet).Any(row => row.Box.CentreY > sheet.Tables[^1].Box.Bottom);

    /// <summary>True when the lower page's first table has the columns of the upper page's last one.</summary>
    public static bool SameColumns(Sheet upper, Sheet lower)
    {
        if (upper.Tables.IsEmpty || lower.Tables.IsEmpty) return false;
        var (above, below) = (upper.Tables[^1], lower.Tables[0]);
        if (Math.Min(Math.Abs(Width(above) - Width(below)), Math.Abs(above.Box.Width - below.Box.Width)) > SameWidth) return false;
        var (first, second) = (Edges(above), Edges(below));
        return Shared(second, first) >= MostEdges && (Shared(first, second) >= MostEdges || IsOverallRow(below, second, first));
    }

    // Of a table whose end is a row or two, the cells that are merged there have lost their borders; the other borders are the table's own.
    private static bool IsOverallRow(LayoutTable table, ImmutableArray<double> edges, ImmutableArray<double> above) =>
        table.Rows <= FewRows && edges.Length >= FewestEdges && Shared(edges, above) >= 1;

    private static IEnumerable<TextRow> Text(Sheet sheet)
    {
        var number = PrintedNumber.Row(sheet);
        return sheet.ProseRows.Where(row => row.Key.Length > ShortText && (number is null || row.Text != number.Text));
    }

    private static double Shared(ImmutableArray<double> edges, ImmutableArray<double> others) =>
        edges.Count(edge => others.Any(other => Math.Abs(edge - other) <= SameEdge)) / (double)edges.Length;

    // Left edges of the columns as shares of the width of their rows: on a photo rows lean and are wider below than above.
    private static ImmutableArray<double> Edges(LayoutTable table)
    {
        var rows = Rows(table);
        var edges = ImmutableArray.CreateBuilder<double>();
        foreach (var edge in table.Cells.Where(cell => cell.ColumnSpan < table.Columns).GroupBy(cell => cell.Column).Select(column => Middle(column.Select(cell => (cell.Box.Left - rows[cell.Row].Left) / Math.Max(0.01, rows[cell.Row].Width)))).Order())
        {
            if (edges.Count == 0 || edge - edges[^1] > SameEdge) edges.Add(edge);
        }

        if (edges.Count == 0) edges.Add(0);
        return edges.ToImmutable();
    }

    private static double Width(LayoutTable table) => Middle(Rows(table).Values.Select(row => row.Width));

    private static Dictionary<int, PageBox> Rows(LayoutTable table) => table.Cells.Select(cell => cell.Row).Distinct()
        .ToDictionary(row => row, row => PageBox.Around(table.Cells.Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan).Select(cell => cell.Box))!);

    private static double Middle(IEnumerable<double> values) => values.Order().ToArray() is { Length: > 0 } ordered ? ordered[ordered.Length / 2] : 0;
}
