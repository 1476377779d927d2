using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>Draws a picture anew in another frame, each pixel taken from between four of the source.</summary>
public static unsafe class Warp
{
    /// <summary>The mapping is worked out at the corners of cells of this many pixels and is taken as even between them.</summary>
    private const int Cell = 16;

    private const int One = 1 << 16;

    private static readonly Vector256<int> Places = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>A picture of the given size; white where the source has nothing.</summary>
    /// <param name="source">What is drawn.</param>
    /// <param name="toSource">From the new frame to the source, pixels.</param>
    /// <param name="width">Of the new frame.</param>
    /// <param name="height">Of the new frame.</param>
    public static GrayImage Draw(GrayImage source, Mapping toSource, int width, int height)
    {
        var pixels = new byte[width * height];
        int columns = (width + Cell - 1) / Cell, rows = (height + Cell - 1) / Cell;
        var above = Corners(toSource, columns, 0);
        fixed (byte* from = source.Pixels, to = pixels)
        {
            for (var row = 0; row < rows; row++)
            {
                var below = Corners(toSource, columns, (row + 1) * Cell);
                int top = row * Cell, bottom = Math.Min(top + Cell, height);
                for (var column = 0; column < columns; column++)
                {
                    (Point a, Point b, Point c, Point d) = (above[column], above[column + 1], below[column], below[column + 1]);
                    var inside = Inside(a, source) && Inside(b, source) && Inside(c, source) && Inside(d, source);
                    int left = column * Cell, right = Math.Min(left + Cell, width);
                    for (var y = top; y < bottom; y++)
                    {
                        var down = (y - top) / (double)Cell;
                        double x0 = a.X + (c.X - a.X) * down, y0 = a.Y + (c.Y - a.Y) * down;
                        double x1 = b.X + (d.X - b.X) * down, y1 = b.Y + (d.Y - b.Y) * down;
                        var at = (X: (long)Math.Round(x0 * One), Y: (long)Math.Round(y0 * One));
                        var step = (X: (long)Math.Round((x1 - x0) * One / Cell), Y: (long)Math.Round((y1 - y0) * One / Cell));
                        if (inside) FillInside(from, source.Width, to + y * width + left, right - left, at, step);
                        else FillAnywhere(from, source, to + y * width + left, right - left, at, step);
                    }
                }

                above = below;
            }
        }

        return new(width, height, pixels);
    }

    /// <summary>The source places of the centres of the pixels at the cells' corners.</summary>
    private static Point[] Corners(Mapping toSource, int columns, int y)
    {
        var corners = new Point[columns + 1];
        for (var i = 0; i <= columns; i++)
        {
            var p = toSource.Map(new(i * Cell + 0.5, y + 0.5));
            corners[i] = new(p.X - 0.5, p.Y - 0.5);
        }

        return corners;
    }

    private static bool Inside(Point p, GrayImage image) => p.X >= 1 && p.Y >= 1 && p.X < image.Width - 3 && p.Y < image.Height - 3;

    private static void FillInside(byte* from, int stride, byte* to, int count, (long X, long Y) at, (long X, long Y) step)
    {
        int x = (int)at.X, stepX = (int)step.X, y = (int)at.Y, stepY = (int)step.Y, i = 0;
        if (Avx2.IsSupported && count == Cell)
        {
            for (; i < count; i += 8, x += 8 * stepX, y += 8 * stepY) Eight(from, stride, to + i, Vector256.Create(x) + Places * stepX, Vector256.Create(y) + Places * stepY);
            return;
        }

        for (; i < count; i++, x += stepX, y += stepY)
        {
            var p = from + (y >> 16) * stride + (x >> 16);
            int across = (x >> 8) & 255, down = (int)(y >> 8) & 255;
            int top = (p[0] << 8) + (p[1] - p[0]) * across, bottom = (p[stride] << 8) + (p[stride + 1] - p[stride]) * across;
            to[i] = (byte)(((top << 8) + (bottom - top) * down + 32768) >> 16);
        }
    }

    /// <summary>Eight pixels at once; the four bytes read at a place hold its right neighbour too.</summary>
    private static void Eight(byte* from, int stride, byte* to, Vector256<int> x, Vector256<int> y)
    {
        var byteMask = Vector256.Create(255);
        var places = (y >> 16) * Vector256.Create(stride) + (x >> 16);
        Vector256<int> above = Avx2.GatherVector256((int*)from, places, 1), below = Avx2.GatherVector256((int*)(from + stride), places, 1);
        Vector256<int> across = x >> 8 & byteMask, down = y >> 8 & byteMask;
        Vector256<int> aboveLeft = above & byteMask, belowLeft = below & byteMask;
        var top = (aboveLeft << 8) + ((above >> 8 & byteMask) - aboveLeft) * across;
        var bottom = (belowLeft << 8) + ((below >> 8 & byteMask) - belowLeft) * across;
        var mixed = (top << 8) + (bottom - top) * down + Vector256.Create(32768) >> 16;
        var words = Vector128.Narrow(mixed.GetLower(), mixed.GetUpper());
        *(long*)to = Vector128.Narrow(words, words).AsInt64().ToScalar();
    }

    private static void FillAnywhere(byte* from, GrayImage source, byte* to, int count, (long X, long Y) at, (long X, long Y) step)
    {
        for (var i = 0; i < count; i++, at = (at.X + step.X, at.Y + step.Y))
        {
            long x = at.X >> 16, y = at.Y >> 16;
            int across = (int)(at.X >> 8) & 255, down = (int)(at.Y >> 8) & 255;
            int top = (Pixel(x, y) << 8) + (Pixel(x + 1, y) - Pixel(x, y)) * across;
            int bottom = (Pixel(x, y + 1) << 8) + (Pixel(x + 1, y + 1) - Pixel(x, y + 1)) * across;
            to[i] = (byte)(((top << 8) + (bottom - top) * down + 32768) >> 16);
        }

        int Pixel(long x, long y) => (ulong)x < (ulong)source.Width && (ulong)y < (ulong)source.Height ? from[y * source.Width + x] : byte.MaxValue;
    }
}
