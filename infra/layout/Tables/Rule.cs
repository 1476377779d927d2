namespace LearningSociety.Layout.Tables;

/// <summary>
/// A ruling line, near to an axis. Along the axis it runs from <see cref="From"/> to <see cref="To"/>; across it, its place is a
/// straight line fitted to its pixels. Horizontal rules run along x, vertical rules along y (found on the transposed picture).
/// </summary>
public sealed class Rule
{
    private double count, sumX, sumY, sumXx, sumXy;

    /// <summary>First pixel along the axis.</summary>
    public int From { get; private set; } = int.MaxValue;

    /// <summary>Last pixel along the axis.</summary>
    public int To { get; private set; } = int.MinValue;

    /// <summary>Length along the axis, pixels.</summary>
    public int Length => To - From + 1;

    /// <summary>Pixels that the rule was fitted to.</summary>
    public double Weight => count;

    /// <summary>Pixels that are really there along the axis (without gaps), as ranges in no order.</summary>
    public List<(int From, int To)> Parts { get; } = [];

    /// <summary>Mean place across the axis.</summary>
    public double Middle => sumY / count;

    /// <summary>Change across per pixel along; 0 while too short to tell.</summary>
    public double Slope
    {
        get
        {
            var spread = count * sumXx - sumX * sumX;
            return spread <= 0 || Length < 40 ? 0 : (count * sumXy - sumX * sumY) / spread;
        }
    }

    /// <summary>Place across at a place along, on the fitted line.</summary>
    public double At(double along) => At(along, Slope);

    /// <summary>Place across at a place along, with a slope known from longer rules.</summary>
    public double At(double along, double slope) => Middle + slope * (along - sumX / count);

    /// <summary>Adds a run of pixels on row <paramref name="across"/>.</summary>
    public void Add(int from, int to, int across)
    {
        double n = to - from + 1, sum = n * (from + to) / 2.0;
        count += n;
        sumX += sum;
        sumY += n * across;
        sumXx += SquaresTo(to) - SquaresTo(from - 1);
        sumXy += sum * across;
        From = Math.Min(From, from);
        To = Math.Max(To, to);
        Parts.Add((from, to));
    }

    /// <summary>Takes over another rule's pixels.</summary>
    public void Add(Rule other)
    {
        count += other.count;
        sumX += other.sumX;
        sumY += other.sumY;
        sumXx += other.sumXx;
        sumXy += other.sumXy;
        From = Math.Min(From, other.From);
        To = Math.Max(To, other.To);
        Parts.AddRange(other.Parts);
    }

    /// <summary>Which share of the range along the axis the rule really covers, 0 to 1.</summary>
    public double Coverage(double from, double to)
    {
        if (to <= from) return 0;
        double covered = 0, reached = from;
        foreach (var part in Parts.OrderBy(p => p.From))
        {
            double start = Math.Max(part.From, reached), end = Math.Min(part.To + 1, to);
            if (end <= start) continue;
            covered += end - start;
            reached = end;
        }

        return covered / (to - from);
    }

    private static double SquaresTo(double n) => n * (n + 1) * (2 * n + 1) / 6;
}
