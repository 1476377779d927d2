using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tests.Making;

/// <summary>A small picture drawn by a test; coordinates in pixels.</summary>
public sealed class Drawing(int width, int height)
{
    private readonly byte[] ink = new byte[width * height];

    public BinaryImage Binary => new(width, height, (byte[])ink.Clone());

    public GrayImage Grey => new(width, height, Array.ConvertAll(ink, i => i == 0 ? (byte)255 : (byte)0));

    public Drawing Bar(int left, int top, int right, int bottom)
    {
        for (var y = Math.Max(top, 0); y < Math.Min(bottom, height); y++)
        for (var x = Math.Max(left, 0); x < Math.Min(right, width); x++)
            ink[y * width + x] = 1;
        return this;
    }

    public Drawing Gap(int left, int top, int right, int bottom)
    {
        for (var y = top; y < bottom; y++)
        for (var x = left; x < right; x++)
            ink[y * width + x] = 0;
        return this;
    }

    public Drawing Line(double x0, double y0, double x1, double y1, int thickness = 3)
    {
        var steps = (int)(2 * Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0))) + 1;
        for (var i = 0; i <= steps; i++)
        {
            double x = x0 + (x1 - x0) * i / steps, y = y0 + (y1 - y0) * i / steps;
            Bar((int)(x - thickness / 2.0), (int)(y - thickness / 2.0), (int)(x - thickness / 2.0) + thickness, (int)(y - thickness / 2.0) + thickness);
        }

        return this;
    }

    public Drawing Ring(double cx, double cy, double radius, int thickness = 3, double share = 1)
    {
        for (var i = 0; i < 720 * share; i++)
        {
            double angle = 2 * Math.PI * i / 720, x = cx + radius * Math.Cos(angle), y = cy + radius * Math.Sin(angle);
            Bar((int)x - thickness / 2, (int)y - thickness / 2, (int)x - thickness / 2 + thickness, (int)y - thickness / 2 + thickness);
        }

        return this;
    }

    /// <summary>A grid with the given borders, three pixels thick.</summary>
    public Drawing Table(int[] xs, int[] ys)
    {
        foreach (var x in xs) Bar(x, ys[0], x + 3, ys[^1] + 3);
        foreach (var y in ys) Bar(xs[0], y, xs[^1] + 3, y + 3);
        return this;
    }
}
