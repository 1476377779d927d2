using System.Numerics;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>Makes pictures smaller by whole factors.</summary>
public static class Reduce
{
    /// <summary>Half the size; a pixel is ink when any of its four was.</summary>
    public static BinaryImage ByTwo(BinaryImage image)
    {
        int width = Math.Max(1, image.Width / 2), height = Math.Max(1, image.Height / 2);
        var ink = new byte[width * height];
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
        {
            var at = Math.Min(2 * y, image.Height - 1) * image.Width + Math.Min(2 * x, image.Width - 1);
            var right = 2 * x + 1 < image.Width ? 1 : 0;
            var below = 2 * y + 1 < image.Height ? image.Width : 0;
            ink[y * width + x] = (byte)(image.Ink[at] | image.Ink[at + right] | image.Ink[at + below] | image.Ink[at + right + below]);
        }

        return new(width, height, ink);
    }

    /// <summary>A whole factor smaller; each pixel is the darkest of those it stands for, so that thin strokes stay.</summary>
    public static GrayImage Darkest(GrayImage image, int factor)
    {
        if (factor <= 1) return image;
        int width = Math.Max(1, image.Width / factor), height = Math.Max(1, image.Height / factor);
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        for (var y = 0; y < Math.Min(height * factor, image.Height); y++)
        {
            var row = image.Pixels.AsSpan(y * image.Width);
            var target = pixels.AsSpan(y / factor * width, width);
            for (int x = 0, tx = 0, part = 0; x < Math.Min(width * factor, image.Width); x++)
            {
                if (row[x] < target[tx]) target[tx] = row[x];
                if (++part != factor) continue;
                part = 0;
                tx++;
            }
        }

        return new(width, height, pixels);
    }

    /// <summary>A whole factor smaller; each pixel is the mean of those it stands for.</summary>
    public static GrayImage Mean(GrayImage image, int factor)
    {
        if (factor <= 1) return image;
        int width = Math.Max(1, image.Width / factor), height = Math.Max(1, image.Height / factor);
        int across = Math.Min(factor, image.Width), down = Math.Min(factor, image.Height);
        var pixels = new byte[width * height];
        var sums = new ushort[width * across];
        var share = (1 << 16) / (across * down) + 1;
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            for (var dy = 0; dy < down; dy++) Add(image.Pixels.AsSpan((y * factor + dy) * image.Width, sums.Length), sums);
            var target = pixels.AsSpan(y * width, width);
            for (int x = 0, at = 0; x < target.Length; x++)
            {
                var sum = 0;
                for (var dx = 0; dx < across; dx++) sum += sums[at++];
                target[x] = (byte)Math.Min(255, sum * share >> 16);
            }
        }

        return new(width, height, pixels);
    }

    private static void Add(ReadOnlySpan<byte> row, Span<ushort> sums)
    {
        var x = 0;
        for (; x + Vector<byte>.Count <= row.Length; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[x..]), out var low, out var high);
            (new Vector<ushort>(sums[x..]) + low).CopyTo(sums[x..]);
            (new Vector<ushort>(sums[(x + Vector<ushort>.Count)..]) + high).CopyTo(sums[(x + Vector<ushort>.Count)..]);
        }

        for (; x < row.Length; x++) sums[x] += row[x];
    }

    /// <summary>A rectangle in the smaller picture.</summary>
    public static Rect Box(Rect box, double factor) => new(box.Left / factor, box.Top / factor, box.Right / factor, box.Bottom / factor);
}
