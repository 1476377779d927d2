using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Widens a table whose last border was not found, so that it ends where the lines between its rows do: beside blank cells of its last
/// column stand results.
/// </summary>
internal static class OpenSide
{
    private const double Reach = 0.08;
    private const double Margin = 0.01;
    private static readonly ResultWords AnyWords = new(null);

    /// <summary>The table with its last column as wide as the results beside it; the table itself where none stands there.</summary>
    /// <param name="table">A table.</param>
    /// <param name="words">The words of its page.</param>
    /// <param name="marks">What the page is ticked with.</param>
    public static LayoutTable Closed(LayoutTable table, ImmutableArray<PlacedWord> words, ImmutableArray<LayoutMark> marks)
    {
        var last = table.Cells.Where(cell => cell.Column + cell.ColumnSpan == table.Columns).ToList();
        if (last.Count == 0) return table;
        var right = last.Max(cell => cell.Box.Right);
        bool IsBeside(PageBox box) => box.Left > right - Margin && box.CentreX > right && box.Right < right + Reach && box.CentreY > table.Box.Top && box.CentreY < table.Box.Bottom;
        var beside = words.Where(word => IsBeside(word.Box)).ToList();
        var ticks = marks.Where(mark => mark.Selected && IsBeside(mark.Box)).Select(mark => mark.Box).ToList();
        LayoutCell? At(PageBox box) => last.Find(cell => cell.Box.Top <= box.CentreY && box.CentreY < cell.Box.Bottom);
        var boxes = beside.Select(word => word.Box).Concat(ticks).ToList();
        if (boxes.Count == 0 || !boxes.TrueForAll(box => At(box) is { Text.Length: 0 }) || !beside.TrueForAll(word => Ticks.IsSign(word) || AnyWords.Understand(word.Text) is not null)) return table;
        var edge = boxes.Max(box => box.Right) + Margin;
        return table with
        {
            Box = new(table.Box.Left, table.Box.Top, Math.Max(table.Box.Right, edge), table.Box.Bottom),
            Cells = [.. table.Cells.Select(cell => last.Contains(cell) ? Wider(cell, edge, [.. beside.Where(word => At(word.Box) == cell)]) : cell)],
        };
    }

    private static LayoutCell Wider(LayoutCell cell, double edge, IReadOnlyCollection<PlacedWord> words)
    {
        var box = new PageBox(cell.Box.Left, cell.Box.Top, Math.Max(cell.Box.Right, edge), cell.Box.Bottom);
        return words.Count == 0 ? cell with { Box = box } : PlacedCell.Of(cell.Row, cell.Column, cell.ColumnSpan, box, words) with { RowSpan = cell.RowSpan };
    }
}
