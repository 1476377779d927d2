using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.TextLayer;

/// <summary>
/// Chooses the few words of a page that are worth recognising: those whose width does not suit their letters, and after them words that together
/// hold as many different letters and digits as possible, so that no letter can stand for another unseen.
/// </summary>
public static class WordSample
{
    private const int MostWords = 14, MostOdd = 4, MostLetters = 80, LongestWord = 14;

    /// <summary>Chosen words, in no order.</summary>
    /// <param name="words">Words of the text layer, any unit.</param>
    public static IReadOnlyList<FrameWord> Of(IReadOnlyList<FrameWord> words)
    {
        var fit = words.Where(w => WordLikeness.Signs(w.Text) == w.Text.Length && w.Text.Length <= LongestWord && w.Box.Width > w.Box.Height * 0.3).ToList();
        if (fit.Count == 0) return [];
        var widths = fit.ConvertAll(w => w.Box.Width / w.Box.Height / w.Text.Sum(Advance));
        var usual = widths.Order().ElementAt(widths.Count / 2);
        var chosen = fit.Zip(widths).Where(p => p.Second / usual is < 0.6 or > 1.7).OrderByDescending(p => Math.Abs(Math.Log(p.Second / usual)))
            .Select(p => p.First).DistinctBy(w => w.Text).Take(MostOdd).ToList();
        var seen = chosen.SelectMany(w => w.Text).ToHashSet();
        var candidates = fit.DistinctBy(w => w.Text).Where(w => w.Text.Length >= 2).ToList();
        while (chosen.Count < MostWords && chosen.Sum(w => w.Text.Length) < MostLetters)
        {
            var next = candidates.Select(w => (Word: w, News: w.Text.Distinct().Count(c => !seen.Contains(c)))).MaxBy(p => p.News / (2.0 + p.Word.Text.Length));
            if (next.Word is null || next.News == 0) break;
            chosen.Add(next.Word);
            seen.UnionWith(next.Word.Text);
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
