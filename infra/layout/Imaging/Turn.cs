using LearningSociety.Layout.Native;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>Turns pictures and finds out how far they are turned.</summary>
public static class Turn
{
    /// <summary>Skew of the text in degrees, the clockwise turn that makes it level; 0 when it cannot be told.</summary>
    public static double Skew(BinaryImage image)
    {
        using var pix = image.ToPix();
        if (Leptonica.FindSkew(pix, out var angle, out var confidence, 4, 2, 12f, 1f, 0.01f) != 0) return 0;
        return confidence < 3 || !float.IsFinite(angle) ? 0 : angle;
    }

    /// <summary>The picture turned clockwise by a small angle about its centre, same size, white at the corners.</summary>
    public static GrayImage Level(GrayImage image, double degrees)
    {
        if (Math.Abs(degrees) < 0.02) return image;
        using var pix = image.ToPix();
        using var turned = Leptonica.Rotate(pix, (float)(degrees * Math.PI / 180), Leptonica.RotateAreaMap, Leptonica.BringInWhite, 0, 0);
        return turned.IsInvalid ? image : turned.ToGrey();
    }

    /// <summary>The mapping that undoes <see cref="Level"/>: from the level picture to the one before.</summary>
    public static Affine Unlevel(int width, int height, double degrees)
    {
        if (Math.Abs(degrees) < 0.02) return Affine.Scale(1, 1);
        double radians = degrees * Math.PI / 180, cos = Math.Cos(radians), sin = Math.Sin(radians), cx = width / 2.0, cy = height / 2.0;
        return new(cos, sin, cx - cos * cx - sin * cy, -sin, cos, cy + sin * cx - cos * cy);
    }

    /// <summary>The picture turned clockwise by quarters (0 to 3).</summary>
    public static GrayImage Quarters(GrayImage image, int quarters)
    {
        if (quarters == 0) return image;
        int w = image.Width, h = image.Height, width = quarters == 2 ? w : h, height = quarters == 2 ? h : w;
        var pixels = new byte[w * h];
        for (var y = 0; y < h; y++)
        for (var x = 0; x < w; x++)
        {
            var (tx, ty) = quarters switch { 1 => (h - 1 - y, x), 2 => (w - 1 - x, h - 1 - y), _ => (y, w - 1 - x) };
            pixels[ty * width + tx] = image.Pixels[y * w + x];
        }

        return new(width, height, pixels);
    }

    /// <summary>The mapping that undoes <see cref="Quarters(GrayImage,int)"/> for a picture that was <paramref name="width"/> by <paramref name="height"/> before.</summary>
    public static Affine Unquarter(int width, int height, int quarters) => quarters switch
    {
        1 => new(0, 1, 0, -1, 0, height),
        2 => new(-1, 0, width, 0, -1, height),
        3 => new(0, -1, width, 1, 0, 0),
        _ => Affine.Scale(1, 1),
    };
}
