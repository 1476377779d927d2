using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.TextLayer;

/// <summary>
/// Chooses the few words of a page that are worth recognising: those whose width does not suit their letters, and after them words that together
/// hold as many different letters and digits as possible, so that no letter can stand for another unseen. Letters seen on one page are not looked for
/// on the next ones of the same file; a few words of every page are, and only one where all its fonts were on pages before.
/// </summary>
public sealed class WordSample
{
    private const int MostWords = 14, MostOdd = 4, MostLetters = 60, LongestWord = 14, Places = 3;

    private readonly HashSet<char> seen = [];
    private readonly HashSet<int> seenFonts = [];

    /// <summary>Chosen words of the next page, in no order.</summary>
    /// <param name="words">Words of the text layer, any unit.</param>
    /// <param name="fonts">The fonts of a page that shows letters alone, each by its number in the file, 0 for an unknown one; null where that is not known.</param>
    /// <param name="isKnown">Whether a word's look is known, so that it need not be recognised.</param>
    /// <param name="mayBeKnown">Whether words of a text are.</param>
    public IReadOnlyList<FrameWord> Of(IReadOnlyList<FrameWord> words, IReadOnlySet<int>? fonts, Predicate<FrameWord> isKnown, Predicate<string> mayBeKnown)
    {
        var places = fonts is not null && !fonts.Contains(0) && fonts.IsSubsetOf(seenFonts) ? 1 : Places;
        if (fonts is not null) seenFonts.UnionWith(fonts);
        var fit = words.Where(w => WordLikeness.Signs(w.Text) == w.Text.Length && w.Text.Length <= LongestWord && w.Box.Width > w.Box.Height * 0.3).ToList();
        if (fit.Count == 0) return [];
        var widths = fit.ConvertAll(w => w.Box.Width / w.Box.Height / w.Text.Sum(Advance));
        var usual = widths.Order().ElementAt(widths.Count / 2);
        var chosen = fit.Zip(widths).Where(p => p.Second / usual is < 0.6 or > 1.7).OrderByDescending(p => Math.Abs(Math.Log(p.Second / usual)))
            .Select(p => p.First).DistinctBy(w => w.Text).Take(MostOdd).ToList();
        seen.UnionWith(chosen.SelectMany(w => w.Text));
        var candidates = fit.DistinctBy(w => w.Text).Where(w => w.Text.Length >= 2).ToList();
        while (candidates.Count > 0 && chosen.Count < MostWords && chosen.Sum(w => w.Text.Length) < MostLetters)
        {
            var next = candidates.Select(w => (Word: w, News: w.Text.Distinct().Count(c => !seen.Contains(c)))).MaxBy(p => p.News / (mayBeKnown(p.Word.Text) ? 1.0 : 2.0 + p.Word.Text.Length));
            if (next.Word is null || next.News == 0) break;
            if (!isKnown(next.Word)) chosen.Add(next.Word);
            seen.UnionWith(next.Word.Text);
        }

        // From here and there on the page, so that no part of it goes unseen.
        for (var place = 1; place <= places && chosen.Count < places + MostOdd && candidates.Count > 0; place++)
        {
            var word = candidates[candidates.Count * place / (places + 1)];
            if (!chosen.Contains(word) && !isKnown(word)) chosen.Add(word);
        }

        return chosen;
    }

    /// <summary>About how wide a letter is, as a share of the size of type.</summary>
    private static double Advance(char letter) => letter switch
    {
        'i' or 'l' or 'j' or 'I' or 't' or 'f' or 'r' or 'í' or 'ì' or 'ỉ' or 'ĩ' or 'ị' => 0.3,
        'm' or 'w' or 'M' or 'W' => 0.8,
        _ when char.IsUpper(letter) => 0.7,
        _ => 0.48,
    };
}
