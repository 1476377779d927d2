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
}

/// <summary>A cell; row and column are 0-based.</summary>
public sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, Quad Shape)
{
    /// <summary>The confidence of a cell that may be drawn otherwise.</summary>
    public const double Doubtful = 0.6;

    /// <summary>How sure its borders are, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}
