using System.Collections.Immutable;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Layouts;

/// <summary>Parts cells of a column of ticks over several rows: each row has its own result, so a line between two of them was not found.</summary>
internal static class TallMarks
{
    private const int FewestTicks = 3;

    /// <summary>The table with such cells parted; the table itself when it has none.</summary>
    /// <param name="table">A table.</param>
    /// <param name="words">The words of its page.</param>
    public static LayoutTable Parted(LayoutTable table, ImmutableArray<LayoutWord> words)
    {
        var ticks = table.Cells.Where(cell => IsTick(cell) && cell is { RowSpan: 1, ColumnSpan: 1 }).ToList();
        if (ticks.Count < FewestTicks) return table;
        var first = ticks.Min(cell => cell.Row);
        var tall = table.Cells.Where(cell => cell is { RowSpan: > 1, ColumnSpan: 1 } && IsTicked(table, cell.Column, first) && (cell.Text.Length == 0 || IsTick(cell))
            && Enumerable.Range(cell.Row, cell.RowSpan).All(row => table.Cells.Any(other => other.Row == row && other.RowSpan == 1 && other.Text.Length > 0))).ToList();
        return tall.Count == 0 ? table : table with { Cells = [.. table.Cells.Except(tall), .. tall.SelectMany(cell => RowParts.Of(table, cell, words))] };
    }

    // From the first row that is ticked on nothing but ticks stands in the column, and one at least.
    private static bool IsTicked(LayoutTable table, int column, int first)
    {
        var own = table.Cells.Where(cell => cell.Column == column && cell.ColumnSpan == 1 && cell.Row + cell.RowSpan > first && cell.Text.Length > 0).ToList();
        return own.Count > 0 && own.TrueForAll(IsTick);
    }

    private static bool IsTick(LayoutCell cell) => VietnameseText.Words(cell.Text) is "x" or "x x" or "selected" or "selected selected";
}
