namespace LearningSociety.Layout.Imaging;

/// <summary>Which way the lines of text run: down the page or across, and how far off.</summary>
/// <param name="Sideways">True when lines run down the page.</param>
/// <param name="Skew">The clockwise turn, degrees, that makes them level or plumb; 0 when it cannot be told.</param>
/// <param name="Surety">How much better they line up this way than at any angle; 1 says nothing, above 2 is plain.</param>
public sealed record TextDirection(bool Sideways, double Skew, double Surety)
{
    private const double MostSkew = 12;

    /// <summary>
    /// Letters of a line stand on one base: their upper and lower edges, projected along the lines, fall on few places.
    /// For the best angle each way, how often two edges fall on one place is counted.
    /// </summary>
    /// <param name="pieces">Connected pieces of ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static TextDirection Of(IReadOnlyList<Component> pieces, double dpi)
    {
        var letters = pieces.Where(p => IsText(p, dpi)).ToList();
        if (letters.Count < 2) return new(false, 0, 1);
        var across = Best([.. letters.Select(p => (p.CentreX, (double)p.Top)), .. letters.Select(p => (p.CentreX, (double)p.Bottom))], dpi);
        var down = Best([.. letters.Select(p => (-p.CentreY, (double)p.Left)), .. letters.Select(p => (-p.CentreY, (double)p.Right))], dpi);
        var sideways = down.Score > 1.15 * across.Score;
        var (angle, _, surety) = sideways ? down : across;
        return new(sideways, surety >= Plain ? angle : 0, surety);
    }

    /// <summary>A few letters line up by chance at some angle; a real line does so much better than at most angles.</summary>
    private const double Plain = 1.6;

    /// <summary>A letter, or letters of a word that touch; no rule, frame, picture or speck.</summary>
    public static bool IsText(Component piece, double dpi) =>
        Math.Max(piece.Width, piece.Height) is var large && large >= 0.04 * dpi && large <= 1.2 * dpi
        && Math.Min(piece.Width, piece.Height) <= 0.35 * dpi && !(large > 0.4 * dpi && Math.Min(piece.Width, piece.Height) < 0.05 * dpi);

    private static (double Angle, double Score, double Surety) Best(List<(double Along, double Across)> edges, double dpi)
    {
        var coarse = Sweep(edges, -MostSkew, MostSkew, 0.5, 0.02 * dpi, dpi);
        var totals = coarse.Select(a => a.Scores.Sum()).ToArray();
        var near = coarse[Array.IndexOf(totals, totals.Max())].Angle;
        var fine = Sweep(edges, near - 0.6, near + 0.6, 0.05, Math.Max(1, 0.01 * dpi), dpi).Select(a => (a.Angle, Score: a.Scores.Sum())).ToList();
        var best = fine.Max(a => a.Score);
        // The middle of all angles that are nearly as good.
        var angle = fine.Where(a => a.Score >= 0.97 * best).Average(a => a.Angle);
        // Lines of a curved page run at another angle in each part.
        var score = Enumerable.Range(0, coarse[0].Scores.Length).Sum(b => coarse.Max(a => a.Scores[b]));
        return (Math.Clamp(angle, -MostSkew, MostSkew), score, totals.Max() / Math.Max(1, totals.Order().ElementAt(totals.Length / 2)));
    }

    /// <summary>For each angle, how often edges fall on one place in each part of the page; parts are so wide along the lines.</summary>
    private const double Part = 2.2;

    private static List<(double Angle, double[] Scores)> Sweep(List<(double Along, double Across)> edges, double from, double to, double step, double bin, double dpi)
    {
        double first = edges.Min(e => e.Along), reach = Part * dpi * Math.Tan((MostSkew + 1) * Math.PI / 180), least = edges.Min(e => e.Across) - reach;
        var bins = (int)((edges.Max(e => e.Across) + reach - least) / bin) + 3;
        var parts = (int)((edges.Max(e => e.Along) - first) / (Part * dpi)) + 1;
        var counts = new int[bins * parts];
        var found = new List<(double, double[])>();
        for (var angle = from; angle <= to + step / 2; angle += step)
        {
            Array.Clear(counts);
            var slope = Math.Tan(angle * Math.PI / 180);
            foreach (var (along, place) in edges)
            {
                var part = (int)((along - first) / (Part * dpi));
                var at = (int)((place + (along - first - part * Part * dpi) * slope - least) / bin);
                counts[part * bins + Math.Clamp(at, 0, bins - 1)]++;
            }

            var scores = new double[parts];
            for (var i = 0; i < counts.Length; i++) scores[i / bins] += (double)counts[i] * (counts[i] - 1);
            found.Add((angle, scores));
        }

        return found;
    }
}
