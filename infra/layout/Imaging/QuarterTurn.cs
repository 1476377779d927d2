namespace LearningSociety.Layout.Imaging;

/// <summary>Turns whole pictures by quarters.</summary>
public static class QuarterTurn
{
    private const int Tile = 32;

    /// <summary>The picture turned clockwise by quarters, 0 to 3; itself for 0.</summary>
    public static GrayImage Of(GrayImage image, int quarters)
    {
        if (quarters == 0) return image;
        int w = image.Width, h = image.Height;
        var source = image.Pixels;
        var pixels = new byte[source.Length];
        if (quarters == 2)
        {
            source.CopyTo(pixels, 0);
            Array.Reverse(pixels);
            return new(w, h, pixels);
        }

        // In tiles, so that rows read and rows written both stay near.
        for (var top = 0; top < h; top += Tile)
        for (var left = 0; left < w; left += Tile)
        {
            int bottom = Math.Min(top + Tile, h), right = Math.Min(left + Tile, w);
            for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                pixels[quarters == 1 ? x * h + h - 1 - y : (w - 1 - x) * h + y] = source[y * w + x];
        }

        return new(h, w, pixels);
    }
}
