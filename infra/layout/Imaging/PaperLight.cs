using System.Runtime.Intrinsics;

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

    /// <summary>The share of the page that is at most as light as its unshadowed paper.</summary>
    private const double Most = 0.9;

    /// <summary>The grain of no page takes this much light away.</summary>
    private const int LeastGrain = 180;

    /// <summary>Looks at a page.</summary>
    public static PaperLight Of(GrayImage image, double dpi)
    {
        var factor = Math.Max(1, (int)Math.Round(dpi / 100));
        var small = Reduce.Mean(image, factor);
        return new(small, Surround.WithoutDark(small, Math.Max(2, (int)Math.Round(Stroke * dpi / factor))), factor, dpi / factor);
    }

    /// <summary>The light of most of the page's paper: lighter than nine tenths of it, so that shadows do not count.</summary>
    public int Level { get; } = Percentile(Paper, Most);

    /// <summary>What each place is multiplied by, in 4096ths.</summary>
    private readonly int[] gains = Gains(Small, Paper);

    /// <summary>The picture with its paper as light everywhere as <see cref="Background.Paper"/>.</summary>
    public GrayImage Even(GrayImage image)
    {
        var pixels = new byte[image.Pixels.Length];
        var row = new int[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            if (y % Factor == 0) Spread(gains.AsSpan(Math.Min(y / Factor, Paper.Height - 1) * Paper.Width, Paper.Width), row);
            Multiply(image.Pixels.AsSpan(y * image.Width, image.Width), row, pixels.AsSpan(y * image.Width, image.Width));
        }

        return image with { Pixels = pixels };
    }

    /// <summary>The small picture made even alike.</summary>
    public GrayImage SmallEven()
    {
        var pixels = new byte[Small.Pixels.Length];
        Multiply(Small.Pixels, gains, pixels);
        return Small with { Pixels = pixels };
    }

    private static void Multiply(ReadOnlySpan<byte> from, ReadOnlySpan<int> gains, Span<byte> to)
    {
        var x = 0;
        var white = Vector256.Create(255);
        for (; x + 16 <= from.Length; x += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(from.Slice(x, 16)));
            Vector256<int> first = Vector256.WidenLower(low.ToVector256Unsafe()).AsInt32(), second = Vector256.WidenLower(high.ToVector256Unsafe()).AsInt32();
            first = Vector256.Min(first * Vector256.Create(gains.Slice(x, 8)) >> 12, white);
            second = Vector256.Min(second * Vector256.Create(gains.Slice(x + 8, 8)) >> 12, white);
            var words = Vector256.Narrow(first, second);
            Vector128.Narrow(words.GetLower(), words.GetUpper()).AsByte().CopyTo(to[x..]);
        }

        for (; x < from.Length; x++) to[x] = (byte)Math.Min(255, from[x] * gains[x] >> 12);
    }

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

    /// <summary>Grain makes the lightest of a surround lighter than paper is on the whole: that is set right.</summary>
    private static int[] Gains(GrayImage small, GrayImage paper)
    {
        var floor = Math.Max(1, DarkestPaper * Percentile(paper, Most));
        var byLight = new int[256];
        for (var i = 0; i < 256; i++) byLight[i] = (int)(Background.Paper * 4096 / Math.Max(i, floor));
        Span<int> seen = stackalloc int[256];
        for (var i = 0; i < small.Pixels.Length; i += 5) seen[Math.Min(255, small.Pixels[i] * byLight[paper.Pixels[i]] >> 12)]++;
        var usual = LeastGrain;
        for (var i = LeastGrain; i < 256; i++)
            if (seen[i] > seen[usual]) usual = i;
        for (var i = 0; i < 256; i++) byLight[i] = (int)(byLight[i] * Math.Max(1, (double)Background.Paper / usual));
        return Array.ConvertAll(paper.Pixels, p => byLight[p]);
    }

    private static int Percentile(GrayImage image, double share)
    {
        Span<int> histogram = stackalloc int[256];
        for (var i = 0; i < image.Pixels.Length; i += 5) histogram[image.Pixels[i]]++;
        int below = 0, wanted = (int)(share * image.Pixels.Length / 5);
        for (var i = 0; i < 256; i++)
            if ((below += histogram[i]) > wanted) return i;
        return 255;
    }
}
