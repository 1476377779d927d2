using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.TextLayer;

/// <summary>
/// How words looked that were surely recognised as what the text layer says. A word of the same text that looks the same need not be
/// recognised again, on whatever page of whatever file: forms repeat most of their words.
/// </summary>
public sealed class KnownWords
{
    /// <summary>Words are compared at this height, pixels.</summary>
    private const int Height = 24;

    /// <summary>The side of the squares that two looks are compared by, and how much darker or lighter the mean of one may be.</summary>
    private const int Square = 4, MostDifference = 65;

    private const int MostWords = 500, MostLooks = 4, ShortestWord = 2, Wider = 2;

    /// <summary>Light and dark are not told apart where they differ by less.</summary>
    private const int LeastContrast = 60;

    private readonly Dictionary<string, List<GrayImage>> looks = [];

    /// <summary>Whether a word of this text was seen.</summary>
    public bool Has(string text) => looks.ContainsKey(text);

    /// <summary>Whether a word looks as one of this text did.</summary>
    /// <param name="page">The page, grey.</param>
    /// <param name="word">The word, pixels of the page.</param>
    public bool Holds(GrayImage page, FrameWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return looks.TryGetValue(word.Text, out var known) && Look(page, word.Box) is { } look && known.Exists(k => AreAlike(k, look));
    }

    /// <summary>Remembers the look of a word that was surely recognised. Numbers are not: each of their digits counts.</summary>
    public void Add(GrayImage page, FrameWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Text.Length < ShortestWord || !word.Text.All(char.IsLetter) || Look(page, word.Box) is not { } look) return;
        if (looks.Count >= MostWords) looks.Clear();
        if (!looks.TryGetValue(word.Text, out var known)) looks[word.Text] = known = [];
        if (known.Count == MostLooks) known.RemoveAt(0);
        known.Add(look);
    }

    /// <summary>The word at an even height and contrast; null where there is hardly any.</summary>
    private static GrayImage? Look(GrayImage page, Rect box)
    {
        var cut = WordStrip.Cut(page, box, Height);
        int least = 255, most = 0;
        foreach (var value in cut.Pixels) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return most - least < LeastContrast ? null : cut with { Pixels = Array.ConvertAll(cut.Pixels, p => (byte)((p - least) * 255 / (most - least))) };
    }

    private static bool AreAlike(GrayImage one, GrayImage other)
    {
        if (Math.Abs(one.Width - other.Width) > Wider) return false;
        for (var dy = -1; dy <= 1; dy++)
        for (var dx = -1; dx <= 1; dx++)
            if (AreAlike(one, other, dx, dy)) return true;
        return false;
    }

    private static bool AreAlike(GrayImage one, GrayImage other, int dx, int dy)
    {
        int width = Math.Max(one.Width, other.Width);
        for (var top = 0; top < Height; top += Square)
        for (var left = 0; left < width; left += Square)
        {
            var sum = 0;
            for (var y = top; y < top + Square; y++)
            for (var x = left; x < left + Square; x++)
                sum += At(one, x, y) - At(other, x + dx, y + dy);
            if (Math.Abs(sum) > MostDifference * Square * Square) return false;
        }

        return true;
    }

    private static int At(GrayImage image, int x, int y) => (uint)x < (uint)image.Width && (uint)y < (uint)image.Height ? image.Pixels[y * image.Width + x] : byte.MaxValue;
}
