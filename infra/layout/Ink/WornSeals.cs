using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>A ring that may be a seal.</summary>
/// <param name="Circle">The ring.</param>
/// <param name="Confidence">How surely, 0 to 1; below <see cref="InkFinder.Sure"/> it is a trace of one.</param>
internal sealed record SealTrace(Circle Circle, double Confidence);

/// <summary>Seals that a plain look for black rings misses: broken up by a fax, hardly darker than the paper, or taken away with print on the back.</summary>
/// <param name="image">The upright page.</param>
/// <param name="inkLevel">What is darker is ink.</param>
/// <param name="factor">How many times smaller rings are sought.</param>
/// <param name="dpi">Pixels an inch there.</param>
/// <param name="words">Words that were read, there.</param>
/// <param name="size">How large seals are.</param>
internal sealed class WornSeals(GrayImage image, int inkLevel, int factor, double dpi, IReadOnlyList<Rect> words, SealSize size)
{
    /// <summary>How much of a ring of dots must be seen once they are joined, and how much of one that is but a trace: a large loop of a hand is up to half a ring.</summary>
    private const double BrokenCoverage = 0.62, BrokenArcs = 0.52, TraceCoverage = 0.52, TraceArcs = 0.4;

    /// <summary>A ring hardly darker than the paper has to be nearly whole: it may shine through from the back.</summary>
    private const double FaintCoverage = 0.6, FaintArcs = 0.55;

    /// <summary>How much darker than paper the mean of a few pixels is where there is faint ink, and how much of a page that may be.</summary>
    private const int FaintContrast = 11;

    private const double MostFaint = 0.12;

    /// <summary>The same on a page without grain, where specks are all that is left of a ring.</summary>
    private const int SpeckContrast = 3;

    private const double MostSpecks = 0.02, SpeckCoverage = 0.6, SpeckArcs = 0.5;

    /// <summary>Fewer specks are a trace where there are next to none around them.</summary>
    private const double TraceSpecks = 0.5, TraceSpeckArcs = 0.2, TraceAgainstAround = 20;

    /// <summary>Half a ring's thickness, and where the paper around it is looked at, in radii; so many times more ink there is on the ring.</summary>
    private const double OnLine = 0.04, AroundFrom = 1.1, AroundTo = 1.3, AgainstAround = 2;

    /// <summary>None of them is as sure as a plain one; a trace is unsure.</summary>
    private const double Most = 0.85, Trace = 0.5;

    /// <summary>The seals; where there are none, traces of them.</summary>
    /// <param name="unread">Ink without words that were read.</param>
    /// <param name="back">The page with print of its back; null where none was taken away.</param>
    public IReadOnlyList<SealTrace> Find(BinaryImage unread, BackPrint? back)
    {
        var broken = Broken(unread);
        if (broken.Exists(t => t.Confidence > Trace)) return broken;
        if (Faint() is { Count: > 0 } faint) return faint;
        var specks = Specks();
        if (specks.Exists(t => t.Confidence > Trace)) return specks;
        if (back is null) return [.. broken, .. specks];
        return Before(back, back.OwnLevel, Most) is { Count: > 0 } own ? own : [.. broken, .. specks, .. Before(back, back.DoubtfulLevel, Trace)];
    }

    /// <summary>Rings of dots and dashes; where a word was read nobody can say what lies under it.</summary>
    private List<SealTrace> Broken(BinaryImage unread)
    {
        var joined = Wider(unread);
        var hidden = WithWords(new(unread.Width, unread.Height, new byte[unread.Ink.Length]), 1);
        return [.. CircleFinder.Find(joined, dpi, size.Smallest, size.Largest, TraceCoverage, TraceArcs, hidden)
            .Select(ring => new SealTrace(ring, ring.Coverage >= BrokenCoverage && ring.Arcs >= BrokenArcs ? SuretyOf(ring, Most) : Trace))
            .OrderByDescending(t => t.Confidence)];
    }

    /// <summary>Rings too pale for the level of ink, seen in the mean of neighbouring pixels; none where that is the grain of the paper.</summary>
    private List<SealTrace> Faint()
    {
        if (inkLevel >= Background.Paper - FaintContrast) return [];
        var ink = Reduce.Mean(image, factor).Darker(Background.Paper - FaintContrast);
        return ink.Count() <= MostFaint * ink.Ink.Length ? Rings(ink, Most) : [];
    }

    /// <summary>
    /// Rings of which a scanner that knows only black and white left specks, far apart and each a fraction of a pixel here. On a page without
    /// grain nothing else is so faint but the soft edges of ink, and those are left out.
    /// </summary>
    private List<SealTrace> Specks()
    {
        var mean = Reduce.Mean(image, factor);
        var hidden = WithWords(Wider(Wider(mean.Darker(inkLevel))), 1);
        var specks = mean.Darker(Background.Paper - SpeckContrast).Without(hidden);
        if (specks.Count() > MostSpecks * specks.Ink.Length) return [];
        var joined = Wider(specks);
        return [.. CircleFinder.Find(joined, dpi, size.Smallest, size.Largest, TraceSpecks, TraceSpeckArcs, hidden)
            .Select(ring => (Ring: ring, IsWhole: ring.Coverage >= SpeckCoverage && ring.Arcs >= SpeckArcs))
            .Where(found => StandsOut(joined, found.Ring, found.IsWhole ? AgainstAround : TraceAgainstAround))
            .Select(found => new SealTrace(found.Ring, found.IsWhole ? SuretyOf(found.Ring, Most) : Trace))];
    }

    private static BinaryImage Wider(BinaryImage image)
    {
        var wider = new BinaryImage(image.Width, image.Height, new byte[image.Ink.Length]);
        for (var y = 1; y < image.Height - 1; y++)
            for (var x = 1; x < image.Width - 1; x++)
            {
                if (image.Ink[y * image.Width + x] == 0) continue;
                for (var row = y - 1; row <= y + 1; row++) wider.Ink.AsSpan(row * image.Width + x - 1, 3).Fill(1);
            }

        return wider;
    }

    private List<SealTrace> Before(BackPrint back, int level, double most) => Rings(Reduce.Mean(back.Image, factor).Darker(level), most);

    private List<SealTrace> Rings(BinaryImage ink, double most) =>
        [.. CircleFinder.Find(WithWords(ink, 0), dpi, size.Smallest, size.Largest, FaintCoverage, FaintArcs).Where(ring => StandsOut(ink, ring)).Select(ring => new SealTrace(ring, SuretyOf(ring, most)))];

    /// <summary>Whether there is much more ink on a ring than around it: in the grain of a shadow there are rings everywhere.</summary>
    private static bool StandsOut(BinaryImage ink, Circle ring, double against = AgainstAround) => Density(ink, ring, 1 - OnLine, 1 + OnLine) >= against * Density(ink, ring, AroundFrom, AroundTo);

    private static double Density(BinaryImage ink, Circle ring, double from, double to)
    {
        int seen = 0, inked = 0;
        for (var y = Math.Max(0, (int)(ring.Y - to * ring.Radius)); y <= Math.Min(ink.Height - 1, ring.Y + to * ring.Radius); y++)
        for (var x = Math.Max(0, (int)(ring.X - to * ring.Radius)); x <= Math.Min(ink.Width - 1, ring.X + to * ring.Radius); x++)
        {
            var away = double.Hypot(x - ring.X, y - ring.Y) / ring.Radius;
            if (away < from || away > to) continue;
            seen++;
            inked += ink.Ink[y * ink.Width + x];
        }

        return inked / (double)Math.Max(1, seen);
    }

    /// <summary>The same picture, with ink or paper where words were read.</summary>
    private BinaryImage WithWords(BinaryImage image, byte value)
    {
        foreach (var box in words) InkFinder.Fill(image, box, value);
        return image;
    }

    private static double SuretyOf(Circle ring, double most) => most * (0.7 + (0.3 * ring.Arcs));
}
