using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Extraction.Layouts;

/// <summary>
/// Joins what only a stretch of a false line parts: columns that only a head seems to part, since a gap between the words of a wrapped
/// head is at times taken for a line, and rows that only one column seems to part, since a shadow of the page's edge or a stroke of a letter is.
/// </summary>
internal static class TableRepair
{
    private const int DeepestHead = 4;
    private const int FewestRows = 3;

    /// <summary>The table without such columns and rows; the table itself when it has none.</summary>
    public static LayoutTable Repaired(LayoutTable table)
    {
        for (var column = table.Columns - 1; column > 0; column--)
        {
            if (IsOnlyOfTheHead(table, column)) table = Joined(table, column);
        }

        for (var row = table.Rows - 1; row > 0; row--)
        {
            if (RestOfColumn(table, row) is { } rest) table = WithoutRow(table, row, rest);
        }

        return table;
    }

    // The one cell that begins in a row which every other column runs across; null for a row of its own.
    private static LayoutCell? RestOfColumn(LayoutTable table, int row)
    {
        if (table.Cells.Where(cell => cell.Row == row).ToArray() is not [{ ColumnSpan: 1 } only]) return null;
        var across = table.Cells.Where(cell => cell.Row < row && cell.Row + cell.RowSpan > row && (cell.Column > only.Column || cell.Column + cell.ColumnSpan <= only.Column)).Sum(cell => cell.ColumnSpan);
        return across == table.Columns - 1 ? only : null;
    }

    private static LayoutTable WithoutRow(LayoutTable table, int row, LayoutCell rest)
    {
        if (table.Cells.FirstOrDefault(cell => cell.Column == rest.Column && cell.ColumnSpan == 1 && cell.Row < row && cell.Row + cell.RowSpan >= row) is not { } above) return table;
        var parts = new[] { above, rest };
        var joined = above with
        {
            RowSpan = Math.Max(above.RowSpan, row + rest.RowSpan - above.Row),
            Text = string.Join(' ', parts.Select(part => part.Text).Where(text => text.Length > 0)),
            Confidence = parts.Where(part => part.Text.Length > 0).Select(part => part.Confidence).Aggregate(Confidence.Certain, Confidence.Min),
            Box = PageBox.Around(parts.Select(part => part.Box))!,
        };
        var cells = table.Cells.Where(cell => cell != rest).Select(cell => cell == above ? joined : cell)
            .Select(cell => cell.Row > row ? cell with { Row = cell.Row - 1 } : cell.Row + cell.RowSpan > row ? cell with { RowSpan = cell.RowSpan - 1 } : cell);
        return table with { Rows = table.Rows - 1, Cells = [.. cells] };
    }

    private static bool IsOnlyOfTheHead(LayoutTable table, int column)
    {
        var parted = table.Cells.Where(cell => cell.Column == column).Select(cell => cell.Row + cell.RowSpan).DefaultIfEmpty(0).Max();
        return parted <= DeepestHead && table.Rows - parted >= FewestRows
            && table.Cells.Count(cell => cell.Row >= parted && cell.Column < column && cell.Column + cell.ColumnSpan > column) >= FewestRows;
    }

    private static LayoutTable Joined(LayoutTable table, int column)
    {
        var cells = ImmutableArray.CreateBuilder<LayoutCell>();
        foreach (var cell in table.Cells)
        {
            var reaches = cell.Column < column && cell.Column + cell.ColumnSpan > column;
            if (cell.Column > column) cells.Add(cell with { Column = cell.Column - 1 });
            else if (reaches) cells.Add(cell with { ColumnSpan = cell.ColumnSpan - 1 });
            else if (cell.Column == column) cells.Add(cell with { Column = column - 1 });
            else cells.Add(cell);
        }

        return table with { Columns = table.Columns - 1, Cells = [.. cells.GroupBy(cell => (cell.Row, cell.Column)).Select(Together)] };
    }

    // Two cells that now stand in one place are one, its words in their order.
    private static LayoutCell Together(IEnumerable<LayoutCell> cells)
    {
        var parts = cells.OrderBy(cell => cell.Box.Left).ToList();
        return parts.Count == 1 ? parts[0] : parts[0] with
        {
            Text = string.Join(' ', parts.Select(part => part.Text).Where(text => text.Length > 0)),
            RowSpan = parts.Max(part => part.RowSpan),
            ColumnSpan = parts.Max(part => part.Column + part.ColumnSpan) - parts[0].Column,
            Confidence = parts.Select(part => part.Confidence).Aggregate(Confidence.Min),
            Box = PageBox.Around(parts.Select(part => part.Box))!,
        };
    }
}
