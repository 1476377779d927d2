using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>How light the paper is everywhere on a page, seen at about 100 dpi: what shadows and grey fills are evened out by.</summary>
/// <param name="Small">The page, smaller by <paramref name="Factor"/>.</param>
/// <param name="Paper">As small; the page without print: what is narrower than a third of an inch or so of darkness is paper.</param>
/// <param name="Factor">How many times smaller.</param>
/// <param name="Dpi">Pixels an inch of the small pictures.</param>
public sealed record PaperLight(GrayImage Small, GrayImage Paper, int Factor, double Dpi)
{
    /// <summary>Half the width of the broadest stroke that is still print, inches.</summary>
    private const double Stroke = 0.07;

    /// <summary>Darker than this share of the page's paper, a large area is no paper in shadow and is not made lighter.</summary>
    private const double DarkestPaper = 0.35;

    /// <summary>Looks at a page.</summary>
    public static PaperLight Of(GrayImage image, double dpi)
    {
        var factor = Math.Max(1, (int)Math.Round(dpi / 100));
        var small = Reduce.Mean(image, factor);
        return new(small, Surround.WithoutDark(small, Math.Max(2, (int)Math.Round(Stroke * dpi / factor))), factor, dpi / factor);
    }

    /// <summary>The light of most of the page's paper: lighter than nine tenths of it, so that shadows do not count.</summary>
    public int Level { get; } = Percentile(Paper, 0.9);

    /// <summary>The picture with its paper as light everywhere as <see cref="Background.Paper"/>.</summary>
    public GrayImage Even(GrayImage image)
    {
        var gains = Gains();
        var pixels = new byte[image.Pixels.Length];
        var row = new int[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            if (y % Factor == 0 || y == 0) Spread(gains.AsSpan(Math.Min(y / Factor, Paper.Height - 1) * Paper.Width, Paper.Width), row);
            var from = image.Pixels.AsSpan(y * image.Width, image.Width);
            var to = pixels.AsSpan(y * image.Width, image.Width);
            for (var x = 0; x < to.Length; x++) to[x] = (byte)Math.Min(255, from[x] * row[x] >> 12);
        }

        return image with { Pixels = pixels };
    }

    /// <summary>The small picture made even alike.</summary>
    public GrayImage SmallEven() => this with { Factor = 1 } is var one ? one.Even(Small) : Small;

    private void Spread(ReadOnlySpan<int> gains, int[] row)
    {
        for (int x = 0, at = 0, part = 0; x < row.Length; x++)
        {
            row[x] = gains[at];
            if (++part < Factor) continue;
            part = 0;
            at = Math.Min(at + 1, gains.Length - 1);
        }
    }

    /// <summary>What each place is multiplied by, in 4096ths. Grain makes the lightest of a surround lighter than paper is on the whole: that is set right.</summary>
    private int[] Gains()
    {
        var floor = Math.Max(1, DarkestPaper * Level);
        var byLight = new int[256];
        for (var i = 0; i < 256; i++) byLight[i] = (int)(Background.Paper * 4096 / Math.Max(i, floor));
        Span<long> seen = stackalloc long[256];
        for (var i = 0; i < Small.Pixels.Length; i += 3) seen[Math.Min(255, Small.Pixels[i] * byLight[Paper.Pixels[i]] >> 12)]++;
        var most = 160;
        for (var i = 160; i < 256; i++)
            if (seen[i] > seen[most]) most = i;
        var right = Math.Clamp((double)Background.Paper / most, 1, 1.3);
        for (var i = 0; i < 256; i++) byLight[i] = (int)(byLight[i] * right);
        var gains = new int[Paper.Pixels.Length];
        for (var i = 0; i < gains.Length; i++) gains[i] = byLight[Paper.Pixels[i]];
        return gains;
    }

    private static int Percentile(GrayImage image, double share)
    {
        Span<long> histogram = stackalloc long[256];
        foreach (var value in image.Pixels) histogram[value]++;
        long below = 0, wanted = (long)(share * image.Pixels.Length);
        for (var i = 0; i < 256; i++)
            if ((below += histogram[i]) > wanted) return i;
        return 255;
    }
}
