namespace LearningSociety.Layout.Pages;

/// <summary>
/// What was read on one page, as the child process hands it to its parent. Polygons are eight numbers in <see cref="Unit"/>,
/// origin top left of the page as displayed, clockwise from the corner that is top left when the text is upright.
/// </summary>
/// <param name="Number">1-based page of the file.</param>
/// <param name="Width">Width of the page as displayed.</param>
/// <param name="Height">Height of the page as displayed.</param>
/// <param name="Unit">"inch" for PDF, "pixel" for images.</param>
/// <param name="Angle">Clockwise turn of the text on the page, degrees, -180 to 180.</param>
/// <param name="Words">Words in reading order; the words of a line and of a cell are neighbours.</param>
/// <param name="Lines">Lines as ranges of words.</param>
/// <param name="Tables">Tables from top to bottom.</param>
/// <param name="Ink">Seals and handwriting; empty when nobody looked.</param>
/// <param name="Unreadable">A short English code when the page could not be read; else null.</param>
/// <param name="TextLayerDiffers">In what the page shows something else than its text layer says, so that it was recognised; null when it does not.</param>
public sealed record PageReading(
    int Number, double Width, double Height, string Unit, double Angle, IReadOnlyList<WordReading> Words, IReadOnlyList<LineReading> Lines,
    IReadOnlyList<TableReading> Tables, IReadOnlyList<InkReading> Ink, string? Unreadable = null, string? TextLayerDiffers = null)
{
    /// <summary>A page that could not be read.</summary>
    public static PageReading Unread(int number, double width, double height, string unit, string reason) =>
        new(number, width, height, unit, 0, [], [], [], [], reason);
}

/// <summary>A word; confidence 0 to 1.</summary>
public sealed record WordReading(string Text, double Confidence, double[] Polygon)
{
    /// <summary>For a check box among the words its state; null for a word.</summary>
    public bool? Selected { get; init; }
}

/// <summary>A line: <paramref name="Count"/> words from <paramref name="First"/>.</summary>
public sealed record LineReading(int First, int Count, double[] Polygon);

/// <summary>A table.</summary>
public sealed record TableReading(int Rows, int Columns, double[] Polygon, IReadOnlyList<CellReading> Cells);

/// <summary>A cell, 0-based; its words are <paramref name="Count"/> from <paramref name="First"/>.</summary>
public sealed record CellReading(int Row, int Column, int RowSpan, int ColumnSpan, int First, int Count, double[] Polygon);

/// <summary>A seal or handwriting.</summary>
public sealed record InkReading(InkKind Kind, double Confidence, double[] Polygon);
