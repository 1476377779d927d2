using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Layouts;

/// <summary>
/// Parts tables that stand so close that they were taken for one: where a heading runs across the whole width and the head of the
/// table stands again below it, another table begins.
/// </summary>
internal static class TableParts
{
    /// <summary>The tables; the headings between them are text again.</summary>
    public static IEnumerable<LayoutTable> Of(LayoutTable table)
    {
        var from = 0;
        foreach (var heading in Enumerable.Range(1, Math.Max(0, table.Rows - 2)).Where(row => IsHeading(table, row) && IsHeadAgain(table, row + 1)))
        {
            if (heading > from) yield return Part(table, from, heading);
            from = heading + 1;
        }

        yield return from == 0 ? table : Part(table, from, table.Rows);
    }

    private static bool IsHeading(LayoutTable table, int row) =>
        table.Cells.Count(cell => cell.Row <= row && row < cell.Row + cell.RowSpan) == 1 && table.Cells.Any(cell => cell.Row == row && cell.RowSpan == 1 && cell.ColumnSpan == table.Columns);

    private static bool IsHeadAgain(LayoutTable table, int row)
    {
        var (first, again) = (Keys(table, 0), Keys(table, row));
        return again.Length >= 2 && first.Length >= 2 && again[0] == first[0] && again[1] == first[1];
    }

    private static ImmutableArray<string> Keys(LayoutTable table, int row) =>
        [.. table.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column).Select(cell => VietnameseText.Words(cell.Text)).Where(key => key.Length > 0)];

    private static LayoutTable Part(LayoutTable table, int from, int to)
    {
        var cells = table.Cells.Where(cell => cell.Row >= from && cell.Row < to).Select(cell => cell with { Row = cell.Row - from }).ToImmutableArray();
        return new(to - from, table.Columns, PageBox.Around(cells.Select(cell => cell.Box)) ?? table.Box, cells);
    }
}
