using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.TextLayer;

/// <summary>Looks whether a page shows what its text layer says, cheaply enough for every page. What it suspects must be confirmed by recognising the page.</summary>
public sealed class TextLayerCheck(Lazy<OcrEngine> engine, KnownWords known)
{
    /// <summary>Ink differs from its paper by at least so much.</summary>
    private const int Contrast = 24;

    private const int InkLevel = 160, MostMissing = 20;

    private const double Alike = 0.5;

    /// <summary>What was read so much like the text layer is surely what it says.</summary>
    private const double Sure = 0.99;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly WordSample sample = new();

    /// <summary>The gravest doubt about a page's text layer; null when there is none.</summary>
    /// <param name="lines">The text layer, pixels of the picture.</param>
    /// <param name="text">The page, grey.</param>
    /// <param name="colour">The page in colour, at any size; null when it is grey.</param>
    /// <param name="bare">The page without ruling lines, at least without those that may be taken for letters.</param>
    /// <param name="fonts">The fonts of a page that shows letters and rules alone; null for another.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public Suspicion? Look(IReadOnlyList<FrameLine> lines, GrayImage text, ColourImage? colour, GrayImage bare, IReadOnlySet<int>? fonts, double dpi)
    {
        var all = lines.SelectMany(l => l.Words).ToList();
        if (HasNoLetters(all)) return new(LayerDoubt.NoLetters, []);
        var words = all.Where(w => WordLikeness.Signs(w.Text) > 0).ToList();
        var shown = words.Where(w => IsInked(text, colour, w.Box)).ToList();
        var hidden = words.Except(shown).Where(w => WordLikeness.Signs(w.Text) >= 2).Concat(Stacked(words)).ToList();
        if (hidden.Count > 0) return new(LayerDoubt.Hidden, hidden);
        if (ShowsMore(all, bare, dpi)) return new(LayerDoubt.Missing, []);
        var others = Unlike(text, sample.Of([.. shown.Where(w => IsInked(text, null, w.Box))], fonts, w => known.Holds(text, w), known.Has));
        return others.Count > 0 ? new(LayerDoubt.OtherWords, others) : null;
    }

    /// <summary>Signs of no script that these documents are written in: private ones, replacements, other alphabets. Bullets are few.</summary>
    private static bool HasNoLetters(List<FrameWord> words)
    {
        int all = words.Sum(w => w.Text.Length), strange = words.Sum(w => w.Text.Count(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsLetter(c) && c is > '\u024F' and not (>= '\u1E00' and <= '\u1EFF'))));
        return all >= 20 && strange > 0.2 * all;
    }

    private static bool IsInked(GrayImage text, ColourImage? colour, Rect box)
    {
        if (Range(text.Width, text.Height, text.Pixels, 1, 0, box) >= Contrast) return true;
        if (colour is null) return false;
        var small = box.Times((double)colour.Width / text.Width);
        return Range(colour.Width, colour.Height, colour.Pixels, 3, 1, small) >= Contrast || Range(colour.Width, colour.Height, colour.Pixels, 3, 2, small) >= Contrast;
    }

    private static int Range(int width, int height, byte[] pixels, int channels, int channel, Rect box)
    {
        int least = 255, most = 0;
        for (var y = Math.Max(0, (int)box.Top); y < Math.Min(height, (int)box.Bottom); y++)
        for (var x = Math.Max(0, (int)box.Left); x < Math.Min(width, (int)box.Right); x++)
        {
            int value = pixels[(y * width + x) * channels + channel];
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return most - least;
    }

    /// <summary>Words that lie on one another and differ: only one of them can be read.</summary>
    private static IEnumerable<FrameWord> Stacked(List<FrameWord> words)
    {
        var sorted = words.OrderBy(w => w.Box.Top).ToList();
        for (var i = 0; i < sorted.Count; i++)
        for (var j = i + 1; j < sorted.Count && sorted[j].Box.Top < sorted[i].Box.Bottom; j++)
        {
            Rect a = sorted[i].Box, b = sorted[j].Box;
            if (a.SharedArea(b) <= 0.6 * Math.Min(a.Width * a.Height, b.Width * b.Height) || WordLikeness.Of(sorted[i].Text, sorted[j].Text) >= Alike) continue;
            yield return sorted[i];
            yield return sorted[j];
        }
    }

    /// <summary>Whether there is ink that stands in rows like letters where the text layer has no word.</summary>
    private static bool ShowsMore(List<FrameWord> words, GrayImage bare, double dpi)
    {
        var rest = bare with { Pixels = (byte[])bare.Pixels.Clone() };
        foreach (var word in words) Whiten(rest, word.Box.Grow(0.03 * dpi));
        var letters = Components.Of(rest.Darker(InkLevel)).Where(p => p.Height >= 0.05 * dpi && p.Height <= 0.25 * dpi && p.Width <= 0.25 * dpi && p.Width >= 0.02 * dpi)
            .OrderBy(p => p.Bottom).ToList();
        var standing = 0;
        for (var i = 0; i < letters.Count; i++)
        {
            var beside = 0;
            for (var j = i - 1; j >= 0 && letters[i].Bottom - letters[j].Bottom <= 0.02 * dpi; j--) beside += Near(letters[i], letters[j]);
            for (var j = i + 1; j < letters.Count && letters[j].Bottom - letters[i].Bottom <= 0.02 * dpi; j++) beside += Near(letters[i], letters[j]);
            if (beside >= 5) standing++;
        }

        return standing >= MostMissing;

        int Near(Component a, Component b) => Math.Abs(a.CentreX - b.CentreX) < 1.2 * dpi ? 1 : 0;
    }

    private static void Whiten(GrayImage image, Rect box)
    {
        int left = Math.Max(0, (int)box.Left), right = Math.Min(image.Width, (int)Math.Ceiling(box.Right));
        if (right <= left) return;
        for (var y = Math.Max(0, (int)box.Top); y < Math.Min(image.Height, Math.Ceiling(box.Bottom)); y++)
            image.Pixels.AsSpan(y * image.Width + left, right - left).Fill(byte.MaxValue);
    }

    /// <summary>The words that recognition reads quite otherwise, all at once and then each alone.</summary>
    private List<FrameWord> Unlike(GrayImage text, IReadOnlyList<FrameWord> words)
    {
        if (words.Count == 0) return [];
        var strip = WordStrip.Of(text, words);
        var read = strip.Assign(engine.Value.Read(strip.Image, WordStrip.Dpi, TextShape.Line, Limit).SelectMany(l => l));
        for (var i = 0; i < words.Count; i++)
            if (WordLikeness.Of(words[i].Text, read[i]) >= Sure) known.Add(text, words[i]);
        return [.. words.Where((word, i) => Differs(word.Text, read[i]) && Differs(word.Text, Alone(text, word)))];
    }

    private string Alone(GrayImage text, FrameWord word)
    {
        var strip = WordStrip.Of(text, [word]);
        return string.Concat(engine.Value.Read(strip.Image, WordStrip.Dpi, TextShape.Line, Limit).SelectMany(l => l).Select(w => w.Text));
    }

    /// <summary>Too few letters or an unread word say nothing; numbers must agree in every digit.</summary>
    private static bool Differs(string layer, string read)
    {
        if (WordLikeness.Signs(read) == 0) return false;
        if (layer.Length >= 2 && layer.All(char.IsAsciiDigit)) return read.Length == layer.Length && read.All(char.IsAsciiDigit) && read != layer;
        return layer.Length >= 3 && WordLikeness.Of(layer, read) < Alike;
    }
}
