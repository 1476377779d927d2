using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Ink;

/// <summary>Where a page is redder and where it is bluer than its paper, as grey pictures: 255 none, darker the more.</summary>
public sealed record ColourPlanes(GrayImage Red, GrayImage Blue)
{
    /// <summary>A colour stronger than this is ink.</summary>
    private const int Strong = 28;

    private const int Tile = 32;

    /// <summary>The planes of a picture; null when it holds no colour to speak of.</summary>
    public static ColourPlanes? Of(ColourImage image)
    {
        var pixels = image.Pixels;
        byte[] red = new byte[image.Width * image.Height], blue = new byte[red.Length];
        for (int i = 0, p = 0; i < red.Length; i++, p += 3)
        {
            int r = pixels[p], g = pixels[p + 1], b = pixels[p + 2];
            red[i] = (byte)Math.Max(0, r - Math.Max(g, b));
            blue[i] = (byte)Math.Max(0, b - Math.Max(r, Math.Min(r, g) + 10));
        }

        var coloured = BeyondPaper(red, image.Width, image.Height) + BeyondPaper(blue, image.Width, image.Height);
        return coloured < 30 ? null : new(new(image.Width, image.Height, red), new(image.Width, image.Height, blue));
    }

    /// <summary>The red ink.</summary>
    public BinaryImage RedInk => Red.Darker(255 - Strong);

    /// <summary>The blue ink.</summary>
    public BinaryImage BlueInk => Blue.Darker(255 - Strong);

    /// <summary>Both planes in the frame of the text.</summary>
    public ColourPlanes Upright(UprightFrame frame) => new(frame.Draw(Red), frame.Draw(Blue));

    /// <summary>Takes away the tint that paper has under coloured light, tile by tile, and turns the plane into ink on white.</summary>
    /// <returns>How many pixels are ink.</returns>
    private static int BeyondPaper(byte[] plane, int width, int height)
    {
        Span<int> histogram = stackalloc int[256];
        var ink = 0;
        for (var top = 0; top < height; top += Tile)
        for (var left = 0; left < width; left += Tile)
        {
            int bottom = Math.Min(top + Tile, height), right = Math.Min(left + Tile, width), all = (bottom - top) * (right - left);
            histogram.Clear();
            for (var y = top; y < bottom; y++)
                foreach (var value in plane.AsSpan(y * width + left, right - left)) histogram[value]++;

            // Ink covers less than half of any tile of a seal or a signature.
            int tint = 0, below = 0;
            while (tint < 255 && (below += histogram[tint]) < 0.4 * all) tint++;
            for (var y = top; y < bottom; y++)
                foreach (ref var value in plane.AsSpan(y * width + left, right - left))
                {
                    var strength = Math.Max(0, value - tint);
                    if (strength > Strong) ink++;
                    value = (byte)(255 - strength);
                }
        }

        return ink;
    }
}
