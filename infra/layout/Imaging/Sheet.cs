using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>The sheet of paper alone, flat as it would come from a scanner.</summary>
/// <param name="Image">Its picture.</param>
/// <param name="Light">Its light.</param>
/// <param name="Dpi">Pixels an inch.</param>
/// <param name="ToPicture">To the picture it was taken from, pixels.</param>
public sealed record Sheet(GrayImage Image, PaperLight Light, double Dpi, Mapping ToPicture)
{
    /// <summary>Whether it was cut out of a picture that shows more.</summary>
    public bool IsCut => ToPicture is Projective;

    private const double A4 = 297.0 / 210, A4Height = 11.69;

    /// <summary>What a sheet cut out of a picture is drawn at, at least and at most, pixels an inch.</summary>
    private const double Coarsest = 200, Finest = 250;

    /// <summary>The sheet of a picture: all of it, unless the sheet's edges are seen on it.</summary>
    public static Sheet Of(GrayImage picture, double dpi)
    {
        var light = PaperLight.Of(picture, dpi);
        if (PaperOutline.Of(light) is not { } corners) return new(picture, light, dpi, Affine.Same);
        var (width, height, own) = Size(corners);
        var map = Projective.Onto(corners, width, height);
        var image = Warp.Draw(picture, map, width, height);
        return new(image, PaperLight.Of(image, own), own, map);
    }

    /// <summary>The sheet's own size; what has nearly the sides of A4 is A4 seen at a slant.</summary>
    private static (int Width, int Height, double Dpi) Size(Quad q)
    {
        double width = (Length(q.TopLeft, q.TopRight) + Length(q.BottomLeft, q.BottomRight)) / 2;
        double height = (Length(q.TopLeft, q.BottomLeft) + Length(q.TopRight, q.BottomRight)) / 2;
        var ratio = Math.Max(width, height) / Math.Min(width, height);
        if (ratio is > A4 / 1.15 and < A4 * 1.15) ratio = A4;
        var dpi = Math.Clamp(Math.Max(width, height) / A4Height, Coarsest, Finest);
        int longer = (int)(A4Height * dpi), shorter = (int)(longer / ratio);
        return height >= width ? (shorter, longer, dpi) : (longer, shorter, dpi);
    }

    private static double Length(Point a, Point b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
