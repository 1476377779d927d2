using System.Collections.Immutable;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables;

/// <summary>Parts a cell over several rows that is labelled as an indicator: an indicator has one row, so a line between two of them was not found.</summary>
internal static class TallLabels
{
    /// <summary>The table with such cells parted; the table itself when it has none.</summary>
    /// <param name="table">A table.</param>
    /// <param name="words">The words of its page.</param>
    public static LayoutTable Parted(LayoutTable table, ImmutableArray<LayoutWord> words)
    {
        var tall = table.Cells.Where(cell => cell is { RowSpan: > 1, ColumnSpan: 1, Column: 0 } && IsIndicator(cell) && HasRowsBeside(table, cell)).ToList();
        return tall.Count == 0 ? table : table with { Cells = [.. table.Cells.Except(tall), .. tall.SelectMany(cell => RowParts.Of(table, cell, words))] };
    }

    private static bool IsIndicator(LayoutCell cell) => RowLabel.Read([Grid.TextOf(cell)], "") is { Kind: LabelKind.Dotted or LabelKind.Indicator, Number: > 0 };

    // Whole rows stand beside it: nothing else runs over two of them.
    private static bool HasRowsBeside(LayoutTable table, LayoutCell tall) =>
        table.Cells.Where(cell => cell != tall && cell.Row < tall.Row + tall.RowSpan && cell.Row + cell.RowSpan > tall.Row).All(cell => cell.RowSpan == 1)
        && Enumerable.Range(tall.Row, tall.RowSpan).All(row => table.Cells.Any(cell => cell.Row == row && cell != tall && cell.Text.Length > 0));
}
