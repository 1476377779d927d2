using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Marks;

/// <summary>Something to choose by outside of a ruled table: a drawn square with or without a mark in it, or a mark that stands alone.</summary>
/// <param name="Selected">Whether it is chosen.</param>
/// <param name="Confidence">How likely the state is right, 0 to 1.</param>
/// <param name="Box">The square, or the mark where there is none, frame pixels.</param>
/// <param name="Ink">The square with its mark, which may reach beyond.</param>
public sealed record SelectionMark(bool Selected, double Confidence, Rect Box, Rect Ink)
{
    /// <summary>The same in a frame whose origin lies so much farther left and up.</summary>
    public SelectionMark Move(double x, double y) => this with { Box = Box.Move(x, y), Ink = Ink.Move(x, y) };
}
