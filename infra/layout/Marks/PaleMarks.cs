using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Marks;

/// <summary>
/// Looks again at rows in which nothing is ticked, for a mark too pale to be ink: a worn place of the page, or what shines through
/// from the back. Which of them cannot be told, so such a mark is never sure.
/// </summary>
public static class PaleMarks
{
    /// <summary>What is darker may be pale ink in a cleaned picture, where ink is darker than 128 and paper is 255.</summary>
    private const int PaleInk = 225;

    /// <summary>Within the cell's borders, inches.</summary>
    private const double Inset = 0.03;

    private const double Smallest = 0.03;

    /// <summary>How sure such a mark is.</summary>
    public const double Unsure = 0.5;

    /// <summary>The marks with pale ones put in.</summary>
    /// <param name="marks">What was found, one for each cell of the grid.</param>
    /// <param name="image">The page without ruling lines, cleaned, pale ink and all.</param>
    /// <param name="grid">The table.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static IReadOnlyList<CellMark> Added(IReadOnlyList<CellMark> marks, GrayImage image, Grid grid, double dpi)
    {
        var own = Enumerable.Range(0, marks.Count).Where(i => grid.Cells[i] is { ColumnSpan: 1, RowSpan: 1 }).ToList();
        var ticked = own.Where(i => marks[i] is { Ink: CellInk.Mark, Box: not null }).ToList();
        var columns = ticked.GroupBy(i => grid.Cells[i].Column).Where(c => c.Count() > 1).Select(c => c.Key).ToHashSet();
        if (columns.Count == 0) return marks;
        var size = ticked.Select(i => Math.Max(marks[i].Box!.Value.Width, marks[i].Box!.Value.Height)).Order().ElementAt(ticked.Count / 2);
        var first = ticked.Min(i => grid.Cells[i].Row);
        var added = marks.ToList();
        foreach (var row in own.Where(i => columns.Contains(grid.Cells[i].Column) && grid.Cells[i].Row > first).GroupBy(i => grid.Cells[i].Row))
        {
            if (row.Any(i => marks[i].Ink is CellInk.Mark or CellInk.Text)) continue;
            var pale = row.Select(i => (Cell: i, Box: MarkIn(image, grid.Cells[i].Shape.Bounds.Grow(-Inset * dpi), size, dpi))).Where(p => p.Box is not null).ToList();
            if (pale is [var only]) added[only.Cell] = new(CellInk.Mark, only.Box, Unsure);
        }

        return added;
    }

    private static Rect? MarkIn(GrayImage image, Rect cell, double usual, double dpi)
    {
        if (cell.Width <= 0 || cell.Height <= 0) return null;
        var pieces = MarkPiece.In(image, cell, PaleInk).Where(p => p.Size >= Smallest * dpi).ToList();
        if (pieces.Count is 0 or > 3) return null;
        var whole = pieces.Aggregate((a, b) => a.With(b));
        return whole.Size > 0.6 * usual && whole.Size < 1.7 * usual && whole.IsMark ? whole.Box : null;
    }
}
