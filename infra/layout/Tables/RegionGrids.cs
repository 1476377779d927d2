using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// Makes grids from the paper that rules enclose: neighbouring cells share a border, borders in line are one. Only neighbours are
/// compared, so that slanted and curved rules do no harm; cells that span rows or columns come by themselves.
/// </summary>
public static class RegionGrids
{
    /// <summary>Cells are no smaller, inches.</summary>
    public const double NarrowestCell = 0.09;

    /// <summary>Narrower things with cells are drawings, inches.</summary>
    private const double Narrowest = 1.5;

    private const int MostCells = 2000;

    /// <summary>The grids that the regions make, in no order.</summary>
    /// <param name="regions">Pieces of paper.</param>
    /// <param name="area">Where they were looked for; what touches its edge is outside all tables.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static List<Grid> Build(IReadOnlyList<WhiteRegion> regions, Rect area, double dpi)
    {
        var cells = regions.Where(r => IsCell(r, area)).OrderBy(r => r.Box.Left).Take(MostCells).ToList();
        var borders = new Borders(cells, dpi);
        return [.. borders.Groups().Where(g => g.Count >= 2).Select(g => Grid(g, cells, borders, dpi)).OfType<Grid>()];
    }

    private static bool IsCell(WhiteRegion region, Rect area)
    {
        var box = region.Box;
        if (box.Left <= area.Left + 1 || box.Top <= area.Top + 1 || box.Right >= area.Right - 1 || box.Bottom >= area.Bottom - 1) return false;
        var surface = Surface(region.Shape);
        return surface >= 0.7 * box.Width * box.Height && region.Pixels >= 0.2 * surface;
    }

    private static double Surface(Quad q) => 0.5 * Math.Abs(
        (q.BottomRight.X - q.TopLeft.X) * (q.BottomLeft.Y - q.TopRight.Y) - (q.BottomLeft.X - q.TopRight.X) * (q.BottomRight.Y - q.TopLeft.Y));

    private static Grid? Grid(IReadOnlyList<int> group, List<WhiteRegion> cells, Borders borders, double dpi)
    {
        var rows = new Ranks(group, c => (borders.Top(c), borders.Bottom(c)), c => (cells[c].Shape.TopLeft, cells[c].Shape.TopRight), c => (cells[c].Shape.BottomLeft, cells[c].Shape.BottomRight), dpi);
        var columns = new Ranks(
            group, c => (borders.Left(c), borders.Right(c)), c => (Turned(cells[c].Shape.TopLeft), Turned(cells[c].Shape.BottomLeft)),
            c => (Turned(cells[c].Shape.TopRight), Turned(cells[c].Shape.BottomRight)), dpi);
        int rowCount = rows.Count - 1, columnCount = columns.Count - 1;
        if (rowCount < 1 || columnCount < 1 || (long)rowCount * columnCount > 4L * MostCells) return null;

        var taken = new bool[rowCount, columnCount];
        var made = new List<GridCell>();
        foreach (var c in group)
        {
            int top = rows[borders.Top(c)], bottom = rows[borders.Bottom(c)], left = columns[borders.Left(c)], right = columns[borders.Right(c)];
            if (bottom <= top || right <= left) return null;
            for (var r = top; r < bottom; r++)
            for (var k = left; k < right; k++)
            {
                if (taken[r, k]) return null;
                taken[r, k] = true;
            }

            made.Add(new(top, left, bottom - top, right - left, cells[c].Shape));
        }

        Point Corner(int row, int column)
        {
            double x = columns.Middle(column), y = rows.At(row, x);
            x = columns.At(column, y);
            return new(x, rows.At(row, x));
        }

        // Places that are no cell, because their paper is all ink or leaks out of the table, are cells that somebody has to doubt.
        var missing = 0;
        for (var r = 0; r < rowCount; r++)
        for (var k = 0; k < columnCount; k++)
        {
            if (taken[r, k]) continue;
            missing++;
            made.Add(new(r, k, 1, 1, new(Corner(r, k), Corner(r, k + 1), Corner(r + 1, k + 1), Corner(r + 1, k))) { Confidence = GridCell.Doubtful });
        }

        if (missing > 0.25 * rowCount * columnCount) return null;
        var outline = new Quad(Corner(0, 0), Corner(0, columnCount), Corner(rowCount, columnCount), Corner(rowCount, 0));
        if (outline.Bounds.Width < Narrowest * dpi) return null;
        return new(rowCount, columnCount, outline, [.. made.OrderBy(c => c.Row).ThenBy(c => c.Column)]);
    }

    private static Point Turned(Point p) => new(p.Y, p.X);
}
