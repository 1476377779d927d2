using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>A colour picture, three bytes a pixel (red, green, blue), rows without padding.</summary>
public sealed record ColourImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>A part of the picture, from and to whole pixels.</summary>
    public ColourImage Part(Rect part)
    {
        int left = Math.Max(0, (int)part.Left), top = Math.Max(0, (int)part.Top), width = Math.Max(1, Math.Min(Width, (int)part.Right) - left), height = Math.Max(1, Math.Min(Height, (int)part.Bottom) - top);
        if (width == Width && height == Height) return this;
        var pixels = new byte[3 * width * height];
        for (var y = 0; y < height; y++) Pixels.AsSpan(3 * ((top + y) * Width + left), 3 * width).CopyTo(pixels.AsSpan(3 * y * width));
        return new(width, height, pixels);
    }

    /// <summary>Puts three channels of one size together.</summary>
    public static ColourImage Of(GrayImage red, GrayImage green, GrayImage blue)
    {
        var pixels = new byte[red.Pixels.Length * 3];
        for (int i = 0, p = 0; i < red.Pixels.Length; i++, p += 3) (pixels[p], pixels[p + 1], pixels[p + 2]) = (red.Pixels[i], green.Pixels[i], blue.Pixels[i]);
        return new(red.Width, red.Height, pixels);
    }
}
