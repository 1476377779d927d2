namespace LearningSociety.Layout.Tables;

/// <summary>
/// A ruling line, near to an axis. Along the axis it runs from <see cref="From"/> to <see cref="To"/>; across it, its place is a
/// straight line fitted to its pixels. Horizontal rules run along x, vertical rules along y (found on the transposed picture).
/// </summary>
public sealed class Rule
{
    /// <summary>A short rule that strays farther from a straight line is part of a ring or a stroke of a pen, inches.</summary>
    public const double MostBend = 0.007;

    private double count, sumX, sumY, sumXx, sumXy, sumYy;

    /// <summary>A border that nobody drew, though all rules that it would close end on it.</summary>
    /// <param name="from">First pixel along.</param>
    /// <param name="to">Last pixel along.</param>
    /// <param name="across">Its place across at a place along.</param>
    public static Rule Implied(int from, int to, Func<double, double> across)
    {
        const int Piece = 8;
        var rule = new Rule { IsDrawn = false };
        for (var start = from; start <= to; start += Piece)
        {
            var end = Math.Min(start + Piece - 1, to);
            rule.Add(start, end, (int)Math.Round(across((start + end) / 2.0)));
        }

        return rule;
    }

    /// <summary>False for a border that is only implied.</summary>
    public bool IsDrawn { get; private init; } = true;

    /// <summary>First pixel along the axis.</summary>
    public int From { get; private set; } = int.MaxValue;

    /// <summary>Last pixel along the axis.</summary>
    public int To { get; private set; } = int.MinValue;

    /// <summary>Length along the axis, pixels.</summary>
    public int Length => To - From + 1;

    /// <summary>Pixels that the rule was fitted to.</summary>
    public double Weight => count;

    /// <summary>Pixels that are really there along the axis (without gaps), as ranges with their place across, in no order.</summary>
    public List<(int From, int To, int Across)> Parts { get; } = [];

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

    /// <summary>How far the pixels stray from the fitted line beyond what the rule's thickness explains, pixels: high for a bent stroke.</summary>
    public double Bend
    {
        get
        {
            double slope = Slope, spreadX = sumXx - sumX * sumX / count, both = sumXy - sumX * sumY / count, spreadY = sumYy - sumY * sumY / count;
            double stray = (spreadY - 2 * slope * both + slope * slope * spreadX) / count, thickness = count / Length;
            return Math.Sqrt(Math.Max(0, stray - thickness * thickness / 12));
        }
    }

    /// <summary>Its <see cref="Bend"/> if it had another rule's pixels too.</summary>
    public double BendWith(Rule other)
    {
        var both = new Rule();
        both.Add(this);
        both.Add(other);
        return both.Bend;
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
        sumYy += n * across * across;
        From = Math.Min(From, from);
        To = Math.Max(To, to);
        Parts.Add((from, to, across));
    }

    /// <summary>Takes over another rule's pixels.</summary>
    public void Add(Rule other)
    {
        count += other.count;
        sumX += other.sumX;
        sumY += other.sumY;
        sumXx += other.sumXx;
        sumXy += other.sumXy;
        sumYy += other.sumYy;
        From = Math.Min(From, other.From);
        To = Math.Max(To, other.To);
        Parts.AddRange(other.Parts);
    }

    /// <summary>Place across at each pixel along, from <see cref="From"/> to <see cref="To"/>, where the rule really runs: on curled paper no straight line.</summary>
    public double[] Trace()
    {
        var sums = new double[Length + 1];
        var counts = new int[Length + 1];
        foreach (var (from, to, across) in Parts)
        {
            sums[from - From] += across;
            sums[to - From + 1] -= across;
            counts[from - From]++;
            counts[to - From + 1]--;
        }

        var trace = new double[Length];
        double sum = 0;
        int count = 0, last = -1;
        for (var i = 0; i < trace.Length; i++)
        {
            (sum, count) = (sum + sums[i], count + counts[i]);
            if (count == 0) continue;
            trace[i] = sum / count;
            for (var gap = last + 1; gap < i; gap++) trace[gap] = last < 0 ? trace[i] : trace[last] + (trace[i] - trace[last]) * (gap - last) / (i - last);
            last = i;
        }

        for (var gap = last + 1; gap < trace.Length; gap++) trace[gap] = trace[Math.Max(last, 0)];
        return trace;
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
