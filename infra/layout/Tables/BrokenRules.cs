using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// Finds ruling lines that are drawn as dots or dashes: many short runs of one length with gaps of one length between them, and paper
/// above and below. Print is never that even.
/// </summary>
public static class BrokenRules
{
    /// <summary>The longest dash, inches.</summary>
    private const double Dash = 0.09;

    /// <summary>The widest gap, inches.</summary>
    private const double Gap = 0.055;

    /// <summary>Where the paper above and below is looked at, inches.</summary>
    private const double Aside = 0.03;

    /// <summary>The thickest such line, inches: bars of digits one below the other are as even, but wider.</summary>
    private const double Thickest = 0.03;

    /// <summary>The shortest line, inches.</summary>
    private const double Shortest = 0.14;

    private const int Fewest = 6;
    private const double Uneven = 0.3;
    private const double MostInkAside = 0.15;

    /// <summary>Letters stand on a line with their feet; next to none hang from it.</summary>
    private const double MostFeet = 0.7, MostHanging = 0.4;

    /// <summary>The ink with the gaps of such lines filled.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static BinaryImage Filled(BinaryImage image, double dpi)
    {
        var across = Lines(image, dpi, MostHanging);
        var turned = image.Transposed();
        var down = Lines(turned, dpi, MostFeet);
        if (across.Count == 0 || down.Count == 0) return image;
        var whole = (byte[])image.Ink.Clone();
        foreach (var (at, from, to) in across) whole.AsSpan(at * image.Width + from, to - from).Fill(1);
        foreach (var (at, from, to) in down)
            for (var y = from; y < to; y++) whole[y * image.Width + at] = 1;
        return image with { Ink = whole };
    }

    private static List<(int At, int From, int To)> Lines(BinaryImage image, double dpi, double mostBelow)
    {
        var lines = new List<(int, int, int)>();
        var runs = new List<(int From, int To)>();
        int dash = Math.Max(2, (int)(Dash * dpi)), gap = Math.Max(2, (int)(Gap * dpi));
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Ink.AsSpan(y * image.Width, image.Width);
            runs.Clear();
            for (var to = 0; InkRuns.Next(row, 1, 1, ref to, out var from);)
            {
                if (runs.Count > 0 && (from - runs[^1].To > gap || to - from > dash)) Take();
                if (to - from <= dash) runs.Add((from, to));
            }

            Take();

            void Take()
            {
                if (runs.Count >= Fewest && runs[^1].To - runs[0].From >= Shortest * dpi && IsEven(runs) && IsApart(image, y, runs, dpi, mostBelow) && IsThin(image, y, runs, dpi))
                    lines.Add((y, runs[0].From, runs[^1].To));
                runs.Clear();
            }
        }

        return lines;
    }

    private static bool IsEven(List<(int From, int To)> runs)
    {
        double dashes = 0, gaps = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            dashes += runs[i].To - runs[i].From;
            if (i > 0) gaps += runs[i].From - runs[i - 1].To;
        }

        double dash = dashes / runs.Count, gap = gaps / (runs.Count - 1), strayDash = 0, strayGap = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            strayDash += Math.Abs(runs[i].To - runs[i].From - dash);
            if (i > 0) strayGap += Math.Abs(runs[i].From - runs[i - 1].To - gap);
        }

        return strayDash / runs.Count <= Math.Max(0.8, Uneven * dash) && strayGap / (runs.Count - 1) <= Math.Max(0.8, Uneven * gap);
    }

    // Stems of letters go on above and below each of their rows; a line has paper on one side, and at most some letters' feet on the other.
    private static bool IsApart(BinaryImage image, int y, List<(int From, int To)> runs, double dpi, double mostBelow)
    {
        var aside = Math.Max(3, (int)(Aside * dpi));
        double above = Ink(y - aside), below = Ink(y + aside);
        return Math.Min(above, below) <= MostInkAside && above <= MostFeet && below <= mostBelow;

        double Ink(int row) => row < 0 || row >= image.Height ? 0 : runs.Sum(run => image.Count(run.From, row, run.To, row + 1)) / (double)runs.Sum(run => run.To - run.From);
    }

    // Dots are as wide as the line is thick; of the bars of digits most are wider.
    private static bool IsThin(BinaryImage image, int y, List<(int From, int To)> runs, double dpi)
    {
        var most = Math.Max(3, (int)(Thickest * dpi));
        return 2 * runs.Count(run => Thickness((run.From + run.To) / 2) <= most) > runs.Count;

        int Thickness(int x)
        {
            int top = y, bottom = y + 1;
            while (top > 0 && y - top <= most && image.Ink[((top - 1) * image.Width) + x] != 0) top--;
            while (bottom < image.Height && bottom - y <= most && image.Ink[(bottom * image.Width) + x] != 0) bottom++;
            return bottom - top;
        }
    }
}
