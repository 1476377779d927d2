using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>A straight line near to an axis: its place across at a place along.</summary>
public sealed record EdgeLine(double Start, double Slope)
{
    private const double Steepest = 0.45;
    private const int Guesses = 24;

    /// <summary>Place across at a place along.</summary>
    public double At(double along) => Start + Slope * along;

    /// <summary>The line that most of the points lie on; null when fewer than half of them lie on one.</summary>
    /// <param name="points">X along, Y across, sorted by X.</param>
    /// <param name="near">How far from the line a point still lies on it.</param>
    public static EdgeLine? Through(IReadOnlyList<Point> points, double near = 1.3)
    {
        if (points.Count < 10) return null;
        EdgeLine? best = null;
        var most = 0;
        for (var i = 0; i < Guesses; i++)
        for (var j = i + Guesses / 4; j < Guesses; j++)
        {
            Point a = points[i * (points.Count - 1) / (Guesses - 1)], b = points[j * (points.Count - 1) / (Guesses - 1)];
            var slope = (b.Y - a.Y) / (b.X - a.X);
            if (!(Math.Abs(slope) <= Steepest)) continue;
            var line = new EdgeLine(a.Y - slope * a.X, slope);
            var on = points.Count(p => Math.Abs(p.Y - line.At(p.X)) <= near);
            if (on > most) (best, most) = (line, on);
        }

        if (best is null || most < 0.5 * points.Count) return null;
        var (x, y, n) = (0.0, 0.0, 0);
        var kept = points.Where(p => Math.Abs(p.Y - best.At(p.X)) <= near).ToList();
        foreach (var p in kept) (x, y, n) = (x + p.X, y + p.Y, n + 1);
        (x, y) = (x / n, y / n);
        var tilt = kept.Sum(p => (p.X - x) * (p.Y - y)) / Math.Max(1e-9, kept.Sum(p => (p.X - x) * (p.X - x)));
        return new(y - tilt * x, tilt);
    }
}
