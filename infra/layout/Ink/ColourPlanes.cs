using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Ink;

/// <summary>Where a page is redder and where it is bluer than its paper, as grey pictures: 255 none, darker the more.</summary>
public sealed record ColourPlanes(GrayImage Red, GrayImage Blue)
{
    /// <summary>A colour stronger than this is ink.</summary>
    internal const int Strong = 28;

    private const int Tile = 32;

    /// <summary>Ink covers less than the rest of a tile.</summary>
    private const double PaperShare = 0.4;

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
        var tints = Tints(plane, width, height);
        var ink = 0;
        for (var tileY = 0; tileY < tints.GetLength(0); tileY++)
        for (var tileX = 0; tileX < tints.GetLength(1); tileX++)
        {
            // Ink may cover most of one tile, as the star of a seal does, and not of those around it.
            var tint = Math.Min(tints[tileY, tileX], Around(tints, tileX, tileY));
            int left = tileX * Tile, right = Math.Min(left + Tile, width);
            for (var y = tileY * Tile; y < Math.Min((tileY + 1) * Tile, height); y++)
                foreach (ref var value in plane.AsSpan(y * width + left, right - left))
                {
                    var strength = Math.Max(0, value - tint);
                    if (strength > Strong) ink++;
                    value = (byte)(255 - strength);
                }
        }

        return ink;
    }

    private static int[,] Tints(byte[] plane, int width, int height)
    {
        var tints = new int[(height + Tile - 1) / Tile, (width + Tile - 1) / Tile];
        Span<int> histogram = stackalloc int[256];
        for (var tileY = 0; tileY < tints.GetLength(0); tileY++)
        for (var tileX = 0; tileX < tints.GetLength(1); tileX++)
        {
            int left = tileX * Tile, top = tileY * Tile, right = Math.Min(left + Tile, width), bottom = Math.Min(top + Tile, height), all = (bottom - top) * (right - left);
            histogram.Clear();
            for (var y = top; y < bottom; y++)
                foreach (var value in plane.AsSpan(y * width + left, right - left)) histogram[value]++;

            int tint = 0, below = 0;
            while (tint < 255 && (below += histogram[tint]) < PaperShare * all) tint++;
            tints[tileY, tileX] = tint;
        }

        return tints;
    }

    private static int Around(int[,] tints, int tileX, int tileY)
    {
        var around = new List<int>(9);
        for (var y = Math.Max(0, tileY - 1); y <= Math.Min(tints.GetLength(0) - 1, tileY + 1); y++)
        for (var x = Math.Max(0, tileX - 1); x <= Math.Min(tints.GetLength(1) - 1, tileX + 1); x++) around.Add(tints[y, x]);
        around.Sort();
        return around[around.Count / 2];
    }
}
