using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables;

/// <summary>A table on its page, asked by rows.</summary>
internal sealed class Grid(Sheet sheet, LayoutTable table)
{
    /// <summary>The page.</summary>
    public Sheet Sheet { get; } = sheet;

    /// <summary>The table's box.</summary>
    public PageBox Box => table.Box;

    /// <summary>Rows.</summary>
    public int Rows => table.Rows;

    /// <summary>Columns.</summary>
    public int Columns => table.Columns;

    /// <summary>The cells that begin in a row, left to right.</summary>
    public ImmutableArray<LayoutCell> Starting(int row) => [.. table.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column)];

    /// <summary>The cells of a column in the first rows, top to bottom, spanning ones included.</summary>
    public ImmutableArray<LayoutCell> HeadOf(int column, int rows) =>
        [.. table.Cells.Where(cell => cell.Row < rows && cell.Column <= column && column < cell.Column + cell.ColumnSpan).OrderBy(cell => cell.Row)];

    /// <summary>The left and right edge of a column, page fractions, from the cells that stand in it alone.</summary>
    public (double Left, double Right) EdgesOf(int column)
    {
        var alone = table.Cells.Where(cell => cell.Column == column && cell.ColumnSpan == 1).ToList();
        if (alone.Count > 0) return (alone.Average(cell => cell.Box.Left), alone.Average(cell => cell.Box.Right));
        var width = Box.Width / Math.Max(1, Columns);
        return (Box.Left + (column * width), Box.Left + ((column + 1) * width));
    }

    /// <summary>
    /// The table without its first row, where that is one cell across all columns; null elsewhere. A line of text over a table that has
    /// no outer border is at times taken for a row of it.
    /// </summary>
    public Grid? WithoutCaption()
    {
        if (Rows < 2 || Starting(0) is not [{ RowSpan: 1 } caption] || caption.ColumnSpan < Columns) return null;
        return new(Sheet, table with
        {
            Rows = Rows - 1,
            Box = new(Box.Left, caption.Box.Bottom, Box.Right, Box.Bottom),
            Cells = [.. table.Cells.Where(cell => cell != caption).Select(cell => cell with { Row = cell.Row - 1 })],
        });
    }

    /// <summary>A cell's text on one line, tidy.</summary>
    public static string TextOf(LayoutCell cell) => VietnameseText.Tidy(cell.Text);

    /// <summary>A cell's text, folded to letters and digits.</summary>
    public static string KeyOf(LayoutCell cell) => VietnameseText.Words(cell.Text);
}
