using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>Gives back what strokes lost where they cross the rings of a seal: a ring cuts a hand into pieces no larger than the seal's letters.</summary>
internal static class SealCrossings
{
    /// <summary>A stroke crosses a ring no flatter than that: its way through the ring is so many times the ring's thickness, and so many pixels more.</summary>
    private const double Slant = 1.6, Slack = 2;

    /// <summary>Draws each way through a ring that has ink at both of its ends.</summary>
    /// <param name="image">Without the rings.</param>
    /// <param name="before">Its ink with the rings.</param>
    /// <param name="seal">The outer ring.</param>
    /// <param name="rings">Which radii were cleared.</param>
    /// <param name="print">Where print lies; it crosses rings too.</param>
    public static void Keep(BinaryImage image, byte[] before, Circle seal, bool[] rings, IReadOnlyList<Rect> print)
    {
        var ways = new List<(int X, int Y, int ToX, int ToY)>();
        for (var from = 1; from < rings.Length; from++)
        {
            if (!rings[from]) continue;
            var to = from;
            while (to + 1 < rings.Length && rings[to + 1]) to++;
            var outer = At(to + 1);
            foreach (var (x, y) in At(from - 1))
            {
                var reach = Slant * (to - from + 2) + Slack;
                var ends = outer.Where(o => Distance(o, (x, y)) <= reach).OrderBy(o => Distance(o, (x, y))).Take(1);
                ways.AddRange(ends.Select(e => (x, y, e.X, e.Y)));
            }

            from = to;
        }

        foreach (var (x, y, toX, toY) in ways)
        {
            var steps = 2 * Math.Max(Math.Abs(toX - x), Math.Abs(toY - y));
            for (var i = 1; i < steps; i++)
            {
                var at = (y + (int)Math.Round((double)i * (toY - y) / steps)) * image.Width + x + (int)Math.Round((double)i * (toX - x) / steps);
                image.Ink[at] = before[at];
            }
        }

        List<(int X, int Y)> At(int radius)
        {
            var ink = new List<(int, int)>();
            for (var y = Math.Max(0, (int)seal.Y - radius - 1); y <= Math.Min(image.Height - 1, (int)seal.Y + radius + 1); y++)
            for (var x = Math.Max(0, (int)seal.X - radius - 1); x <= Math.Min(image.Width - 1, (int)seal.X + radius + 1); x++)
            {
                if (image.Ink[y * image.Width + x] == 0 || print.Any(p => p.Contains(x, y))) continue;
                if ((int)Math.Round(Distance((x + 0.5, y + 0.5), (seal.X, seal.Y))) == radius) ink.Add((x, y));
            }

            return ink;
        }
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
