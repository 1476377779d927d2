using System.Collections.Immutable;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Gradings;

/// <summary>
/// Parts cells over several rows of figures: a grading table has none, so a line between two rows, or below the head, was not found.
/// </summary>
internal static class TallCells
{
    private const int FewestFigures = 2;

    /// <summary>The table with such cells parted at the edges of its rows; the table itself when it has none.</summary>
    /// <param name="table">A table.</param>
    /// <param name="words">The words of its page.</param>
    public static LayoutTable Parted(LayoutTable table, ImmutableArray<LayoutWord> words)
    {
        var body = Enumerable.Range(0, table.Rows).FirstOrDefault(row => table.Cells.Count(cell => cell.Row == row && IsFigure(cell)) >= FewestFigures, -1);
        if (body < 0) return table;
        var tall = table.Cells.Where(cell => cell.RowSpan > 1 && cell.Row + cell.RowSpan > Math.Max(cell.Row, body - 1) + 1).ToList();
        return tall.Count == 0 ? table : table with { Cells = [.. table.Cells.Where(cell => !tall.Contains(cell)), .. tall.SelectMany(cell => RowParts.Of(table, cell, words, body))] };
    }

    private static bool IsFigure(LayoutCell cell) => VietnameseText.Words(cell.Text) is { Length: > 0 } key && key.All(char.IsAsciiDigit);
}
