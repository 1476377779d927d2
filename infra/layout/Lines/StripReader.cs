using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Lines;

/// <summary>
/// Recognises single lines of a page. A line that was read unsurely or in part is read once more enlarged: another size of the same
/// letters is as good as another reader, and whether both agree is the best sign of what is right.
/// </summary>
/// <param name="engine">The engine of this thread.</param>
/// <param name="page">The page without ruling lines, cleaned.</param>
/// <param name="map">Its pieces of ink.</param>
/// <param name="owner">For each piece (by id) the number of its line, from 1; 0 for none.</param>
/// <param name="dpi">Pixels an inch.</param>
public sealed class StripReader(OcrEngine engine, GrayImage page, InkMap map, int[] owner, double dpi)
{
    private const double Enlarged = 1.5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Reads a line.</summary>
    /// <param name="strip">The line.</param>
    /// <param name="number">Its number in the owners of pieces.</param>
    /// <param name="sure">A line whose words are all as sure as this is not read again.</param>
    public IReadOnlyList<FrameWord> Read(TextStrip strip, int number, double sure)
    {
        var picture = StripPicture.Cut(page, map, owner, strip, number, (int)(0.02 * dpi));
        var first = Recognise(picture, 1, TextShape.Line, false);
        if (first.Count > 0 && first.All(w => w.Confidence >= sure) && !Misses(strip, first)) return first;
        var second = Recognise(picture, Enlarged, TextShape.Line, false);
        return Better(strip, first, second);
    }

    /// <summary>
    /// Reads a line outside of tables: where a signature or a seal lies over its end, also with the letters that the strokes hide. The reading with most
    /// letters that are sure stands.
    /// </summary>
    public IReadOnlyList<FrameWord> ReadFree(TextStrip strip, int number, double sure)
    {
        var best = Read(strip, number, sure);
        foreach (var picture in CoveredStrip.Pictures(page, map, owner, strip, number, dpi))
        {
            var again = Recognise(picture, 1, TextShape.Line, false);
            if (Surety(again) > Surety(best) + 0.5) best = again;
        }

        return best;

        static double Surety(IReadOnlyList<FrameWord> words) => words.Sum(w => w.Text.Count(char.IsLetterOrDigit) * (w.Confidence - 0.5));
    }

    /// <summary>Reads a line that holds digits only.</summary>
    public IReadOnlyList<FrameWord> ReadDigits(TextStrip strip, int number, double scale) =>
        Recognise(StripPicture.Cut(page, map, owner, strip, number, (int)(0.08 * dpi)), scale, TextShape.Line, true);

    /// <summary>Reads a line that is a single character.</summary>
    public IReadOnlyList<FrameWord> ReadCharacter(TextStrip strip, int number) =>
        Recognise(StripPicture.Cut(page, map, owner, strip, number, (int)(0.08 * dpi)), 1, TextShape.Character, false);

    /// <summary>A digit or two alone give the recogniser too little to go by: the line is set three times in a row and must read alike.</summary>
    public FrameWord? ReadThreefold(TextStrip strip, int number)
    {
        var picture = StripPicture.Cut(page, map, owner, strip, number, 0).Image;
        int gap = (int)(0.05 * dpi), border = (int)(0.1 * dpi), width = 3 * picture.Width + 2 * gap + 2 * border, height = picture.Height + 2 * border;
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        for (var copy = 0; copy < 3; copy++)
        for (var y = 0; y < picture.Height; y++)
            picture.Pixels.AsSpan(y * picture.Width, picture.Width).CopyTo(pixels.AsSpan((y + border) * width + border + copy * (picture.Width + gap)));
        var words = engine.Read(new(width, height, pixels), dpi, TextShape.Line, Limit, true).SelectMany(l => l).ToList();
        var text = string.Concat(words.Select(w => w.Text));
        if (text.Length == 0 || text.Length % 3 != 0) return null;
        var third = text[..(text.Length / 3)];
        return text == third + third + third ? new(third, words.Min(w => w.Confidence), strip.Box) : null;
    }

    private List<FrameWord> Recognise(StripPicture picture, double scale, TextShape shape, bool digits) =>
        [.. engine.Read(Enlarge.By(picture.Image, scale), scale * dpi, shape, Limit, digits).SelectMany(l => l)
            .Where(w => w.Text.Length > 0)
            .Select(w => new FrameWord(w.Text, w.Confidence, w.Box.Times(1 / scale).Move(picture.Left, picture.Top), Evidence.Once))];

    private List<FrameWord> Better(TextStrip strip, List<FrameWord> first, List<FrameWord> second)
    {
        if (second.Count == 0) return first;
        if (first.Count == 0) return second;
        var (best, other) = IsBetter(strip, second, first) ? (second, first) : (first, second);
        return [.. best.Select(w => w with { Evidence = IsIn(other, w) ? Evidence.Confirmed : Evidence.Contradicted })];
    }

    private static bool IsIn(List<FrameWord> words, FrameWord word) =>
        words.Exists(o => o.Text == word.Text && o.Box.SharedArea(word.Box) > 0.3 * word.Box.Width * word.Box.Height);

    private bool IsBetter(TextStrip strip, List<FrameWord> second, List<FrameWord> first)
    {
        double one = Mean(first), two = Mean(second);
        bool firstMisses = Misses(strip, first), secondMisses = Misses(strip, second);
        return firstMisses != secondMisses
            ? firstMisses ? two > one - 0.25 : two > one + 0.25
            : two > one + 0.02;
    }

    /// <summary>Whether fewer signs were read than there are large pieces of ink, or a large piece lies on no word: then something was passed over.</summary>
    private bool Misses(TextStrip strip, List<FrameWord> words)
    {
        var body = 0.6 * (strip.Bottom - strip.Top);
        var large = 0;
        foreach (var id in strip.Pieces)
        {
            var box = map.Pieces[id - 1].Box;
            if (box.Height < body) continue;
            large++;
            if (!words.Exists(w => box.CentreX >= w.Box.Left - 0.03 * dpi && box.CentreX <= w.Box.Right + 0.03 * dpi)) return true;
        }

        return words.Sum(w => w.Text.Length) < 0.7 * large;
    }

    private static double Mean(List<FrameWord> words) => words.Sum(w => w.Confidence * w.Text.Length) / words.Sum(w => w.Text.Length);
}
