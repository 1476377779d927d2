using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Ink;

/// <summary>
/// Finds seals and handwriting on a page. A seal is a ring (<see cref="SealSize"/>), red, or black on a grey or fax page. Handwriting is what
/// is left when printed words, ruling lines and the seal are taken away: strokes larger than letters.
/// </summary>
public static class InkFinder
{
    /// <summary>How much of a red ring must be seen: nothing else on a page is red and round.</summary>
    private const double RedCoverage = 0.45, RedArcs = 0.28;

    /// <summary>Red ink is sought so many radii beyond its ring.</summary>
    private const double RedEdge = 0.08;

    /// <summary>How much of a black ring must be seen.</summary>
    private const double BlackCoverage = 0.6, BlackArcs = 0.42;

    /// <summary>What is less sure is but a trace of a seal or of a hand: there may be one, and somebody must look.</summary>
    public const double Sure = 0.6;

    /// <summary>The confidence of a trace of a hand.</summary>
    private const double Trace = 0.5;

    /// <summary>A hand stands in so many radii around its seal.</summary>
    private const double HandReach = 1.5;

    /// <summary>Letters of a seal stand between so many radii from its middle.</summary>
    private const double Lettering = 0.5, WithinRing = 1.1;

    /// <summary>Looks at a page.</summary>
    /// <param name="image">The upright page without ruling lines and without red; full resolution.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch of <paramref name="image"/>.</param>
    /// <param name="planes">Colours in the same frame, at any resolution; null on a grey page.</param>
    /// <param name="lines">What was read.</param>
    /// <param name="tables">Tables; what lies in them is no signature.</param>
    /// <param name="back">The page as it was before print on its back was taken away; null where none was.</param>
    /// <param name="size">How large seals are; null for a whole page, whose size tells.</param>
    /// <param name="isDrawn">True for a page that was drawn, not scanned: its colours are what they were meant to be.</param>
    public static IReadOnlyList<FrameInk> Find(
        GrayImage image, int inkLevel, double dpi, ColourPlanes? planes, IReadOnlyList<FrameLine> lines, IReadOnlyList<Rect> tables, BackPrint? back = null, SealSize? size = null, bool isDrawn = false)
    {
        var factor = Math.Max(1, (int)Math.Round(dpi / 110));
        var grey = Reduce.Darkest(image, factor);
        var small = grey.Darker(inkLevel);
        var smallDpi = dpi / factor;
        var seal = size ?? SealSize.On(image, dpi);
        var printed = new BinaryImage(small.Width, small.Height, new byte[small.Ink.Length]);
        var unread = new BinaryImage(small.Width, small.Height, (byte[])small.Ink.Clone());
        var words = PrintedWords.Of(lines, dpi).Select(w => Reduce.Box(w.Box.Grow(0.01 * dpi), factor)).ToList();
        foreach (var box in words)
        {
            Fill(printed, box, 1);
            Fill(unread, box, 0);
        }

        var levels = new List<Rect>();
        var beside = unread.Count();
        var found = new List<FrameInk>();
        var seals = new List<Circle>();
        if (planes is not null)
        {
            var planeFactor = (double)image.Width / planes.Red.Width;
            var (red, print) = (planes.RedInk, RedSealInk.PrintLevel(grey, words));
            foreach (var ring in CircleFinder.Find(red, dpi / planeFactor, seal.Smallest, seal.Largest, RedCoverage, RedArcs))
            {
                Take(Scaled(ring, planeFactor / factor) with { IsRed = true }, 0.6 + 0.4 * ring.Coverage);
                // In a shadow red ink does not vanish from the red channel, and what is left of it is no hand.
                var box = seals[^1].Box.Grow(RedEdge * seals[^1].Radius);
                var ofSeal = new RedSealInk(grey, planes.Red, box, print, factor / planeFactor, isDrawn);
                foreach (var ink in new[] { small, unread }) ofSeal.Remove(ink, red);
            }
        }

        foreach (var ring in CircleFinder.Find(unread, smallDpi, seal.Smallest, seal.Largest, BlackCoverage, BlackArcs))
        {
            if (seals.Exists(s => s.Box.SharedArea(ring.Box) > 0)) continue;
            Take(ring, 0.5 + 0.3 * ring.Coverage + 0.2 * ring.Arcs);
            Clear(ring);
        }

        IReadOnlyList<SealTrace> worn = seals.Count > 0 ? [] : new WornSeals(image, inkLevel, factor, smallDpi, words, seal).Find(unread, back);
        foreach (var ring in worn.Where(t => t.Confidence >= Sure))
        {
            Take(ring.Circle, ring.Confidence);
            Clear(ring.Circle);
        }

        // What was read of a seal's own letters is no print over it: a hand may run through them.
        var overSeals = new BinaryImage(small.Width, small.Height, new byte[small.Ink.Length]);
        foreach (var box in words.Where(w => !seals.Exists(s => IsLettering(s, w))).Concat(levels)) Fill(overSeals, box, 1);
        var unsigned = tables.Select(t => Reduce.Box(t, factor)).ToList();
        // Half of the smallest stroke lies beside print.
        var looks = beside >= 0.14 * smallDpi;
        var strokes = looks ? HandFinder.Strokes(small, printed, overSeals, smallDpi, seals, unsigned).Select(b => Reduce.Box(b, 1.0 / factor)).ToList() : [];
        if (planes is not null)
        {
            var planeFactor = (double)image.Width / planes.Blue.Width;
            strokes.AddRange(HandFinder.BlueStrokes(planes.BlueInk, dpi / planeFactor, [.. tables.Select(t => t.Times(1 / planeFactor))]).Select(b => Reduce.Box(b, 1 / planeFactor)));
        }

        var hands = HandFinder.Joined(strokes, 0.35 * dpi);
        found.AddRange(hands.Select(h => new FrameInk(InkKind.Signature, Surety(h, dpi), h)));
        // Where only one half of a signature is sure, traces of the other count beside it.
        var alone = seals.Where(s => !hands.Any(h => IsBy(s, h))).ToList();
        if (looks && alone.Count > 0)
            found.AddRange(HandFinder.Joined(HandFinder.Traces(small, overSeals, smallDpi, alone).Select(b => Reduce.Box(b, 1.0 / factor)), 0.35 * dpi).Select(h => new FrameInk(InkKind.Signature, Trace, h)));
        foreach (var ring in worn.Where(t => t.Confidence < Sure && hands.Any(h => IsBy(t.Circle, h)))) Take(ring.Circle, ring.Confidence);
        return found;

        bool IsBy(Circle seal, Rect hand) => Reduce.Box(seal.Box.Grow((HandReach - 1) * seal.Radius), 1.0 / factor).SharedArea(hand) > 0;

        void Clear(Circle ring)
        {
            var print = PrintedLevels.At(unread, [.. words.Where(w => !IsLettering(ring, w))], ring, smallDpi);
            SealLines.Clear(small, ring, print);
            levels.AddRange(print);
        }

        void Take(Circle ring, double confidence)
        {
            seals.Add(ring);
            found.Add(new(InkKind.Seal, Math.Min(confidence, 0.99), Reduce.Box(ring.Box, 1.0 / factor)));
        }
    }

    /// <summary>Whether a word stands in the ring of letters of a seal, and nowhere beyond it.</summary>
    private static bool IsLettering(Circle seal, Rect word)
    {
        double Away(double x, double y) => Math.Sqrt((x - seal.X) * (x - seal.X) + (y - seal.Y) * (y - seal.Y)) / seal.Radius;
        return Away(word.CentreX, word.CentreY) > Lettering && new[] { Away(word.Left, word.Top), Away(word.Right, word.Top), Away(word.Left, word.Bottom), Away(word.Right, word.Bottom) }.Max() < WithinRing;
    }

    /// <summary>The tables without those that are a seal's own lines.</summary>
    public static IReadOnlyList<Grid> WithoutSeals(IReadOnlyList<Grid> grids, IReadOnlyList<FrameInk> ink) =>
        [.. grids.Where(g => !ink.Any(i => i.Kind == InkKind.Seal && i.Confidence >= Sure && i.Box.SharedArea(g.Bounds) > 0.4 * g.Bounds.Width * g.Bounds.Height))];

    /// <summary>The lines without what recognition made of strokes and seals: unsure words, and lone signs, on ink.</summary>
    public static IReadOnlyList<FrameLine> WithoutScribble(IReadOnlyList<FrameLine> lines, IReadOnlyList<FrameInk> ink)
    {
        if (ink.Count == 0) return lines;
        return [.. lines.Select(l => new FrameLine([.. l.Words.Where((w, at) => !IsScribble(w) || (at + 1 < l.Words.Count && BeginsPrint(w, l.Words[at + 1])))])).Where(l => l.Words.Count > 0)];

        bool IsScribble(FrameWord word) =>
            (word.Confidence < 0.6 || !word.Text.Any(char.IsLetterOrDigit) || word.Text.Length <= 2 && word.Confidence < 0.85)
            && ink.Any(i => i.Confidence >= Sure && i.Box.Contains(word.Box.CentreX, word.Box.CentreY));
    }

    // A word as large as the sure one right after it is print under ink: the surname of a name that a seal covers.
    private static bool BeginsPrint(FrameWord word, FrameWord next) =>
        word.Text.Count(char.IsLetter) >= 3 && next.Confidence >= 0.9 && next.Box.Left - word.Box.Right < 0.7 * next.Box.Height
        && Math.Abs(next.Box.CentreY - word.Box.CentreY) < 0.3 * next.Box.Height && word.Box.Height / next.Box.Height is > 0.7 and < 1.5;

    private static Circle Scaled(Circle ring, double factor) => ring with { X = ring.X * factor, Y = ring.Y * factor, Radius = ring.Radius * factor };

    /// <summary>Larger strokes are surer.</summary>
    private static double Surety(Rect box, double dpi) => Math.Clamp(0.6 + 0.25 * (Math.Max(box.Width, box.Height) / dpi - 0.3), 0.6, 0.98);

    /// <summary>Makes a rectangle, clipped to the picture, ink or paper.</summary>
    internal static void Fill(BinaryImage image, Rect box, byte value)
    {
        int left = Math.Max(0, (int)box.Left), right = Math.Min(image.Width, (int)Math.Ceiling(box.Right));
        if (right <= left) return;
        for (var y = Math.Max(0, (int)box.Top); y < Math.Min(image.Height, Math.Ceiling(box.Bottom)); y++) image.Ink.AsSpan(y * image.Width + left, right - left).Fill(value);
    }
}
