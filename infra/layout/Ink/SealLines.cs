using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>Takes the rings of a black seal out of a picture, so that its letters and a hand that crosses it fall apart; strokes that cross a ring stay whole.</summary>
internal static class SealLines
{
    private const int Angles = 180;

    /// <summary>A radius that has ink all around, or nearly as far around as the ring that was found, is a ring.</summary>
    private const double Drawn = 0.6, DrawnAlike = 0.7, LeastDrawn = 0.35;

    /// <summary>Beside the ring that was measured less will do: it is as thick as it is.</summary>
    private const double Beside = 0.3;

    /// <summary>How far the centre of an inner ring may be from the outer one's, pixels.</summary>
    private const int MostBeside = 3;

    /// <summary>Clears the rings in the picture.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="seal">The ring that was found.</param>
    /// <param name="print">Where print lies, in pixels of the picture.</param>
    public static void Clear(BinaryImage image, Circle seal, IReadOnlyList<Rect> print)
    {
        var inner = Inner(image, seal);
        ClearAround(image, seal, print);
        if (inner.Coverage >= Drawn) ClearAround(image, inner, print);
    }

    /// <summary>
    /// The ring within the outer one that is drawn best. Of two rings side by side the outer one is measured in the middle, or aslant, so that
    /// the centre of the inner one is a little beside its own.
    /// </summary>
    private static Circle Inner(BinaryImage image, Circle seal)
    {
        var best = seal with { Coverage = 0 };
        for (var radius = (int)(0.45 * seal.Radius); radius <= (int)(0.88 * seal.Radius); radius++)
        for (var dy = -MostBeside; dy <= MostBeside; dy++)
        for (var dx = -MostBeside; dx <= MostBeside; dx++)
        {
            var ring = new Circle(seal.X + dx, seal.Y + dy, radius, 0, 0);
            var coverage = Cover(image, ring, radius);
            if (coverage > best.Coverage) best = ring with { Coverage = coverage };
        }

        return best;
    }

    private static void ClearAround(BinaryImage image, Circle seal, IReadOnlyList<Rect> print)
    {
        int largest = (int)(1.15 * seal.Radius) + 2, from = (int)(0.3 * seal.Radius), radius = (int)Math.Round(seal.Radius);
        var cover = new double[largest + 1];
        for (var r = from; r <= largest; r++) cover[r] = Cover(image, seal, r);
        var drawn = Math.Clamp(DrawnAlike * seal.Coverage, LeastDrawn, Drawn);
        var rings = new bool[largest + 3];
        for (var r = from; r <= largest; r++)
        {
            if (cover[r] < drawn && Math.Abs(r - radius) > 1) continue;
            for (var near = r - 1; near <= r + 1; near++) rings[near] = true;
        }

        for (var r = radius; r <= largest && (cover[r] >= Beside || r - radius < 2); r++) rings[r] = rings[r + 1] = true;
        for (var r = radius; r >= from && (cover[r] >= Beside + 0.15 || radius - r < 2); r--) rings[r] = rings[r - 1] = true;
        var before = (byte[])image.Ink.Clone();
        for (var y = Math.Max(0, (int)(seal.Y - largest)); y < Math.Min(image.Height, seal.Y + largest); y++)
        for (var x = Math.Max(0, (int)(seal.X - largest)); x < Math.Min(image.Width, seal.X + largest); x++)
        {
            var r = (int)Math.Round(Math.Sqrt((x + 0.5 - seal.X) * (x + 0.5 - seal.X) + (y + 0.5 - seal.Y) * (y + 0.5 - seal.Y)));
            if (r < rings.Length && rings[r]) image.Ink[y * image.Width + x] = 0;
        }

        SealCrossings.Keep(image, before, seal, rings, print);
    }

    private static double Cover(BinaryImage image, Circle seal, int radius)
    {
        int hits = 0, seen = 0;
        for (var i = 0; i < Angles; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Angles);
            int x = (int)(seal.X + radius * cos), y = (int)(seal.Y + radius * sin);
            if ((uint)x >= (uint)image.Width || (uint)y >= (uint)image.Height) continue;
            seen++;
            hits += image.Ink[y * image.Width + x];
        }

        return seen == 0 ? 0 : (double)hits / seen;
    }
}
