namespace LearningSociety.Layout.Imaging;

/// <summary>Makes pictures larger, between pixels evenly.</summary>
public static class Enlarge
{
    private const int Whole = 256;

    /// <summary>The picture that many times as large; itself for 1.</summary>
    public static GrayImage By(GrayImage image, double factor) =>
        factor <= 1 ? image : To(image, (int)(factor * image.Width), (int)(factor * image.Height));

    /// <summary>The picture at a size no smaller than its own.</summary>
    public static GrayImage To(GrayImage image, int width, int height)
    {
        var pixels = GC.AllocateUninitializedArray<byte>(width * height);
        var across = new (int First, int Second, int Share)[width];
        for (var x = 0; x < width; x++) across[x] = Between(x, width, image.Width);
        var mixed = new byte[image.Width];
        for (var y = 0; y < height; y++)
        {
            var (above, below, down) = Between(y, height, image.Height);
            var top = image.Pixels.AsSpan(above * image.Width, image.Width);
            var bottom = image.Pixels.AsSpan(below * image.Width, image.Width);
            for (var x = 0; x < mixed.Length; x++) mixed[x] = (byte)((top[x] * (Whole - down) + bottom[x] * down + Whole / 2) >> 8);
            var target = pixels.AsSpan(y * width, width);
            for (var x = 0; x < target.Length; x++)
            {
                var (left, right, share) = across[x];
                target[x] = (byte)((mixed[left] * (Whole - share) + mixed[right] * share + Whole / 2) >> 8);
            }
        }

        return new(width, height, pixels);
    }

    /// <summary>The two pixels a place lies between, and how far it is to the second, of 256.</summary>
    private static (int First, int Second, int Share) Between(int at, int larger, int count)
    {
        var place = Math.Clamp((at + 0.5) * count / larger - 0.5, 0, count - 1);
        var first = (int)place;
        return (first, Math.Min(first + 1, count - 1), (int)(Whole * (place - first)));
    }
}
