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

    /// <summary>The line of a ring, inches.</summary>
    private const double Thickest = 0.08;

    /// <summary>Pixels beyond a ring where its ink is still grey.</summary>
    private const double Edge = 1.5;

    /// <summary>Pixels by which a ring that a scanner stretched leaves its circle.</summary>
    private const double Off = 3.5;

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
            .Where(c => c.Coverage >= Line)
            .Select(c => Centred(page, c, inkLevel, Thickest * dpi))];
    }

    /// <summary>The circle moved to the middle of its line, of which any place is inked as well; where letters or strokes hang on the line it says nothing.</summary>
    private static Circle Centred(GrayImage page, Circle ring, int inkLevel, double thickest)
    {
        var middles = new List<(double Sin, double Cos, double Radius)>();
        for (var i = 0; i < Angles; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Angles);
            if (!IsInk(ring.Radius)) continue;
            double from = ring.Radius, to = ring.Radius;
            while (ring.Radius - from < thickest && IsInk(from - 0.5)) from -= 0.5;
            while (to - ring.Radius < thickest && IsInk(to + 0.5)) to += 0.5;
            if (to - from < thickest) middles.Add((sin, cos, (from + to) / 2));

            bool IsInk(double radius) => IsDarker(page, ring.X, ring.Y, sin, cos, radius, inkLevel);
        }

        if (middles.Count < Line * Angles) return ring;
        var usual = middles.Average(m => m.Radius);
        return new(ring.X + 2 * middles.Average(m => (m.Radius - usual) * m.Cos), ring.Y + 2 * middles.Average(m => (m.Radius - usual) * m.Sin), usual, ring.Coverage, 0);
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

    /// <summary>The place at a radius from a centre in a direction; -1 outside of the page.</summary>
    private static int At(GrayImage page, double x, double y, double sin, double cos, double radius)
    {
        int px = (int)Math.Round(x + radius * cos), py = (int)Math.Round(y + radius * sin);
        return (uint)px < (uint)page.Width && (uint)py < (uint)page.Height ? py * page.Width + px : -1;
    }

    private static bool IsDarker(GrayImage page, double x, double y, double sin, double cos, double radius, int tone) =>
        At(page, x, y, sin, cos, radius) is >= 0 and var at && page.Pixels[at] < tone;

    private static double Coverage(GrayImage page, double x, double y, double radius, int inkLevel)
    {
        var hits = 0;
        for (var i = 0; i < Angles; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Angles);
            if (IsDarker(page, x, y, sin, cos, radius, inkLevel)) hits++;
        }

        return (double)hits / Angles;
    }

    /// <summary>
    /// Makes paper of every inked circle about the centre, the outer ring, however thick, and the inner ones; but what is darker than
    /// the ring is print or a hand that lies on it and stays, and where there is ink of its own tone just inside and just outside, a letter crosses it.
    /// </summary>
    private static void Erase(GrayImage page, byte[] pixels, Circle ring, int inkLevel)
    {
        var bands = Bands(page, ring, inkLevel);
        var steps = (int)(2 * Math.PI * 1.2 * ring.Radius / 0.4);
        for (var i = 0; i < steps; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / steps);
            foreach (var (from, to, print) in bands)
            {
                if (IsBelow(from - 2, inkLevel) && IsBelow(to + 2, inkLevel) && !IsBelow(from - 2, print) && !IsBelow(to + 2, print)) continue;
                var (inner, outer) = (IsBelow(from - Off, inkLevel) ? Edge : Off, IsBelow(to + Off, inkLevel) ? Edge : Off);
                for (var radius = from - inner; radius <= to + outer; radius += 0.5)
                    if (At(page, ring.X, ring.Y, sin, cos, radius) is >= 0 and var at && page.Pixels[at] >= print) pixels[at] = byte.MaxValue;
            }

            bool IsBelow(double radius, int tone) => IsDarker(page, ring.X, ring.Y, sin, cos, radius, tone);
        }
    }

    /// <summary>The radii between which the circles of a seal lie, and the tone below which ink there is not the seal's; circles hardly apart are one.</summary>
    private static List<(int From, int To, int Print)> Bands(GrayImage page, Circle ring, int inkLevel)
    {
        const int Apart = 3;
        var bands = new List<(int From, int To)>();
        for (var radius = (int)(0.5 * ring.Radius); radius <= (int)(1.15 * ring.Radius); radius++)
        {
            if (Coverage(page, ring.X, ring.Y, radius, inkLevel) < Line) continue;
            if (bands.Count > 0 && radius - 1 <= bands[^1].To + Apart) bands[^1] = (bands[^1].From, radius + 1);
            else bands.Add((radius - 1, radius + 1));
        }

        return [.. bands.Select(band => (band.From, band.To, Print(page, ring, band, inkLevel)))];
    }

    // Most of a ring lies on paper alone: what is much darker than its middle tone is other ink; between that and the quarter is its own grain.
    private static int Print(GrayImage page, Circle ring, (int From, int To) band, int inkLevel)
    {
        const int Apart = 8, Grain = 3;
        var tones = new List<byte>();
        for (var i = 0; i < Angles; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Angles);
            var darkest = byte.MaxValue;
            for (var radius = band.From; radius <= band.To; radius++)
                if (At(page, ring.X, ring.Y, sin, cos, radius) is >= 0 and var at) darkest = Math.Min(darkest, page.Pixels[at]);

            if (darkest < inkLevel) tones.Add(darkest);
        }

        if (tones.Count == 0) return 0;
        tones.Sort();
        int middle = tones[tones.Count / 2], quarter = tones[tones.Count / 4];
        return middle - Math.Max(Apart, Grain * (middle - quarter));
    }
}
