using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tests.Making;

/// <summary>A camera that sees a page, bent a little, between four corners of its picture.</summary>
/// <param name="corners">Where the page's corners lie on the picture.</param>
/// <param name="pageWidth">The page's own size.</param>
/// <param name="pageHeight">The page's own size.</param>
/// <param name="bend">How far below a place of the flat sheet the print is that is seen there, pixels of the page.</param>
public sealed class Camera(Quad corners, int pageWidth, int pageHeight, Func<double, double, double>? bend = null)
{
    private readonly Projective toPicture = Projective.Onto(corners, pageWidth, pageHeight);

    /// <summary>Where a point of the page lies on the picture.</summary>
    public Point Place(Point page)
    {
        var y = page.Y;
        for (var i = 0; i < 20 && bend is not null; i++) y = page.Y - bend(page.X, y);
        return toPicture.Map(page with { Y = y });
    }

    /// <summary>The picture; beside the page lies the desk.</summary>
    public GrayImage Shot(GrayImage page, int width, int height, Func<int, int, double> desk, Func<int, int, double>? light = null)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
        {
            var p = FromPicture(new(x + 0.5, y + 0.5));
            if (bend is not null) p = p with { Y = p.Y + bend(p.X, p.Y) };
            var value = p.X >= 0 && p.Y >= 0 && p.X < pageWidth && p.Y < pageHeight ? Between(page, p.X - 0.5, p.Y - 0.5) : desk(x, y);
            pixels[y * width + x] = (byte)Math.Clamp(value * (light?.Invoke(x, y) ?? 1), 0, 255);
        }

        return new(width, height, pixels);
    }

    private Point FromPicture(Point p)
    {
        var m = toPicture;
        // Two equations in the page's x and y, from x' (w) = ... and y' (w) = ...
        double a = m.Xx - p.X * m.Wx, b = m.Xy - p.X * m.Wy, c = p.X - m.X0, d = m.Yx - p.Y * m.Wx, e = m.Yy - p.Y * m.Wy, f = p.Y - m.Y0;
        var area = a * e - b * d;
        return new((c * e - b * f) / area, (a * f - c * d) / area);
    }

    private static double Between(GrayImage image, double x, double y)
    {
        x = Math.Clamp(x, 0, image.Width - 1.001);
        y = Math.Clamp(y, 0, image.Height - 1.001);
        int left = (int)x, top = (int)y, at = top * image.Width + left;
        double across = x - left, down = y - top;
        return (image.Pixels[at] * (1 - across) + image.Pixels[at + 1] * across) * (1 - down)
            + (image.Pixels[at + image.Width] * (1 - across) + image.Pixels[at + image.Width + 1] * across) * down;
    }
}
