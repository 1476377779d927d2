using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Ocr;

/// <summary>
/// The second reading of table cells: where the first one left ink unread or was unsure, the cell is read alone; ink that even
/// then is no text but has the size of a mark is taken as a tick.
/// </summary>
public sealed class CellReader(OcrEngine engine, GrayImage image, int inkLevel, double dpi)
{
    private const double Unsure = 0.7;

    /// <summary>Words surer than this are not read again.</summary>
    private const double SureWord = 0.87;

    /// <summary>How sure a reading must be that takes the place of a surer one because it reads ink the other left unread.</summary>
    private const double Legible = 0.5;

    /// <summary>Another size of the same letters is as good as another reader.</summary>
    private const double Enlarged = 1.5;

    private const double SureNumber = 0.85;

    /// <summary>A mark known by its shape.</summary>
    private const double MarkConfidence = 0.95;

    /// <summary>Ink of a mark's size that is no text.</summary>
    private const double InkConfidence = 0.7;

    /// <summary>Reads a cell again where that is needed.</summary>
    /// <param name="cell">Its upright rectangle, pixels.</param>
    /// <param name="words">The first reading.</param>
    /// <param name="digits">Whether the cells of its column hold numbers.</param>
    /// <param name="limit">Time for one reading.</param>
    /// <returns>The words that stand; the first reading itself when it is good.</returns>
    public IReadOnlyList<FrameWord> Read(Rect cell, IReadOnlyList<FrameWord> words, bool digits, TimeSpan limit)
    {
        var inner = Clip(cell.Grow(-0.02 * dpi));
        if (inner.Width < 0.06 * dpi || inner.Height < 0.06 * dpi) return words;
        var blobs = InkBlobs.In(image, inner, inkLevel).Where(b => b.Pixels >= SmallestMark && Math.Max(b.Box.Width, b.Box.Height) >= 0.035 * dpi).ToList();
        if (words.Count == 0 && blobs.Count == 0) return words;
        if (blobs.Count == 0) return [.. words.Where(w => w.Confidence >= Unsure)];
        if (digits) return ReadNumber(inner, blobs, words, limit);
        if (Mark(blobs) is { } mark) return words is [{ Text: "x" or "X" or "+" or "✓" }] ? words : [new("x", MarkConfidence, mark)];

        if (words.Count > 0 && words.All(w => w.Confidence >= SureWord) && !Misses(words, blobs)) return words;
        var second = ReadText(inner, blobs, words, limit);
        if (words.Count > 0) return second;
        if (second.Count == 0 && Shape(blobs) == TextShape.Line) second = ReadAlone(inner, blobs, TextShape.Character, false, limit);
        if (second.Count > 0 && second.Average(w => w.Confidence) >= 0.3) return second;
        return Tick(blobs) is { } tick ? [new("x", InkConfidence, tick)] : second;
    }

    /// <summary>
    /// Text that was read unsurely or in part is read again alone, and once more enlarged as long as ink is left unread or the words are unsure.
    /// </summary>
    private IReadOnlyList<FrameWord> ReadText(Rect inner, List<InkBlob> blobs, IReadOnlyList<FrameWord> words, TimeSpan limit)
    {
        var best = words;
        foreach (var scale in new[] { 1, Enlarged })
        {
            var again = ReadAlone(inner, blobs, Shape(blobs), false, limit, scale);
            if (Better(again, best, blobs)) best = again;
            if (best.Count > 0 && best.All(w => w.Confidence >= Unsure) && !Misses(best, blobs)) break;
        }

        return best;
    }

    /// <summary>Whether ink as large as a letter lies on no word, or there are fewer signs than tall pieces of ink: then one was passed over.</summary>
    private bool Misses(IReadOnlyList<FrameWord> words, List<InkBlob> blobs)
    {
        var large = blobs.Where(b => Math.Max(b.Box.Width, b.Box.Height) >= 0.06 * dpi).ToList();
        return large.Exists(b => !words.Any(w => w.Box.Grow(0.03 * dpi).Contains(b.Box.CentreX, b.Box.CentreY)))
            || words.Sum(w => w.Text.Length) < large.Count(b => b.Box.Height >= 0.06 * dpi);
    }

    /// <summary>A number has as many digits as there are tall pieces of ink; a reading that has not is tried again with digits alone.</summary>
    private IReadOnlyList<FrameWord> ReadNumber(Rect inner, List<InkBlob> blobs, IReadOnlyList<FrameWord> words, TimeSpan limit)
    {
        var tallest = blobs.Max(b => b.Box.Height);
        if (tallest < 0.06 * dpi) return words;
        var expected = blobs.Where(b => b.Box.Height > 0.7 * tallest).Sum(b => DigitsIn(b, tallest));
        if (words is [var only] && Fits(only, expected) && only.Confidence >= SureNumber) return words;

        var readings = new List<FrameWord>();
        if (words is [var first] && first.Text.All(char.IsAsciiDigit)) readings.Add(first);
        if (ReadAlone(inner, blobs, TextShape.Line, true, limit) is [var alone]) readings.Add(alone);
        if (ReadAlone(inner, blobs, TextShape.Line, true, limit, Enlarged) is [var large]) readings.Add(large);
        if (ReadRepeated(inner, blobs, limit) is { } repeated) readings.Add(repeated);
        var best = readings.OrderByDescending(r => r.Text.Length == expected)
            .ThenByDescending(r => readings.Where(o => o.Text == r.Text).Sum(o => o.Confidence)).FirstOrDefault();
        if (best is null) return words;

        // Two readings that agree are surer than either; one that another contradicts or that does not fit its ink is a doubt.
        var agreeing = readings.Where(r => r.Text == best.Text).ToList();
        var surest = agreeing.Max(r => r.Confidence);
        var confidence = agreeing.Count > 1 ? 1 - (1 - surest) / 2 : surest;
        double support = agreeing.Sum(r => r.Confidence), against = readings.Where(r => r.Text != best.Text && r.Text.Length == expected).Sum(r => r.Confidence);
        if (against > 0) confidence *= support / (support + against);
        return [best with { Confidence = best.Text.Length == expected ? confidence : Math.Min(confidence, 0.5) }];
    }

    /// <summary>A digit or two alone give the recogniser too little to go by: the cell is set three times in a row and must read alike.</summary>
    private FrameWord? ReadRepeated(Rect inner, List<InkBlob> blobs, TimeSpan limit)
    {
        var bounds = blobs.Select(b => b.Box).Aggregate((a, b) => a.Union(b));
        var (picture, _, _) = Crop(Clip(bounds.Grow(0.03 * dpi), inner), 0);
        int gap = (int)(0.05 * dpi), border = (int)(0.1 * dpi), width = 3 * picture.Width + 2 * gap + 2 * border, height = picture.Height + 2 * border;
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        for (var copy = 0; copy < 3; copy++)
        for (var y = 0; y < picture.Height; y++)
            picture.Pixels.AsSpan(y * picture.Width, picture.Width).CopyTo(pixels.AsSpan((y + border) * width + border + copy * (picture.Width + gap)));
        var words = engine.Read(new(width, height, pixels), dpi, TextShape.Line, limit, true).SelectMany(l => l).ToList();
        var text = string.Concat(words.Select(w => w.Text));
        if (text.Length == 0 || text.Length % 3 != 0) return null;
        var third = text[..(text.Length / 3)];
        return text == third + third + third ? new(third, words.Min(w => w.Confidence), bounds) : null;
    }

    /// <summary>Digits that touch are one piece of ink; a digit is about six tenths as wide as it is high.</summary>
    private static int DigitsIn(InkBlob blob, double height) =>
        blob.Box.Width <= 0.9 * height ? 1 : Math.Max(1, (int)Math.Round(blob.Box.Width / (0.6 * height)));

    private static bool Fits(FrameWord word, int expected) => word.Text.Length == expected && word.Text.All(char.IsAsciiDigit);

    private TextShape Shape(List<InkBlob> blobs) =>
        blobs.Select(b => b.Box).Aggregate((a, b) => a.Union(b)).Height < 0.26 * dpi ? TextShape.Line : TextShape.Block;

    private int SmallestMark => Math.Max(4, (int)(0.0004 * dpi * dpi));

    private List<FrameWord> ReadAlone(Rect inner, List<InkBlob> blobs, TextShape shape, bool digits, TimeSpan limit, double scale = 1)
    {
        var bounds = blobs.Select(b => b.Box).Aggregate((a, b) => a.Union(b));
        var crop = Clip(bounds.Grow(0.05 * dpi), inner);
        var margin = (int)(0.08 * dpi);
        var (picture, left, top) = Crop(crop, margin);
        return [.. engine.Read(Enlarge.By(picture, scale), scale * dpi, shape, limit, digits).SelectMany(l => l)
            .Select(w => new FrameWord(w.Text, w.Confidence, Moved(w.Box.Times(1 / scale), left - margin, top - margin)))
            .Where(w => w.Text.Length > 0)];
    }

    /// <summary>A second reading wins when it is surer, or as sure and sees more, or when it alone reads all the ink.</summary>
    private bool Better(IReadOnlyList<FrameWord> second, IReadOnlyList<FrameWord> first, List<InkBlob> blobs)
    {
        if (second.Count == 0) return false;
        if (first.Count == 0) return true;
        double one = Mean(first), two = Mean(second);
        var (firstMisses, secondMisses) = (Misses(first, blobs), Misses(second, blobs));
        if (firstMisses != secondMisses) return firstMisses && two >= Legible && (two > one - 0.05 || Letters(second) > Letters(first));
        return two > one + 0.05 || (two > one - 0.1 && Letters(second) > Letters(first));
    }

    private static double Mean(IReadOnlyList<FrameWord> words) => words.Sum(w => w.Confidence * w.Text.Length) / words.Sum(w => w.Text.Length);

    private static int Letters(IReadOnlyList<FrameWord> words) => words.Sum(w => w.Text.Count(char.IsLetterOrDigit));

    /// <summary>The box of the one piece of ink when its shape is that of a mark.</summary>
    private Rect? Mark(List<InkBlob> blobs)
    {
        var large = blobs.Where(b => b.Pixels * 5 > blobs.Max(x => x.Pixels)).ToList();
        return large is [var one] && Tick(large) is { } box && MarkShape.IsMark(image, box, inkLevel) ? one.Box : null;
    }

    /// <summary>The box of a mark: one or a few strokes together no larger than a letter and no smaller than half of one.</summary>
    private Rect? Tick(List<InkBlob> blobs)
    {
        var box = blobs.Select(b => b.Box).Aggregate((a, b) => a.Union(b));
        var size = Math.Max(box.Width, box.Height);
        return size >= 0.05 * dpi && size <= 0.4 * dpi && Math.Min(box.Width, box.Height) >= 0.03 * dpi ? box : null;
    }

    private (GrayImage Picture, int Left, int Top) Crop(Rect box, int margin)
    {
        int left = (int)box.Left, top = (int)box.Top, width = Math.Max(1, (int)box.Right - left), height = Math.Max(1, (int)box.Bottom - top);
        int fullWidth = width + 2 * margin, fullHeight = height + 2 * margin;
        var pixels = new byte[fullWidth * fullHeight];
        Array.Fill(pixels, byte.MaxValue);
        for (var y = 0; y < height; y++)
            image.Pixels.AsSpan((top + y) * image.Width + left, width).CopyTo(pixels.AsSpan((y + margin) * fullWidth + margin));
        return (new(fullWidth, fullHeight, pixels), left, top);
    }

    private Rect Clip(Rect box) => Clip(box, new(0, 0, image.Width, image.Height));

    private static Rect Clip(Rect box, Rect within) => new(
        Math.Max(box.Left, within.Left), Math.Max(box.Top, within.Top), Math.Min(box.Right, within.Right), Math.Min(box.Bottom, within.Bottom));

    private static Rect Moved(Rect box, double x, double y) => new(box.Left + x, box.Top + y, box.Right + x, box.Bottom + y);
}
