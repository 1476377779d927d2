namespace LearningSociety.Domain.Text;

/// <summary>How alike two texts are when slips of a text recognition are forgiven. Works on <see cref="VietnameseText.Words"/>.</summary>
public static class TextSimilarity
{
    private const double SlipCost = 0.4;
    private const double SpaceCost = 0.25;

    // Letters that recognition takes for one another on worn paper.
    private static readonly string[] Confused = ["0odqc", "1lijtf7", "5s", "8b3", "ce", "ao", "un", "hbk", "gq96", "vy", "z2", "rn", "mn", "wv"];

    /// <summary>1 for the same words, 0 for nothing alike.</summary>
    public static double Of(string? a, string? b) => OfWords(VietnameseText.Words(a), VietnameseText.Words(b));

    /// <summary>The likeness of the phrase to the stretch of the text that is most like it: 1 when it stands there word by word, 0 when either is empty.</summary>
    public static double OfPhrase(string? text, string? phrase)
    {
        var words = VietnameseText.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wanted = VietnameseText.Words(phrase);
        if (words.Length == 0 || wanted.Length == 0) return 0;
        var length = wanted.Count(character => character == ' ') + 1;
        var best = 0.0;
        for (var size = Math.Max(1, length - 1); size <= length + 1; size++)
        {
            for (var start = 0; start + Math.Min(size, words.Length) <= words.Length; start++)
            {
                best = Math.Max(best, OfWords(string.Join(' ', words.Skip(start).Take(size)), wanted));
                if (best >= 1) return 1;
            }
        }

        return best;
    }

    private static double OfWords(string a, string b)
    {
        if (a == b) return a.Length == 0 ? 0 : 1;
        var longest = Math.Max(a.Length, b.Length);
        return a.Length == 0 || b.Length == 0 ? 0 : Math.Max(0, 1 - (Distance(a, b) / longest));
    }

    private static double Distance(string a, string b)
    {
        var previous = new double[b.Length + 1];
        for (var j = 1; j <= b.Length; j++) previous[j] = previous[j - 1] + Gap(b[j - 1]);
        var current = new double[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] + Gap(a[i - 1]);
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + Replace(a[i - 1], b[j - 1]);
                current[j] = Math.Min(replaced, Math.Min(previous[j] + Gap(a[i - 1]), current[j - 1] + Gap(b[j - 1])));
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    private static double Gap(char character) => character == ' ' ? SpaceCost : 1;

    // Two digits are never a slip of one another: "số 1" and "số 7" are two schools.
    private static double Replace(char a, char b) => a == b ? 0
        : char.IsDigit(a) && char.IsDigit(b) ? 1
        : Array.Exists(Confused, group => group.Contains(a, StringComparison.Ordinal) && group.Contains(b, StringComparison.Ordinal)) ? SlipCost
        : 1;
}
