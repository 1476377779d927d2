using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Ink;

/// <summary>Measures how much of a circle is drawn.</summary>
internal static class RingMeasure
{
    private const int Angles = 180;

    /// <summary>An arc counts when it is unbroken over so many angles (of 2 degrees).</summary>
    private const int Arc = 8;

    private static readonly (double Cos, double Sin)[] Directions = [.. Enumerable.Range(0, Angles).Select(i => Math.SinCos(2 * Math.PI * i / Angles)).Select(p => (p.Cos, p.Sin))];

    /// <summary>The circle about the place that is drawn best.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="hidden">Where nobody can say what was drawn; null where nowhere.</param>
    /// <param name="x">Centre, roughly.</param>
    /// <param name="y">Centre, roughly.</param>
    /// <param name="smallest">Smallest radius, pixels.</param>
    /// <param name="largest">Largest radius, pixels.</param>
    public static Circle Best(BinaryImage image, BinaryImage? hidden, double x, double y, double smallest, double largest)
    {
        var best = new Circle(x, y, smallest, 0, 0);
        for (var radius = smallest; radius <= largest; radius += 1.5)
            for (var dy = -3; dy <= 3; dy += 3)
            for (var dx = -3; dx <= 3; dx += 3)
                Try(x + dx, y + dy, radius, 2);
        foreach (var step in new[] { 2.0, 1.0 })
        {
            var centre = best;
            for (var dr = -step; dr <= step; dr += step)
            for (var dy = -step; dy <= step; dy += step)
            for (var dx = -step; dx <= step; dx += step)
                Try(centre.X + dx, centre.Y + dy, centre.Radius + dr, 1);
        }

        return best;

        void Try(double cx, double cy, double radius, int every)
        {
            var circle = Measure(image, hidden, cx, cy, radius, every);
            if (circle.Arcs + 0.5 * circle.Coverage > best.Arcs + 0.5 * best.Coverage + (every > 1 ? 0 : -1e-9)) best = circle;
        }
    }

    private static Circle Measure(BinaryImage image, BinaryImage? hidden, double x, double y, double radius, int every)
    {
        Span<bool> hit = stackalloc bool[Angles], unseen = stackalloc bool[Angles];
        int seen = 0, hits = 0;
        for (var i = 0; i < Angles; i += every)
        {
            var (cos, sin) = Directions[i];
            int px = (int)(x + radius * cos), py = (int)(y + radius * sin);
            if ((uint)px >= (uint)image.Width || (uint)py >= (uint)image.Height) continue;
            if (unseen[i] = hidden is not null && hidden.Ink[py * image.Width + px] != 0) continue;
            seen++;
            for (var d = -1; d <= 1 && !hit[i]; d++)
            {
                int qx = (int)(x + (radius + d) * cos), qy = (int)(y + (radius + d) * sin);
                hit[i] = (uint)qx < (uint)image.Width && (uint)qy < (uint)image.Height && image.Ink[qy * image.Width + qx] != 0;
            }

            if (hit[i]) hits++;
        }

        // A seal of which more than half is beyond the paper's edge cannot be told from other curves.
        if (seen * every < CircleFinder.LeastSeen * Angles) return new(x, y, radius, 0, 0);
        int inArcs = 0, run = 0, arc = Arc / every;
        for (var i = 0; i < 2 * Angles; i += every)
        {
            if (unseen[i % Angles]) continue;
            if (hit[i % Angles])
            {
                run++;
                continue;
            }

            // The second round counts: in it the arc over the starting angle is whole.
            if (i >= Angles && run >= arc) inArcs += run;
            run = 0;
        }

        if (run >= Angles / every) inArcs = seen;
        return new(x, y, radius, (double)hits / seen, Math.Min(1, (double)inArcs / seen));
    }
}
