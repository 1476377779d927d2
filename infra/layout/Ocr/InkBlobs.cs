using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ocr;

/// <summary>A connected piece of ink.</summary>
public sealed record InkBlob(Rect Box, int Pixels);

/// <summary>Finds connected pieces of ink in a part of a picture.</summary>
public static class InkBlobs
{
    /// <summary>Pieces of ink darker than the level inside the rectangle (clipped to the picture); eight neighbours connect.</summary>
    public static List<InkBlob> In(GrayImage image, Rect area, int inkLevel)
    {
        int left = Math.Max(0, (int)area.Left), top = Math.Max(0, (int)area.Top);
        int width = Math.Min(image.Width, (int)area.Right) - left, height = Math.Min(image.Height, (int)area.Bottom) - top;
        var blobs = new List<InkBlob>();
        if (width <= 0 || height <= 0) return blobs;
        var open = new bool[width * height];
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
            open[y * width + x] = image.Pixels[(top + y) * image.Width + left + x] < inkLevel;

        var stack = new Stack<int>();
        for (var start = 0; start < open.Length; start++)
        {
            if (!open[start]) continue;
            int minX = width, minY = height, maxX = 0, maxY = 0, pixels = 0;
            open[start] = false;
            stack.Push(start);
            while (stack.TryPop(out var at))
            {
                int x = at % width, y = at / width;
                pixels++;
                (minX, maxX, minY, maxY) = (Math.Min(minX, x), Math.Max(maxX, x), Math.Min(minY, y), Math.Max(maxY, y));
                for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                {
                    var next = ny * width + nx;
                    if (!open[next]) continue;
                    open[next] = false;
                    stack.Push(next);
                }
            }

            blobs.Add(new(new(left + minX, top + minY, left + maxX + 1, top + maxY + 1), pixels));
        }

        return blobs;
    }
}
