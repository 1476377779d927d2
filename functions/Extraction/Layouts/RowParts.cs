using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Extraction.Layouts;

/// <summary>Parts a cell over several rows at the edges that the cells beside it have, its words as they stand.</summary>
internal static class RowParts
{
    /// <summary>The parts, top to bottom.</summary>
    /// <param name="table">The cell's table.</param>
    /// <param name="cell">A cell over several rows.</param>
    /// <param name="words">The words of its page.</param>
    /// <param name="body">The first row below the head: what reaches down from the head keeps its rows there together; 0 to part all.</param>
    public static IEnumerable<LayoutCell> Of(LayoutTable table, LayoutCell cell, ImmutableArray<LayoutWord> words, int body = 0)
    {
        var own = words.Where(word => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY)).ToList();
        var top = cell.Box.Top;
        for (var row = cell.Row; row < cell.Row + cell.RowSpan;)
        {
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
