using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Ink;

/// <summary>
/// Finds seals and handwriting on a page. A seal is a ring of 28 to 48 mm, red, or black on a grey or fax page. Handwriting is what
/// is left when printed words, ruling lines and the seal are taken away: strokes larger than letters.
/// </summary>
public static class InkFinder
{
    private const double SmallestRadius = 0.55, LargestRadius = 0.95;
    private const int Coloured = 255 - 38;

    /// <summary>Looks at a page.</summary>
    /// <param name="image">The upright page without ruling lines and without red; full resolution.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch of <paramref name="image"/>.</param>
    /// <param name="planes">Colours in the same frame, at any resolution; null on a grey page.</param>
    /// <param name="lines">What was read.</param>
    /// <param name="grids">Tables; what lies in them is no signature.</param>
    public static IReadOnlyList<FrameInk> Find(
        GrayImage image, int inkLevel, double dpi, ColourPlanes? planes, IReadOnlyList<FrameLine> lines, IReadOnlyList<Grid> grids)
    {
        var factor = Math.Max(1, (int)Math.Round(dpi / 100));
        var small = Reduce.Darkest(image, factor).Darker(inkLevel);
        var smallDpi = dpi / factor;
        var words = lines.SelectMany(l => l.Words).Where(w => IsPrint(w, dpi)).ToList();
        foreach (var word in words) Clear(small, Reduce.Box(word.Box.Grow(0.01 * dpi), factor));

        var found = new List<FrameInk>();
        var seals = new List<Rect>();
        if (planes is not null)
        {
            var planeFactor = (double)image.Width / planes.Red.Width;
            var planeDpi = dpi / planeFactor;
            foreach (var ring in RedSeals(planes.Red.Darker(Coloured), planeDpi))
                Take(Reduce.Box(ring.Box, 1 / planeFactor), 0.6 + 0.4 * ring.Coverage);
        }

        foreach (var ring in CircleFinder.Find(small, smallDpi, SmallestRadius, LargestRadius, 0.72))
        {
            var box = Reduce.Box(ring.Box, 1.0 / factor);
            if (seals.Any(s => s.SharedArea(box) > 0)) continue;
            Take(box, ring.Coverage);
            ClearDisc(small, ring);
        }

        var strokes = HandFinder.Strokes(small, smallDpi, [.. seals.Select(s => Reduce.Box(s, factor))], [.. grids.Select(g => Reduce.Box(g.Bounds, factor))])
            .Select(b => Reduce.Box(b, 1.0 / factor)).ToList();
        if (planes is not null)
        {
            var planeFactor = (double)image.Width / planes.Blue.Width;
            strokes.AddRange(HandFinder.BlueStrokes(planes.Blue.Darker(Coloured), dpi / planeFactor).Select(b => Reduce.Box(b, 1 / planeFactor)));
        }

        found.AddRange(HandFinder.Joined(strokes, 0.35 * dpi).Select(h => new FrameInk(InkKind.Signature, Surety(h, dpi), h)));
        return found;

        void Take(Rect box, double confidence)
        {
            seals.Add(box);
            found.Add(new(InkKind.Seal, Math.Min(confidence, 0.99), box));
        }
    }

    /// <summary>The tables without those that are a seal's own lines.</summary>
    public static IReadOnlyList<Grid> WithoutSeals(IReadOnlyList<Grid> grids, IReadOnlyList<FrameInk> ink) =>
        [.. grids.Where(g => !ink.Any(i => i.Kind == InkKind.Seal && i.Box.SharedArea(g.Bounds) > 0.4 * g.Bounds.Width * g.Bounds.Height))];

    /// <summary>The lines without what recognition made of strokes and seals: unsure words, and lone signs, on ink.</summary>
    public static IReadOnlyList<FrameLine> WithoutScribble(IReadOnlyList<FrameLine> lines, IReadOnlyList<FrameInk> ink)
    {
        if (ink.Count == 0) return lines;
        return [.. lines.Select(l => new FrameLine([.. l.Words.Where(w => !IsScribble(w))])).Where(l => l.Words.Count > 0)];

        bool IsScribble(FrameWord word) =>
            (word.Confidence < 0.6 || !word.Text.Any(char.IsLetterOrDigit) || word.Text.Length <= 2 && word.Confidence < 0.85)
            && ink.Any(i => i.Box.Contains(word.Box.CentreX, word.Box.CentreY));
    }

    private static IReadOnlyList<Circle> RedSeals(BinaryImage red, double dpi) =>
        CircleFinder.Find(red, dpi, SmallestRadius, LargestRadius, 0.5);

    /// <summary>A word that is surely print: read with confidence and no taller than a heading.</summary>
    private static bool IsPrint(FrameWord word, double dpi) =>
        word.Confidence >= 0.6 && word.Box.Height <= 0.4 * dpi && word.Text.Any(char.IsLetterOrDigit) && (word.Text.Length > 1 || word.Box.Width <= 0.2 * dpi);

    /// <summary>Larger strokes are surer.</summary>
    private static double Surety(Rect box, double dpi) => Math.Clamp(0.6 + 0.25 * (Math.Max(box.Width, box.Height) / dpi - 0.3), 0.6, 0.98);

    private static void Clear(BinaryImage image, Rect box)
    {
        for (var y = Math.Max(0, (int)box.Top); y < Math.Min(image.Height, Math.Ceiling(box.Bottom)); y++)
        for (var x = Math.Max(0, (int)box.Left); x < Math.Min(image.Width, Math.Ceiling(box.Right)); x++)
            image.Ink[y * image.Width + x] = 0;
    }

    private static void ClearDisc(BinaryImage image, Circle ring)
    {
        // The measured line may be the inner edge of a thick ring.
        var radius = 1.06 * ring.Radius + 3;
        for (var y = Math.Max(0, (int)(ring.Y - radius)); y < Math.Min(image.Height, ring.Y + radius); y++)
        for (var x = Math.Max(0, (int)(ring.X - radius)); x < Math.Min(image.Width, ring.X + radius); x++)
            if ((x - ring.X) * (x - ring.X) + (y - ring.Y) * (y - ring.Y) <= radius * radius) image.Ink[y * image.Width + x] = 0;
    }
}
