namespace LearningSociety.Domain.Text;

/// <summary>How alike two texts are when slips of a text recognition are forgiven (see <see cref="ReadingSlips"/>).</summary>
public static class TextSimilarity
{
    private const double SpaceCost = 0.25;

    /// <summary>1 for the same words whatever their marks, 0 for nothing alike.</summary>
    public static double Of(string? a, string? b) => OfWords(VietnameseText.Words(a), VietnameseText.Words(b));

    /// <summary>1 for the same words with the same marks, 0 for nothing alike: a slip of a mark counts little, but it counts.</summary>
    public static double OfMarked(string? a, string? b) => OfWords(VietnameseText.FoldCase(a), VietnameseText.FoldCase(b));

    /// <summary>What it takes to make one letter of another: 0 for the same, little for a slip that recognition is known for, 1 for another letter.</summary>
    /// <param name="a">A small letter or digit.</param>
    /// <param name="b">Another.</param>
    public static double LetterCost(char a, char b) => ReadingSlips.Cost(a, b);

    /// <summary>What it takes to make one text of the other: 0 for the same words whatever their marks, 1 for each other letter, less for slips and for spaces.</summary>
    public static double DistanceOf(string? a, string? b) => Distance(VietnameseText.Words(a), VietnameseText.Words(b));

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
        var (before, previous) = (new double[b.Length + 1], new double[b.Length + 1]);
        for (var j = 1; j <= b.Length; j++) previous[j] = previous[j - 1] + Gap(b[j - 1]);
        var current = new double[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] + Gap(a[i - 1]);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = previous[j - 1] + ReadingSlips.Cost(a[i - 1], b[j - 1]);
                cost = Math.Min(cost, Math.Min(previous[j] + Gap(a[i - 1]), current[j - 1] + Gap(b[j - 1])));
                if (i > 1) cost = Math.Min(cost, before[j - 1] + ReadingSlips.Cost(a[i - 2], a[i - 1], b[j - 1]));
                if (j > 1) cost = Math.Min(cost, previous[j - 2] + ReadingSlips.Cost(b[j - 2], b[j - 1], a[i - 1]));
                current[j] = cost;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    private static double Gap(char character) => character == ' ' ? SpaceCost : 1;
}
