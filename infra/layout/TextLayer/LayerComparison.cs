using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.TextLayer;

/// <summary>Confirms a suspicion by the recognised page: compares words at the same places.</summary>
public static class LayerComparison
{
    private const double Alike = 0.5, SureWord = 0.7, SureNumber = 0.9;

    private const int MostMissing = 5;

    /// <summary>In what the page differs from its text layer, said shortly; null when it does not.</summary>
    /// <param name="suspicion">What was suspected; its words in inches of the page.</param>
    /// <param name="layer">The page by its text layer.</param>
    /// <param name="shown">The page as recognised.</param>
    public static string? Of(Suspicion suspicion, PageReading layer, PageReading shown)
    {
        if (shown.Unreadable is not null) return null;
        switch (suspicion.Doubt)
        {
            case LayerDoubt.NoLetters:
                return "unreadable letters";
            case LayerDoubt.Missing:
                var more = shown.Words.Where(w => w.Confidence >= SureWord && WordLikeness.Signs(w.Text) >= 3 && !layer.Words.Any(l => Box(l).Grow(0.05).SharedArea(Box(w)) > 0)).ToList();
                return more.Count >= MostMissing ? $"not in the text layer: {more[0].Text}" : null;
            default:
                foreach (var word in suspicion.Words)
                    if (Shown(word.Box, shown) is var (text, confidence) && Differs(word.Text, text, confidence)) return $"text layer {word.Text}, page {(text.Length == 0 ? "nothing" : text)}";
                return null;
        }
    }

    private static (string Text, double Confidence) Shown(Rect box, PageReading page)
    {
        var there = page.Words.Where(w => Box(w) is var b && b.CentreY > box.Top && b.CentreY < box.Bottom && b.SharedArea(box) > 0.3 * Math.Min(b.Width * b.Height, box.Width * box.Height))
            .OrderBy(w => w.Polygon[0]).ToList();
        return there.Count == 0 ? ("", 1) : (string.Concat(there.Select(w => w.Text)), there.Min(w => w.Confidence));
    }

    private static bool Differs(string layer, string shown, double confidence)
    {
        if (layer.All(char.IsAsciiDigit)) return shown != layer && (shown.Length == 0 || (shown.All(char.IsAsciiDigit) && confidence >= SureNumber));
        return WordLikeness.Of(layer, shown) < Alike && confidence >= SureWord;
    }

    private static Rect Box(WordReading word)
    {
        var p = word.Polygon;
        return new(Math.Min(p[0], p[6]), Math.Min(p[1], p[3]), Math.Max(p[2], p[4]), Math.Max(p[5], p[7]));
    }
}
