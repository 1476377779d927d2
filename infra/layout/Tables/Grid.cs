using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>A ruled table in frame pixels.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Outline">Its outer border.</param>
/// <param name="Cells">Cells by row, then column; spanned places belong to one cell.</param>
public sealed record Grid(int Rows, int Columns, Quad Outline, IReadOnlyList<GridCell> Cells)
{
    /// <summary>The upright rectangle around it.</summary>
    public Rect Bounds { get; } = Outline.Bounds;

    /// <summary>The index of the cell at a point; null when there is none.</summary>
    public int? CellAt(Point point)
    {
        for (var i = 0; i < Cells.Count; i++)
            if (Cells[i].Shape.Bounds.Contains(point.X, point.Y) && Cells[i].Shape.Contains(point)) return i;
        return null;
    }

    /// <summary>The table and its cell, as indices, at a point; null outside of tables.</summary>
    public static (int Table, int Cell)? CellAt(IReadOnlyList<Grid> grids, Point point)
    {
        for (var t = 0; t < grids.Count; t++)
            if (grids[t].Bounds.Contains(point.X, point.Y) && grids[t].CellAt(point) is { } cell) return (t, cell);
        return null;
    }
}

/// <summary>A cell; row and column are 0-based.</summary>
public sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, Quad Shape)
{
    /// <summary>The confidence of a cell that may be drawn otherwise.</summary>
    public const double Doubtful = 0.6;

    /// <summary>How sure its borders are, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}
