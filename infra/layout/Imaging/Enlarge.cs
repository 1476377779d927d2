namespace LearningSociety.Layout.Imaging;

/// <summary>Makes pictures larger, between pixels evenly.</summary>
public static class Enlarge
{
    /// <summary>The picture that many times as large; itself for 1.</summary>
    public static GrayImage By(GrayImage image, double factor)
    {
        if (factor <= 1) return image;
        int width = (int)(factor * image.Width), height = (int)(factor * image.Height);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var (above, below, down) = Between(y, factor, image.Height);
            for (var x = 0; x < width; x++)
            {
                var (left, right, across) = Between(x, factor, image.Width);
                double top = image.Pixels[above * image.Width + left] * (1 - across) + image.Pixels[above * image.Width + right] * across;
                double bottom = image.Pixels[below * image.Width + left] * (1 - across) + image.Pixels[below * image.Width + right] * across;
                pixels[y * width + x] = (byte)(top * (1 - down) + bottom * down + 0.5);
            }
        }

        return new(width, height, pixels);
    }

    /// <summary>The two pixels a place lies between, and how far it is to the second.</summary>
    private static (int First, int Second, double Share) Between(int at, double factor, int count)
    {
        var place = Math.Clamp((at + 0.5) / factor - 0.5, 0, count - 1);
        var first = (int)place;
        return (first, Math.Min(first + 1, count - 1), place - first);
    }
}
