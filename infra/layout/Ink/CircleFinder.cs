using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>A circle in pixels.</summary>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
/// <param name="Radius">Radius.</param>
/// <param name="Coverage">The share of its line on which there is ink, 0 to 1; what lies outside of the picture does not count.</param>
/// <param name="Arcs">The share of its line that is ink in unbroken arcs, which letters that happen to lie on it are not, 0 to 1.</param>
public sealed record Circle(double X, double Y, double Radius, double Coverage, double Arcs)
{
    /// <summary>Whether it is a red seal, of which letters and star went with its colour.</summary>
    public bool IsRed { get; init; }

    /// <summary>The square around it.</summary>
    public Rect Box => new(X - Radius, Y - Radius, X + Radius, Y + Radius);
}

/// <summary>
/// Finds rings of a seal's size: each point on an edge of ink votes for the centres that lie straight across the edge; the places
/// with the most votes are measured closely.
/// </summary>
public static class CircleFinder
{
    private const int Candidates = 14;
    private const int MostPoints = 60_000;

    /// <summary>How much of a ring that the paper's edge cuts must be on the page.</summary>
    internal const double LeastSeen = 0.55;

    /// <summary>Circles without overlap, best first.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="dpi">Its resolution, about 100.</param>
    /// <param name="smallest">Smallest radius, inches.</param>
    /// <param name="largest">Largest radius, inches.</param>
    /// <param name="coverage">How much of the line must be there.</param>
    /// <param name="arcs">How much of it in unbroken arcs.</param>
    /// <param name="hidden">Where other ink was taken away: what of a ring lies there is as if beyond the paper's edge; null where nowhere.</param>
    public static IReadOnlyList<Circle> Find(BinaryImage image, double dpi, double smallest, double largest, double coverage, double arcs, BinaryImage? hidden = null)
    {
        if (image.Count() < LeastSeen * coverage * 2 * Math.PI * smallest * dpi) return [];
        var half = Reduce.ByTwo(image);
        var edges = Edges(half);
        if (edges.Count is < 60 or > MostPoints) return [];
        var found = Centres(half, edges, smallest * dpi / 2, largest * dpi / 2)
            .Select(c => RingMeasure.Best(image, hidden, c.X, c.Y, smallest * dpi, largest * dpi))
            .Where(c => c.Coverage >= coverage && c.Arcs >= arcs);
        var apart = new List<Circle>();
        foreach (var circle in found.OrderByDescending(c => c.Arcs + 0.5 * c.Coverage + 0.004 * c.Radius))
            if (apart.TrueForAll(a => Math.Abs(a.X - circle.X) + Math.Abs(a.Y - circle.Y) > a.Radius)) apart.Add(circle);
        return apart;
    }

    /// <summary>Points on edges of ink, and the direction across the edge (length 1).</summary>
    private static List<(int X, int Y, float Across, float Down)> Edges(BinaryImage image)
    {
        var soft = Soft(image);
        var edges = new List<(int, int, float, float)>();
        int width = image.Width;
        for (var y = 2; y < image.Height - 2; y++)
        for (var x = 2; x < width - 2; x++)
        {
            var at = y * width + x;
            if (soft[at] == 0) continue;
            int across = soft[at + 1 - width] + 2 * soft[at + 1] + soft[at + 1 + width] - soft[at - 1 - width] - 2 * soft[at - 1] - soft[at - 1 + width];
            int down = soft[at + width - 1] + 2 * soft[at + width] + soft[at + width + 1] - soft[at - width - 1] - 2 * soft[at - width] - soft[at - width + 1];
            var size = across * across + down * down;
            if (size < 64) continue;
            var length = MathF.Sqrt(size);
            edges.Add((x, y, across / length, down / length));
        }

        return edges;
    }

    /// <summary>The ink of each pixel and its eight neighbours, so that stairs have a direction.</summary>
    private static byte[] Soft(BinaryImage image)
    {
        int width = image.Width, height = image.Height;
        byte[] rows = new byte[image.Ink.Length], soft = new byte[image.Ink.Length];
        for (var i = 1; i < rows.Length - 1; i++) rows[i] = (byte)(image.Ink[i - 1] + image.Ink[i] + image.Ink[i + 1]);
        for (var i = width; i < width * (height - 1); i++) soft[i] = (byte)(rows[i - width] + rows[i] + rows[i + width]);
        return soft;
    }

    private static IEnumerable<(double X, double Y)> Centres(BinaryImage image, List<(int X, int Y, float Across, float Down)> edges, double smallest, double largest)
    {
        // A seal that the paper's edge cuts has its centre on the page still, or little beyond.
        int margin = (int)(0.4 * largest), width = image.Width + 2 * margin, height = image.Height + 2 * margin;
        var votes = new ushort[width * height];
        foreach (var (x, y, across, down) in edges)
            for (var side = -1; side <= 1; side += 2)
            for (var radius = smallest; radius <= largest; radius++)
            {
                int cx = (int)(x + margin + side * radius * across + 0.5), cy = (int)(y + margin + side * radius * down + 0.5);
                if ((uint)cx < (uint)width && (uint)cy < (uint)height) votes[cy * width + cx]++;
            }

        var sums = new int[votes.Length];
        for (var y = 2; y < height - 2; y++)
        for (var x = 2; x < width - 2; x++)
        {
            var at = y * width + x;
            if (votes[at] == 0) continue;
            var sum = 0;
            for (var dy = -2; dy <= 2; dy++)
            for (var dx = -2; dx <= 2; dx++)
                sum += votes[at + dy * width + dx];
            sums[at] = sum;
        }

        // Half a ring of one pixel's thickness.
        var least = (int)(Math.PI * smallest);
        var near = (int)(0.35 * smallest);
        var best = Enumerable.Range(0, height).Select(y => BestOfRow(y)).ToArray();
        for (var c = 0; c < Candidates; c++)
        {
            var by = Array.IndexOf(best, best.Max());
            if (best[by].Votes < least) yield break;
            var bx = best[by].X;
            yield return (2 * (bx - margin) + 1, 2 * (by - margin) + 1);
            for (var y = Math.Max(0, by - near); y <= Math.Min(height - 1, by + near); y++)
            {
                Array.Clear(sums, y * width + Math.Max(0, bx - near), Math.Min(width - 1, bx + near) - Math.Max(0, bx - near) + 1);
                best[y] = BestOfRow(y);
            }
        }

        (int Votes, int X) BestOfRow(int y)
        {
            var row = sums.AsSpan(y * width, width);
            var most = 0;
            for (var x = 1; x < row.Length; x++)
                if (row[x] > row[most]) most = x;
            return (row[most], most);
        }
    }
}
