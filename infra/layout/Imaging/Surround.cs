using System.Numerics;

namespace LearningSociety.Layout.Imaging;

/// <summary>The lightest and the darkest within a square around each pixel; what lies outside the picture does not count.</summary>
public static class Surround
{
    /// <summary>The lightest within <paramref name="reach"/> pixels each way.</summary>
    public static GrayImage Lightest(GrayImage image, int reach) => Each(image, reach, true);

    /// <summary>The darkest within <paramref name="reach"/> pixels each way.</summary>
    public static GrayImage Darkest(GrayImage image, int reach) => Each(image, reach, false);

    /// <summary>The picture without dark things narrower than twice the reach; edges of larger ones stay where they are.</summary>
    public static GrayImage WithoutDark(GrayImage image, int reach) => Darkest(Lightest(image, reach), reach);

    private static GrayImage Each(GrayImage image, int reach, bool lightest)
    {
        int window = 2 * reach + 1, width = image.Width, height = image.Height;
        var none = lightest ? (byte)0 : byte.MaxValue;
        var tall = new byte[width * (height + 2 * reach)];
        tall.AsSpan(0, width * reach).Fill(none);
        tall.AsSpan(width * (height + reach)).Fill(none);
        var row = new byte[width + 2 * reach];
        for (var y = 0; y < height; y++)
        {
            row.AsSpan(0, reach).Fill(none);
            row.AsSpan(width + reach).Fill(none);
            image.Pixels.AsSpan(y * width, width).CopyTo(row.AsSpan(reach));
            Spread(row, 1, window, lightest);
            row.AsSpan(0, width).CopyTo(tall.AsSpan((y + reach) * width));
        }

        Spread(tall, width, window, lightest);
        return new(width, height, tall.AsSpan(0, width * height).ToArray());
    }

    /// <summary>Each value becomes the extreme of the window that starts at it, in steps of so many places; the reach doubles each time.</summary>
    private static void Spread(Span<byte> values, int step, int window, bool lightest)
    {
        var covered = 1;
        for (; covered * 2 <= window; covered *= 2) Take(values, covered * step, lightest);
        if (covered < window) Take(values, (window - covered) * step, lightest);
    }

    private static void Take(Span<byte> values, int ahead, bool lightest)
    {
        int at = 0, end = values.Length - ahead;
        for (; at + Vector<byte>.Count <= end; at += Vector<byte>.Count)
        {
            Vector<byte> here = new(values[at..]), there = new(values[(at + ahead)..]);
            (lightest ? Vector.Max(here, there) : Vector.Min(here, there)).CopyTo(values[at..]);
        }

        for (; at < end; at++) values[at] = lightest ? Math.Max(values[at], values[at + ahead]) : Math.Min(values[at], values[at + ahead]);
    }
}
