using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>A circle in pixels; <paramref name="Coverage"/> is the share of its line on which there is ink, 0 to 1.</summary>
public sealed record Circle(double X, double Y, double Radius, double Coverage)
{
    /// <summary>The square around it.</summary>
    public Rect Box => new(X - Radius, Y - Radius, X + Radius, Y + Radius);
}

/// <summary>Finds rings of a seal's size: every ink pixel votes for the centres it could belong to, the best are measured closely.</summary>
public static class CircleFinder
{
    private const int Angles = 120;
    private const int Candidates = 12;
    private const int MostPoints = 40_000;

    /// <summary>Circles without overlap, best first.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="dpi">Its resolution, about 100.</param>
    /// <param name="smallest">Smallest radius, inches.</param>
    /// <param name="largest">Largest radius, inches.</param>
    /// <param name="coverage">How much of the line must be there.</param>
    public static IReadOnlyList<Circle> Find(BinaryImage image, double dpi, double smallest, double largest, double coverage)
    {
        var half = Reduce.ByTwo(image);
        var points = Points(half);
        if (points.Count is < 60 or > MostPoints) return [];
        var found = new List<Circle>();
        foreach (var candidate in Votes(half, points, dpi / 2, smallest, largest))
        {
            var measured = Measure(image, candidate);
            if (measured.Coverage >= coverage) found.Add(measured);
        }

        var apart = new List<Circle>();
        foreach (var circle in found.OrderByDescending(c => c.Coverage + 0.004 * c.Radius))
            if (apart.All(a => Math.Abs(a.X - circle.X) + Math.Abs(a.Y - circle.Y) > a.Radius)) apart.Add(circle);
        return apart;
    }

    private static List<(int X, int Y)> Points(BinaryImage image)
    {
        var points = new List<(int, int)>();
        for (var y = 0; y < image.Height; y++)
        for (var x = 0; x < image.Width; x++)
            if (image.Ink[y * image.Width + x] != 0) points.Add((x, y));
        return points;
    }

    private static List<Circle> Votes(BinaryImage image, List<(int X, int Y)> points, double dpi, double smallest, double largest)
    {
        var best = new List<(double Share, int X, int Y, int Radius)>();
        var votes = new ushort[image.Width * image.Height];
        for (var radius = (int)(smallest * dpi); radius <= (int)Math.Ceiling(largest * dpi); radius++)
        {
            Array.Clear(votes);
            var offsets = Ring(radius);
            foreach (var (x, y) in points)
                foreach (var (dx, dy) in offsets)
                {
                    int cx = x + dx, cy = y + dy;
                    if ((uint)cx < (uint)image.Width && (uint)cy < (uint)image.Height) votes[cy * image.Width + cx]++;
                }

            var line = offsets.Count;
            for (var i = 0; i < votes.Length; i++)
                if (votes[i] > 0.5 * line) best.Add(((double)votes[i] / line, i % image.Width, i / image.Width, radius));
        }

        var chosen = new List<Circle>();
        foreach (var (_, x, y, radius) in best.OrderByDescending(b => b.Share))
        {
            if (chosen.Count == Candidates) break;
            if (chosen.Any(c => Math.Abs(c.X - 2 * x) < 8 && Math.Abs(c.Y - 2 * y) < 8 && Math.Abs(c.Radius - 2 * radius) < 6)) continue;
            chosen.Add(new(2 * x + 1, 2 * y + 1, 2 * radius, 0));
        }

        return chosen;
    }

    private static List<(int X, int Y)> Ring(int radius)
    {
        var offsets = new HashSet<(int, int)>();
        for (var i = 0; i < Angles; i++)
        {
            var angle = 2 * Math.PI * i / Angles;
            offsets.Add(((int)Math.Round(radius * Math.Cos(angle)), (int)Math.Round(radius * Math.Sin(angle))));
        }

        return [.. offsets];
    }

    private static Circle Measure(BinaryImage image, Circle rough)
    {
        var best = rough;
        for (var dr = -4; dr <= 4; dr++)
        for (var dy = -4; dy <= 4; dy++)
        for (var dx = -4; dx <= 4; dx++)
        {
            double x = rough.X + dx, y = rough.Y + dy, radius = rough.Radius + dr;
            var coverage = Coverage(image, x, y, radius);
            if (coverage > best.Coverage) best = new(x, y, radius, coverage);
        }

        return best;
    }

    private static double Coverage(BinaryImage image, double x, double y, double radius)
    {
        var hits = 0;
        for (var i = 0; i < Angles; i++)
        {
            double angle = 2 * Math.PI * i / Angles, cos = Math.Cos(angle), sin = Math.Sin(angle);
            for (var d = -1; d <= 1; d++)
            {
                int px = (int)(x + (radius + d) * cos), py = (int)(y + (radius + d) * sin);
                if ((uint)px >= (uint)image.Width || (uint)py >= (uint)image.Height || image.Ink[py * image.Width + px] == 0) continue;
                hits++;
                break;
            }
        }

        return (double)hits / Angles;
    }
}
