using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>
/// How far lines of text lie off the level, all over a page: they rise and fall together, smoothly, on a page that is curved, seen at
/// a slant or turned. Fitted to the feet of all letters at once; lengths in pixels of the frame the lines were found in.
/// </summary>
public sealed class LineField
{
    private const int Terms = 8;

    /// <summary>Fewer lines or letters say nothing sure about a page.</summary>
    private const int FewestLines = 5, FewestLetters = 80;

    private readonly double halfWidth, halfHeight;
    private readonly double[] factors;

    private LineField(double width, double height, double[] factors, double spread)
    {
        (halfWidth, halfHeight, this.factors, Spread) = (width / 2, height / 2, factors, spread);
    }

    /// <summary>How far letters still stand off their lines, pixels, on the whole.</summary>
    public double Spread { get; }

    /// <summary>Slope of the lines at the middle of the page.</summary>
    public double Slope => factors[0] / halfWidth;

    /// <summary>Fits the field.</summary>
    /// <param name="lines">Lines that run nearly level.</param>
    /// <param name="width">Of their frame.</param>
    /// <param name="height">Of their frame.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="curved">Whether lines may be curved and differ; else all have one slope.</param>
    /// <returns>Null when there are too few lines.</returns>
    public static LineField? Fit(IReadOnlyList<TextLine> lines, double width, double height, double dpi, bool curved)
    {
        if (lines.Count < FewestLines || lines.Sum(l => l.Pieces.Count) < FewestLetters) return null;
        var feet = lines.Select(l => l.Pieces.Select(p => (p.CentreX, p.Bottom)).ToArray()).ToArray();
        var empty = new LineField(width, height, new double[Terms], 0);
        var terms = feet.Select(f => f.Select(p => empty.TermsAt(p.CentreX, f.Average(q => q.Bottom))).ToArray()).ToArray();
        var factors = new double[Terms];
        var used = curved ? Terms : 1;
        var spread = 0.0;
        // Feet of letters that reach below the line are left out more and more.
        foreach (var near in new[] { 0.06, 0.04, 0.025, 0.015, 0.012 })
        {
            var normal = new double[used, used + 1];
            for (var t = 0; t < used; t++) normal[t, t] = t == 0 ? 1e-6 : Stiffness * feet.Sum(f => f.Length);
            double sum = 0, weights = 0;
            for (var l = 0; l < feet.Length; l++)
            {
                var rest = feet[l].Select((p, i) => p.Bottom - Value(factors, terms[l][i])).ToArray();
                var level = rest.Order().ElementAt(rest.Length / 2);
                var weight = rest.Select(r => Weight((r - level) / (near * dpi))).ToArray();
                var all = weight.Sum();
                if (all <= 0) continue;
                Add(normal, feet[l], terms[l], weight, all, used);
                for (var i = 0; i < rest.Length; i++) (sum, weights) = (sum + weight[i] * Math.Abs(rest[i] - level), weights + weight[i]);
            }

            if (Solve(normal) is not { } solved) return null;
            solved.CopyTo(factors, 0);
            spread = sum / Math.Max(1, weights);
        }

        return new(width, height, factors, spread);
    }

    /// <summary>How strongly bends are kept small where few letters tell.</summary>
    private const double Stiffness = 1e-4;

    /// <summary>How far below its level a line lies at a place, pixels.</summary>
    public double At(double x, double y) => Value(factors, TermsAt(x, y));

    /// <summary>The farthest any place of the part of the page lies off a straight line with the middle's slope.</summary>
    public double Bend(Rect part)
    {
        var most = 0.0;
        for (var i = 0; i <= 8; i++)
        for (var j = 0; j <= 8; j++)
        {
            double x = part.Left + part.Width * i / 8, y = part.Top + part.Height * j / 8;
            most = Math.Max(most, Math.Abs(At(x, y) - Slope * (x - halfWidth)));
        }

        return most;
    }

    private double[] TermsAt(double x, double y)
    {
        double u = Math.Clamp((x - halfWidth) / halfWidth, -1, 1), v = Math.Clamp((y - halfHeight) / halfHeight, -1, 1);
        return [u, u * v, u * v * v, u * u, u * u * v, u * u * u, u * u * u * v, u * u * u * u];
    }

    private static double Value(double[] factors, double[] terms)
    {
        var sum = 0.0;
        for (var t = 0; t < Terms; t++) sum += factors[t] * terms[t];
        return sum;
    }

    private static double Weight(double off) => 1 / ((1 + off * off) * (1 + off * off));

    /// <summary>Adds a line's letters; each line's own height is free, so that only differences along it count.</summary>
    private static void Add(double[,] normal, (double CentreX, double Bottom)[] feet, double[][] terms, double[] weight, double all, int used)
    {
        var mean = new double[used + 1];
        for (var i = 0; i < feet.Length; i++)
        {
            for (var t = 0; t < used; t++) mean[t] += weight[i] * terms[i][t] / all;
            mean[used] += weight[i] * feet[i].Bottom / all;
        }

        var row = new double[used + 1];
        for (var i = 0; i < feet.Length; i++)
        {
            for (var t = 0; t < used; t++) row[t] = terms[i][t] - mean[t];
            row[used] = feet[i].Bottom - mean[used];
            for (var t = 0; t < used; t++)
            for (var s = 0; s <= used; s++)
                normal[t, s] += weight[i] * row[t] * row[s];
        }
    }

    /// <summary>Gauss's elimination; null when the equations do not tell.</summary>
    private static double[]? Solve(double[,] normal)
    {
        var n = normal.GetLength(0);
        for (var c = 0; c < n; c++)
        {
            var pivot = Enumerable.Range(c, n - c).MaxBy(r => Math.Abs(normal[r, c]));
            if (Math.Abs(normal[pivot, c]) < 1e-12) return null;
            for (var k = c; k <= n; k++) (normal[c, k], normal[pivot, k]) = (normal[pivot, k], normal[c, k]);
            for (var r = 0; r < n; r++)
            {
                if (r == c) continue;
                var share = normal[r, c] / normal[c, c];
                for (var k = c; k <= n; k++) normal[r, k] -= share * normal[c, k];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => normal[i, n] / normal[i, i])];
    }
}
