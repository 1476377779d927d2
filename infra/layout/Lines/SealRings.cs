using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ink;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Lines;

/// <summary>
/// Takes the rings of black seals out of a page: on a bilevel page they cannot be told from print by their tone, and a ring that touches
/// letters makes one piece of ink of them. Letters that a ring crosses lose a thin arc.
/// </summary>
public static class SealRings
{
    /// <summary>Radii of seals, inches.</summary>
    private const double Smallest = 0.45, Largest = 0.95;

    /// <summary>Share of a ring's line that must be inked: worn seals have gaps.</summary>
    private const double Found = 0.6, Arcs = 0.4, Line = 0.5;

    private const int Angles = 180;

    /// <summary>The page without rings; the page itself when it has none.</summary>
    /// <param name="page">Cleaned.</param>
    /// <param name="map">Its pieces of ink.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static GrayImage Without(GrayImage page, InkMap map, int inkLevel, double dpi)
    {
        byte[]? pixels = null;
        foreach (var piece in map.Pieces.Where(p => p.Box.Width > 1.2 * Smallest * dpi && p.Box.Height > 1.2 * Smallest * dpi))
        {
            foreach (var ring in Rings(page, piece.Box.Grow(0.05 * dpi), inkLevel, dpi))
            {
                pixels ??= (byte[])page.Pixels.Clone();
                Erase(page, pixels, ring, inkLevel);
            }
        }

        return pixels is null ? page : page with { Pixels = pixels };
    }

    private static List<Circle> Rings(GrayImage page, Rect area, int inkLevel, double dpi)
    {
        int left = Math.Max(0, (int)area.Left), top = Math.Max(0, (int)area.Top);
        int width = Math.Min(page.Width, (int)area.Right) - left, height = Math.Min(page.Height, (int)area.Bottom) - top;
        if (width > 4 * dpi || height > 4 * dpi) return [];
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++) page.Pixels.AsSpan((top + y) * page.Width + left, width).CopyTo(pixels.AsSpan(y * width));
        var factor = Math.Max(1, (int)Math.Round(dpi / 100));
        var small = Reduce.Darkest(new(width, height, pixels), factor).Darker(inkLevel);
        return [.. CircleFinder.Find(small, dpi / factor, Smallest, Largest, Found, Arcs)
            .Select(c => Closer(page, new(left + c.X * factor, top + c.Y * factor, c.Radius * factor, 0, 0), inkLevel, 2 * factor))
            .Where(c => c.Coverage >= Line)];
    }

    /// <summary>The circle moved to where most of it lies on ink, at full resolution.</summary>
    private static Circle Closer(GrayImage page, Circle rough, int inkLevel, int reach)
    {
        var best = rough;
        for (var dr = -reach; dr <= reach; dr++)
        for (var dy = -reach; dy <= reach; dy++)
        for (var dx = -reach; dx <= reach; dx++)
        {
            var coverage = Coverage(page, rough.X + dx, rough.Y + dy, rough.Radius + dr, inkLevel);
            if (coverage > best.Coverage) best = new(rough.X + dx, rough.Y + dy, rough.Radius + dr, coverage, 0);
        }

        return best;
    }

    private static double Coverage(GrayImage page, double x, double y, double radius, int inkLevel)
    {
        var hits = 0;
        for (var i = 0; i < Angles; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Angles);
            int px = (int)Math.Round(x + radius * cos), py = (int)Math.Round(y + radius * sin);
            if ((uint)px < (uint)page.Width && (uint)py < (uint)page.Height && page.Pixels[py * page.Width + px] < inkLevel) hits++;
        }

        return (double)hits / Angles;
    }

    /// <summary>
    /// Makes paper of every inked circle about the centre, the outer ring, however thick, and the inner ones; but where there is ink just inside
    /// and just outside of a ring, a letter crosses it and stays whole.
    /// </summary>
    private static void Erase(GrayImage page, byte[] pixels, Circle ring, int inkLevel)
    {
        var bands = Bands(page, ring, inkLevel);
        var steps = (int)(2 * Math.PI * 1.2 * ring.Radius / 0.4);
        for (var i = 0; i < steps; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / steps);
            foreach (var (from, to) in bands)
            {
                if (IsInk(from - 2) && IsInk(to + 2)) continue;
                for (double radius = from; radius <= to; radius += 0.5)
                    if (At(radius) is >= 0 and var at) pixels[at] = byte.MaxValue;
            }

            bool IsInk(double radius) => At(radius) is >= 0 and var at && page.Pixels[at] < inkLevel;

            int At(double radius)
            {
                int x = (int)Math.Round(ring.X + radius * cos), y = (int)Math.Round(ring.Y + radius * sin);
                return (uint)x < (uint)page.Width && (uint)y < (uint)page.Height ? y * page.Width + x : -1;
            }
        }
    }

    /// <summary>The radii between which the circles of a seal lie; circles hardly apart are one.</summary>
    private static List<(int From, int To)> Bands(GrayImage page, Circle ring, int inkLevel)
    {
        const int Apart = 3;
        var bands = new List<(int From, int To)>();
        for (var radius = (int)(0.5 * ring.Radius); radius <= (int)(1.15 * ring.Radius); radius++)
        {
            if (Coverage(page, ring.X, ring.Y, radius, inkLevel) < Line) continue;
            if (bands.Count > 0 && radius - 1 <= bands[^1].To + Apart) bands[^1] = (bands[^1].From, radius + 1);
            else bands.Add((radius - 1, radius + 1));
        }

        return bands;
    }
}
