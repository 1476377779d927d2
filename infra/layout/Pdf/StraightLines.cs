using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Pdf;

/// <summary>Joins the bars of a page to ruling lines: pieces in line, dots and dashes.</summary>
internal static class StraightLines
{
    /// <summary>Bars whose middles are nearer lie in one line, points.</summary>
    private const double InLine = 0.4;

    /// <summary>The widest gap between dashes.</summary>
    private const double Gap = 4.2;

    /// <summary>The shortest ruling line, and what is no side of a small square.</summary>
    private const double Shortest = 6, LongerThanSquares = 22;

    /// <summary>Lines that meet end no farther from one another.</summary>
    private const double Touch = 2.5;

    /// <summary>A bar thicker than this has one direction only.</summary>
    private const double Dot = 3.4;

    /// <summary>The lines of both directions, and the sides of small squares made of bars.</summary>
    public static (IReadOnlyList<Rect> Across, IReadOnlyList<Rect> Down, IReadOnlyList<Rect> Squares) Of(IReadOnlyList<Rect> bars)
    {
        var across = Joined(bars.Where(b => b.Height <= Dot));
        var down = Joined(bars.Where(b => b.Width <= Dot).Select(Turned));
        var turnedDown = down.ConvertAll(Turned);
        var longAcross = across.Where(l => l.Width > LongerThanSquares).ToList();
        var longDown = turnedDown.Where(l => l.Height > LongerThanSquares).ToList();
        var keptAcross = across.Where(l => l.Width > LongerThanSquares || Ends(l).All(e => longDown.Exists(d => d.Grow(Touch).Contains(e.X, e.Y)))).ToList();
        var keptDown = turnedDown.Where(l => l.Height > LongerThanSquares || Ends(l).All(e => longAcross.Exists(a => a.Grow(Touch).Contains(e.X, e.Y)))).ToList();
        var (sides, uprights) = (across.Except(keptAcross).ToList(), turnedDown.Except(keptDown).ToList());
        return (keptAcross, keptDown, [.. uprights.Where(u => sides.Exists(s => s.Grow(Touch).SharedArea(u) > 0))]);
    }

    private static IEnumerable<Point> Ends(Rect line) => line.Width >= line.Height
        ? [new(line.Left, line.CentreY), new(line.Right, line.CentreY)] : [new(line.CentreX, line.Top), new(line.CentreX, line.Bottom)];

    private static List<Rect> Joined(IEnumerable<Rect> bars)
    {
        var lines = new List<Rect>();
        var level = new List<Rect>();
        foreach (var bar in bars.OrderBy(b => b.CentreY))
        {
            if (level.Count > 0 && bar.CentreY - level[0].CentreY > InLine) Take();
            level.Add(bar);
        }

        Take();
        return lines;

        void Take()
        {
            Rect? line = null;
            foreach (var bar in level.OrderBy(b => b.Left))
            {
                if (line is { } before && bar.Left - before.Right <= Gap) line = before.Union(bar);
                else
                {
                    End();
                    line = bar;
                }
            }

            End();
            level.Clear();

            void End()
            {
                if (line is { } whole && whole.Width >= Shortest) lines.Add(whole);
            }
        }
    }

    private static Rect Turned(Rect box) => new(box.Top, box.Left, box.Bottom, box.Right);
}
