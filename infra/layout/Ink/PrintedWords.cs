using LearningSociety.Layout.Pages;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Ink;

/// <summary>The words of a page that are surely print: no hand is sought on them.</summary>
internal static class PrintedWords
{
    /// <summary>Print is read with more confidence, and no heading is taller, inches.</summary>
    private const double Sure = 0.6, Tallest = 0.4;

    /// <summary>A lone sign is no wider, inches.</summary>
    private const double Sign = 0.2;

    /// <summary>
    /// A signature is now and then read surely as few letters ("NNW"): so many at most, alone in their line, so many times taller than the page's words,
    /// without a vowel, or one letter. A word tells how tall words are only where there are so many.
    /// </summary>
    private const int MostLetters = 5, FewestWords = 5;

    private const double Tall = 1.7;

    /// <summary>Words of one line are so nearly of one height.</summary>
    private const double AsTall = 0.7;

    /// <summary>Words of a text layer are print, whatever encoding they are in.</summary>
    private const double OfTextLayer = 1;

    /// <summary>Signs that Vietnamese print has beside letters and digits; others are what strokes of a hand were taken for.</summary>
    private const string Signs = ".,:;-–/()[]%+*…_'\"“”‘’&";

    /// <summary>The words.</summary>
    /// <param name="lines">What was read.</param>
    /// <param name="dpi">Pixels an inch of their boxes.</param>
    public static IEnumerable<FrameWord> Of(IReadOnlyList<FrameLine> lines, double dpi)
    {
        var heights = lines.SelectMany(l => l.Words).Where(w => IsRead(w, dpi) && w.Text.Length > 1).Select(w => w.Box.Height).Order().ToArray();
        var tall = heights.Length < FewestWords ? Tallest * dpi : Tall * heights[heights.Length / 2];
        return lines.SelectMany(l => l.Words.Where(w => IsRead(w, dpi) && !(MayBeHand(w, tall) && !HasNeighbour(l, w, dpi))));
    }

    private static bool MayBeHand(FrameWord word, double tall) =>
        word.Text.Length <= MostLetters && (word.Box.Height > tall || (word.Confidence < OfTextLayer && word.Text.Any(char.IsLetter) && (word.Text.Length == 1 || !word.Text.Any(WordLikeness.IsVowel))));

    private static bool HasNeighbour(FrameLine line, FrameWord word, double dpi) => line.Words.Any(w => w != word && IsRead(w, dpi) && w.Text.Length > 1 && w.Box.Height >= AsTall * word.Box.Height);

    private static bool IsPrinted(char sign) => char.IsAsciiDigit(sign) || WordLikeness.IsVietnamese(sign) || Signs.Contains(sign, StringComparison.Ordinal);

    private static bool IsRead(FrameWord word, double dpi) =>
        word.Confidence >= Sure && word.Box.Height <= Tallest * dpi && word.Text.Any(char.IsLetterOrDigit) && (word.Confidence >= OfTextLayer || word.Text.All(IsPrinted)) && (word.Text.Length > 1 || word.Box.Width <= Sign * dpi);
}
