using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// Finds ruling lines that are hardly darker than their paper. A single pixel of one tells nothing; the mean over a short way along it
/// does, when the paper on both of its sides is lighter. Works at half the resolution.
/// </summary>
public static class PaleRules
{
    /// <summary>Half the way along which grey is averaged, pixels at half resolution.</summary>
    private const int Along = 5;

    /// <summary>How far aside the paper is compared.</summary>
    private const int Aside = 3;

    /// <summary>How much darker than the paper, of 255, on clean paper and on grainy paper.</summary>
    private const double LeastContrast = 1.5, MostContrast = 6;

    /// <summary>A row's faintest rule is at least so long, inches, and any that letters touch.</summary>
    private const double LongAcross = 0.9;

    /// <summary>The shortest pale stretch of a rule that is ink elsewhere, inches.</summary>
    private const double Gap = 0.12;

    /// <summary>How far beyond the grain of the paper.</summary>
    private const double BeyondGrain = 3.5;

    /// <summary>Darker than this is ink, no pale rule.</summary>
    private const int Ink = 160;

    /// <summary>On coarser pictures, pixels an inch, letters stand so near to rules that nothing can be said of what a drawn one lacks.</summary>
    private const double Coarse = 150;

    /// <summary>Along how much of what is left of a rule there may be letters that touch it.</summary>
    private const double MostBeside = 0.2;

    /// <summary>So much paper in a row, pixels at half resolution, is no grain.</summary>
    private const int Paper = 4;

    /// <summary>How much of a rule may be ink by its level, and how much of the faintest ones.</summary>
    private const double MostInk = 0.7, LeastInk = 0.2;

    /// <summary>Fewer new lines are folds of the paper or leftovers of a neighbouring page.</summary>
    private const int Fewest = 4;

    /// <summary>The ink of the page with its pale rules as ink.</summary>
    /// <param name="image">Even light.</param>
    /// <param name="ink">What is ink by its level.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static BinaryImage Added(GrayImage image, BinaryImage ink, double dpi)
    {
        if (image.Width < 60 || image.Height < 60) return ink;
        var half = Reduce.Mean(image, 2);
        var turned = new BinaryImage(half.Width, half.Height, half.Pixels).Transposed();
        var contrast = Math.Clamp(BeyondGrain * Grain(half), LeastContrast, MostContrast);
        var across = Ridges(half.Pixels, half.Width, half.Height, (int)(0.15 * dpi), contrast);
        var down = Ridges(turned.Ink, half.Height, half.Width, (int)(0.12 * dpi), contrast);
        var (mended, mendedDown) = (new List<(int At, int From, int To)>(), new List<(int At, int From, int To)>());
        across = Undrawn(across, ink, half.Pixels, half.Width, false, contrast, dpi, mended);
        down = Undrawn(down, ink, turned.Ink, half.Height, true, contrast, dpi, mendedDown);
        var isPale = Lines(across) + Lines(down) + Lines(mended) + Lines(mendedDown) >= Fewest;
        if (!isPale && mended.Count + mendedDown.Count == 0) return ink;

        var whole = ink with { Ink = (byte[])ink.Ink.Clone() };
        foreach (var run in mended.SelectMany(r => Dark(half.Pixels, half.Width, r))) Draw(whole, run, false);
        foreach (var run in WithoutPaper(mendedDown.SelectMany(r => Dark(turned.Ink, half.Height, r)))) Draw(whole, run, true);
        if (!isPale) return whole;
        var (weak, weakDown) = (across.Where(r => !IsUnbroken(half.Pixels, half.Width, r.At, r.From, r.To, MostContrast)).ToList(), down.Where(r => !IsUnbroken(turned.Ink, half.Height, r.At, r.From, r.To, MostContrast)).ToList());
        foreach (var run in across.Except(weak)) Draw(whole, run, false);
        foreach (var run in WithoutPaper(down.Except(weakDown).SelectMany(r => Dark(turned.Ink, half.Height, r)))) Draw(whole, run, true);

        // The faintest could be the blur about a row of letters, unless they are long, or go on where a rule ends.
        foreach (var run in weak.Where(r => r.To - r.From >= LongAcross * dpi / 2 && IsUnbroken(half.Pixels, half.Width, r.At, r.From, r.To, contrast / 2, LeastInk))) Draw(whole, run, false);
        foreach (var run in WithoutPaper(weakDown.Where(r => GoesOn(whole, r, dpi))).ToList()) Draw(whole, run, true);
        return whole;

        IEnumerable<(int At, int From, int To)> WithoutPaper(IEnumerable<(int At, int From, int To)> runs) => runs.SelectMany(r => Pieces(ink, turned.Ink, half.Height, r, contrast));
    }

    private static void Draw(BinaryImage image, (int At, int From, int To) run, bool down)
    {
        int left = down ? 2 * run.At : 2 * run.From, top = down ? 2 * run.From : 2 * run.At;
        int right = Math.Min(down ? left + 2 : 2 * run.To, image.Width), bottom = Math.Min(down ? 2 * run.To : top + 2, image.Height);
        for (var y = top; y < bottom; y++) image.Ink.AsSpan(y * image.Width + left, right - left).Fill(1);
    }

    /// <summary>Whether ink goes on for a quarter of an inch where an upright run ends, above or below.</summary>
    private static bool GoesOn(BinaryImage ink, (int At, int From, int To) run, double dpi)
    {
        int gap = (int)(0.12 * dpi), length = (int)(0.25 * dpi);
        return Runs(2 * run.From - gap - length) || Runs(2 * run.To + gap);

        bool Runs(int from)
        {
            if (from < 0 || from + length >= ink.Height) return false;
            var drawn = 0;
            for (var y = from; y < from + length; y++)
                for (var x = Math.Max(0, 2 * run.At - 2); x <= Math.Min(ink.Width - 1, 2 * run.At + 3); x++)
                {
                    if (ink.Ink[y * ink.Width + x] == 0) continue;
                    drawn++;
                    break;
                }

            return drawn >= 0.9 * length;
        }
    }

    /// <summary>How much means along a row differ from those a little below on blank paper: the usual difference.</summary>
    private static double Grain(GrayImage image)
    {
        const int Window = 2 * Along + 1;
        var differences = new List<int>();
        for (var y = 8; y < image.Height - Aside; y += 9)
        for (var x = 8; x + Window < image.Width; x += 3 * Window)
        {
            int one = 0, other = 0;
            for (var i = 0; i < Window; i++) (one, other) = (one + image.Pixels[y * image.Width + x + i], other + image.Pixels[(y + Aside) * image.Width + x + i]);
            differences.Add(Math.Abs(one - other));
        }

        differences.Sort();
        return differences.Count == 0 ? MostContrast : differences[differences.Count / 2] / (0.67 * Window);
    }

    /// <summary>Runs along rows that are darker than the rows on both sides: the row, first column, and the column after the last one.</summary>
    private static List<(int At, int From, int To)> Ridges(byte[] pixels, int width, int height, int shortest, double contrast)
    {
        const int Window = 2 * Along + 1, Kept = 2 * Aside + 1;
        var step = (int)(contrast * Window);
        var sums = new int[Kept][];
        for (var i = 0; i < Kept; i++) sums[i] = new int[width];
        var runs = new List<(int At, int From, int To)>();
        for (var y = 0; y < height; y++)
        {
            var sum = sums[y % Kept];
            ReadOnlySpan<byte> row = pixels.AsSpan(y * width, width);
            var running = 0;
            for (var x = 0; x < Window - 1; x++) running += row[x];
            for (var x = Along; x < width - Along; x++)
            {
                running += row[x + Along];
                sum[x] = running;
                running -= row[x - Along];
            }

            if (y < Kept - 1) continue;
            int[] middle = sums[(y - Aside) % Kept], before = sums[(y - 2 * Aside) % Kept];
            var start = -1;
            for (var x = Along; x <= width - Along; x++)
            {
                var ridge = x < width - Along && middle[x] + step < Math.Min(before[x], sum[x]);
                if (ridge && start < 0) start = x;
                if (ridge || start < 0) continue;

                // The mean reaches beyond the line's ends.
                if (x - start >= shortest) runs.Add((y - Aside, start + Along - 2, x - Along + 2));
                start = -1;
            }
        }

        return runs;
    }

    /// <summary>Whether nearly each place of the run that is no ink is darker than the paper beside it; between letters it is not.</summary>
    private static bool IsUnbroken(byte[] pixels, int width, int row, int from, int to, double contrast, double mostInk = MostInk, double leastDark = 0.75)
    {
        int solid = 0, dark = 0;
        for (var x = from; x < to; x++)
        {
            var (darkest, beside) = Tones(pixels, width, row, x);
            if (darkest < Ink) solid++;
            else if (darkest + contrast < beside) dark++;
        }

        return dark >= leastDark * (to - from - solid) && solid < mostInk * (to - from);
    }

    /// <summary>Whether there is paper beside the run; beside the feet of a row of letters there are their stems.</summary>
    private static bool IsApart(byte[] pixels, int width, (int At, int From, int To) run, double dpi)
    {
        int beside = 0, aside = Math.Clamp((int)Math.Round(0.03 * dpi / 2), 1, Aside);
        for (var x = run.From; x < run.To; x++)
            if (Math.Min(pixels[(run.At - aside) * width + x], pixels[(run.At + aside) * width + x]) < Ink) beside++;
        return beside <= MostBeside * (run.To - run.From);
    }

    /// <summary>A run without the paper that lies in it: between a letter's stem and the rule below.</summary>
    private static IEnumerable<(int At, int From, int To)> Dark(byte[] pixels, int width, (int At, int From, int To) run)
    {
        int from = run.From, light = 0;
        for (var x = run.From; x < run.To; x++)
        {
            // Beside a rule there may be letters on one side.
            var (darkest, _) = Tones(pixels, width, run.At, x);
            if (darkest >= Ink && darkest + MostContrast / 2 >= Math.Max(pixels[(run.At - Aside) * width + x], pixels[(run.At + Aside) * width + x]))
            {
                light++;
                continue;
            }

            if (light >= Paper)
            {
                if (x - light > from) yield return (run.At, from, x - light);
                from = x;
            }

            light = 0;
        }

        if (run.To - light > from) yield return (run.At, from, run.To - light);
    }

    /// <summary>An upright run without gaps that are no longer than what is averaged and as light as the paper beside: between a letter's foot and a rule.</summary>
    private static IEnumerable<(int At, int From, int To)> Pieces(BinaryImage ink, byte[] pixels, int width, (int At, int From, int To) run, double contrast)
    {
        var from = run.From;
        foreach (var gap in Gaps(ink, run, true).Where(g => g.To - g.From is > Paper and <= 2 * Along + 1))
        {
            double Mean(int aside) => Enumerable.Range(gap.From, gap.To - gap.From).Average(x => pixels[(run.At + aside) * width + x]);
            if (Math.Min(Mean(0), Math.Min(Mean(-1), Mean(1))) + contrast < Math.Max(Mean(-Aside), Mean(Aside))) continue;
            if (gap.From > from) yield return (run.At, from, gap.From);
            from = gap.To;
        }

        if (run.To > from) yield return (run.At, from, run.To);
    }

    /// <summary>The darkest tone of a line at a place along it, and the mean tone beside the line.</summary>
    private static (int Darkest, double Beside) Tones(byte[] pixels, int width, int row, int x)
    {
        var at = row * width + x;
        return (Math.Min(pixels[at], Math.Min(pixels[at - width], pixels[at + width])), (pixels[at - Aside * width] + pixels[at + Aside * width]) / 2.0);
    }

    /// <summary>The runs that are new rules; what a rule lacks that is ink already, by its level, goes into the mended ones.</summary>
    private static List<(int At, int From, int To)> Undrawn(
        List<(int At, int From, int To)> runs, BinaryImage ink, byte[] pixels, int width, bool down, double contrast, double dpi, List<(int At, int From, int To)> mended)
    {
        var pale = new List<(int At, int From, int To)>();
        foreach (var run in runs)
        {
            var gaps = Gaps(ink, run, down);
            if (gaps.Count == 0) continue;
            if (dpi < Coarse && gaps.Sum(g => g.To - g.From) < 0.25 * (run.To - run.From)) continue;
            if (!IsUnbroken(pixels, width, run.At, run.From, run.To, contrast / 2)) mended.AddRange(gaps.Where(g => g.To - g.From >= Gap * dpi / 2 && IsUnbroken(pixels, width, g.At, g.From, g.To, contrast / 2)));
            else if (gaps.Sum(g => g.To - g.From) >= 0.25 * (run.To - run.From)) pale.Add(run);
            else if ((run.To - run.From >= LongAcross * dpi / 2 || IsApart(pixels, width, run, dpi)) && IsUnbroken(pixels, width, run.At, run.From, run.To, MostContrast, MostInk, 0.95)) mended.Add(run);
        }

        return pale;
    }

    /// <summary>Where along a run there is no ink.</summary>
    private static List<(int At, int From, int To)> Gaps(BinaryImage ink, (int At, int From, int To) run, bool down)
    {
        var gaps = new List<(int At, int From, int To)>();
        for (var along = run.From; along < run.To; along++)
        {
            var drawn = false;
            for (var across = 2 * run.At - 2; across <= 2 * run.At + 3 && !drawn; across++)
            {
                int x = down ? across : 2 * along, y = down ? 2 * along : across;
                drawn = (uint)x < (uint)ink.Width && (uint)y < (uint)ink.Height && ink.Ink[y * ink.Width + x] != 0;
            }

            if (drawn) continue;
            if (gaps.Count > 0 && gaps[^1].To == along) gaps[^1] = (run.At, gaps[^1].From, along + 1);
            else gaps.Add((run.At, along, along + 1));
        }

        return gaps;
    }

    /// <summary>How many lines the runs make: runs on neighbouring rows are one.</summary>
    private static int Lines(List<(int At, int From, int To)> runs)
    {
        int lines = 0, last = int.MinValue / 2;
        foreach (var at in runs.Select(r => r.At).Order())
        {
            if (at - last > 4) lines++;
            last = at;
        }

        return lines;
    }
}
