namespace LearningSociety.Layout.Pages;

/// <summary>
/// Cuts lines that recognition ran across two columns (the letterhead, the signature block) at their gutter, and puts the left
/// pieces of neighbouring lines before the right ones.
/// </summary>
public static class Columns
{
    /// <summary>The lines, cut and put in order.</summary>
    /// <param name="lines">Lines from top to bottom.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static IReadOnlyList<FrameLine> Cut(IReadOnlyList<FrameLine> lines, double dpi)
    {
        var gaps = lines.Select(l => Gaps(l, dpi)).ToList();
        var result = new List<FrameLine>();
        var right = new List<FrameLine>();
        (double From, double To)? gutter = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var gap = gaps[i].FirstOrDefault(g => g.Width >= 0.45 * dpi || Neighbours(i).Any(n => gaps[n].Any(o => Math.Min(o.To, g.To) - Math.Max(o.From, g.From) >= 0.1 * dpi)));
            if (gap is null)
            {
                var box = Bounds(lines[i]);
                if (gutter is var (from, to) && right.Count > 0 && Near(lines[i - 1], lines[i]) && (box.Left >= from || box.Right <= to))
                {
                    (box.Left >= from ? right : result).Add(lines[i]);
                    continue;
                }

                Flush();
                result.Add(lines[i]);
                continue;
            }

            if (gutter is var (f, t) && (gap.To <= f || gap.From >= t || !Near(lines[i - 1], lines[i]))) Flush();
            gutter = gutter is var (g0, g1) ? (Math.Max(g0, gap.From), Math.Min(g1, gap.To)) : (gap.From, gap.To);
            result.Add(new([.. lines[i].Words.Take(gap.After + 1)]));
            right.AddRange(Cut([new([.. lines[i].Words.Skip(gap.After + 1)])], dpi));
        }

        Flush();
        return result;

        void Flush()
        {
            result.AddRange(right);
            right.Clear();
            gutter = null;
        }

        IEnumerable<int> Neighbours(int i)
        {
            if (i > 0 && Near(lines[i - 1], lines[i])) yield return i - 1;
            if (i + 1 < lines.Count && Near(lines[i], lines[i + 1])) yield return i + 1;
        }
    }

    private sealed record Gap(int After, double From, double To)
    {
        public double Width => To - From;
    }

    private static List<Gap> Gaps(FrameLine line, double dpi)
    {
        var gaps = new List<Gap>();
        for (var w = 1; w < line.Words.Count; w++)
        {
            double from = line.Words[w - 1].Box.Right, to = line.Words[w].Box.Left;
            if (to - from >= 0.16 * dpi) gaps.Add(new(w - 1, from, to));
        }

        return gaps;
    }

    private static bool Near(FrameLine above, FrameLine below)
    {
        Rect a = Bounds(above), b = Bounds(below);
        return b.Top > a.Top && b.Top - a.Bottom < 2.5 * Math.Min(a.Height, b.Height);
    }

    private static Rect Bounds(FrameLine line) => line.Words.Select(w => w.Box).Aggregate((a, b) => a.Union(b));
}
