using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>The one picture that a page shows.</summary>
/// <param name="Stream">The picture.</param>
/// <param name="Quarters">Clockwise quarter turns that bring it upright for display.</param>
/// <param name="Shown">Which part of the turned picture the page displays, shares of its width and height.</param>
/// <param name="WidthOnPage">Width of that part, inches.</param>
/// <param name="HeightOnPage">Its height.</param>
public sealed record LonePicture(PdfStream Stream, int Quarters, Rect Shown, double WidthOnPage, double HeightOnPage)
{
    /// <summary>How much of the page's edge the picture may leave bare, points.</summary>
    private const double Margin = 2;

    /// <summary>The picture of a page that shows nothing else: one picture over all of it, and over that at most invisible text. Null when unsure.</summary>
    public static LonePicture? Of(PdfFile file, PdfPage page)
    {
        // Annotations (stamps, form fields, notes) are drawn over the page.
        if (file.Get(page.Dictionary, "Annots") is not (null or List<object?> { Count: 0 })) return null;
        if (PageContent.Of(file, page) is not { } content) return null;
        var drawing = new PageDrawing(file, page.Box.Grow(-Margin));
        return drawing.Run(content, page.Resources) && drawing.Picture is { } picture ? Placed(picture, drawing.Placement, page) : null;
    }

    private static LonePicture? Placed(PdfStream picture, Affine placement, PdfPage page)
    {
        // From the picture (shares of its width and height, y downwards) to the page as displayed (shares, y downwards).
        Affine toDisplay = page.Quarters switch { 1 => new(0, -1, 1, 1, 0, 0), 2 => new(-1, 0, 1, 0, -1, 1), 3 => new(0, 1, 0, -1, 0, 1), _ => Affine.Same };
        var map = (Affine)new Affine(1, 0, 0, 0, -1, 1).Then(placement)
            .Then(new Affine(1 / page.Box.Width, 0, -page.Box.Left / page.Box.Width, 0, -1 / page.Box.Height, page.Box.Bottom / page.Box.Height)).Then(toDisplay);
        const double Askew = 0.002;
        var along = Math.Abs(map.Xy) < Askew && Math.Abs(map.Yx) < Askew;
        var across = Math.Abs(map.Xx) < Askew && Math.Abs(map.Yy) < Askew;
        int? quarters = (along, across, map) switch
        {
            (true, _, { Xx: > 0, Yy: > 0 }) => 0,
            (true, _, { Xx: < 0, Yy: < 0 }) => 2,
            (_, true, { Xy: < 0, Yx: > 0 }) => 1,
            (_, true, { Xy: > 0, Yx: < 0 }) => 3,
            _ => null,
        };
        if (quarters is not { } turn) return null;

        Point a = map.Map(new(0, 0)), b = map.Map(new(1, 1));
        var on = new Rect(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
        double width = page.Quarters % 2 == 0 ? page.Box.Width : page.Box.Height, height = page.Quarters % 2 == 0 ? page.Box.Height : page.Box.Width;
        double marginX = Margin / width, marginY = Margin / height;
        if (on.Left > marginX || on.Top > marginY || on.Right < 1 - marginX || on.Bottom < 1 - marginY) return null;
        var shown = new Rect(
            Math.Max(0, -on.Left / on.Width), Math.Max(0, -on.Top / on.Height), Math.Min(1, (1 - on.Left) / on.Width), Math.Min(1, (1 - on.Top) / on.Height));
        return new(picture, turn, shown, width / 72, height / 72);
    }
}
