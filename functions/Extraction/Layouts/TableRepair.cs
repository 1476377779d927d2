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
            if (Lower(table, row) is { Count: > 0 } lower) table = WithoutRow(lower.Aggregate(table, (joined, cell) => WithAbove(joined, row, cell)), row);
        }

        return table;
    }

    // The cells that begin in a row which is none of its own.
    private static List<LayoutCell> Lower(LayoutTable table, int row)
    {
        if (RestOfColumn(table, row) is { } rest) return Above(table, row, rest) is { ColumnSpan: 1 } ? [rest] : [];
        return IsParted(table, row) ? [.. table.Cells.Where(cell => cell.Row == row)] : [];
    }

    // The one cell that begins in a row which every other column runs across; null for a row of its own.
    private static LayoutCell? RestOfColumn(LayoutTable table, int row)
    {
        if (table.Cells.Where(cell => cell.Row == row).ToArray() is not [{ ColumnSpan: 1 } only]) return null;
        var across = table.Cells.Where(cell => cell.Row < row && cell.Row + cell.RowSpan > row && (cell.Column > only.Column || cell.Column + cell.ColumnSpan <= only.Column)).Sum(cell => cell.ColumnSpan);
        return across == table.Columns - 1 ? only : null;
    }

    // Stretches of a false line part some columns; in each of them one side is blank, and at least two others run across.
    private static bool IsParted(LayoutTable table, int row)
    {
        var lower = table.Cells.Where(cell => cell.Row == row).ToList();
        var across = table.Cells.Where(cell => cell.Row < row && cell.Row + cell.RowSpan > row).ToList();
        return lower.Count > 0 && across.Count > 1 && across.Exists(cell => cell.Text.Length > 0) && across.Sum(cell => cell.ColumnSpan) + lower.Sum(cell => cell.ColumnSpan) == table.Columns
            && lower.TrueForAll(cell => Above(table, row, cell) is { } above && above.ColumnSpan == cell.ColumnSpan && (above.Text.Length == 0 || cell.Text.Length == 0));
    }

    // It may reach into the row already, where columns were joined.
    private static LayoutCell? Above(LayoutTable table, int row, LayoutCell cell) => table.Cells.FirstOrDefault(other => other.Column == cell.Column && other.Row < row && other.Row + other.RowSpan >= row);

    // The cell with the one above it.
    private static LayoutTable WithAbove(LayoutTable table, int row, LayoutCell cell)
    {
        var above = Above(table, row, cell)!;
        var parts = new[] { above, cell };
        var joined = above with
        {
            RowSpan = Math.Max(above.RowSpan, cell.Row + cell.RowSpan - above.Row),
            Text = string.Join(' ', parts.Select(part => part.Text).Where(text => text.Length > 0)),
            Confidence = parts.Where(part => part.Text.Length > 0).Select(part => part.Confidence).Aggregate(Confidence.Certain, Confidence.Min),
            Box = PageBox.Around(parts.Select(part => part.Box))!,
        };
        return table with { Cells = [.. table.Cells.Where(other => other != cell).Select(other => other == above ? joined : other)] };
    }

    // A row in which no cell begins any more.
    private static LayoutTable WithoutRow(LayoutTable table, int row) => table with
    {
        Rows = table.Rows - 1,
        Cells = [.. table.Cells.Select(cell => cell.Row > row ? cell with { Row = cell.Row - 1 } : cell.Row + cell.RowSpan > row ? cell with { RowSpan = cell.RowSpan - 1 } : cell)],
    };

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
