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
        return tall.Count == 0 ? table : table with { Cells = [.. table.Cells.Where(cell => !tall.Contains(cell)), .. tall.SelectMany(cell => Parts(table, cell, body, words))] };
    }

    private static bool IsFigure(LayoutCell cell) => VietnameseText.Words(cell.Text) is { Length: > 0 } key && key.All(char.IsAsciiDigit);

    private static IEnumerable<LayoutCell> Parts(LayoutTable table, LayoutCell cell, int body, ImmutableArray<LayoutWord> words)
    {
        var own = words.Where(word => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY)).ToList();
        var top = cell.Box.Top;
        for (var row = cell.Row; row < cell.Row + cell.RowSpan;)
        {
            // What reaches down from the head keeps its rows there together.
            var rows = row < body ? Math.Min(body, cell.Row + cell.RowSpan) - row : 1;
            var bottom = row + rows >= cell.Row + cell.RowSpan ? cell.Box.Bottom : EdgeBelow(table, row + rows - 1) ?? cell.Box.Bottom;
            var part = own.Where(word => word.Box.CentreY > top && word.Box.CentreY <= bottom).OrderBy(word => Math.Round(word.Box.CentreY, 2)).ThenBy(word => word.Box.Left);
            yield return (cell with { Row = row, RowSpan = rows, Box = new(cell.Box.Left, top, cell.Box.Right, bottom) }).Holding(part);
            (row, top) = (row + rows, bottom);
        }
    }

    private static double? EdgeBelow(LayoutTable table, int row) =>
        table.Cells.Where(cell => cell.Row == row && cell.RowSpan == 1).Select(cell => (double?)cell.Box.Bottom).DefaultIfEmpty(null).Average();
}
