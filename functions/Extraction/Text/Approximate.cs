using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Text;

/// <summary>A phrase found in a text with a number of edits (letters changed, lost or added); a slip that recognition is known for is less than one.</summary>
internal readonly record struct PhraseMatch(int Start, int Length, double Edits, int PhraseLength)
{
    /// <summary>How alike the text is to the phrase, 0..1.</summary>
    public double Likeness => PhraseLength == 0 ? 0 : 1 - (Edits / PhraseLength);
}

/// <summary>Comparison that forgives what OCR does to folded text. Short phrases are forgiven nothing.</summary>
internal static class Approximate
{
    /// <summary>Edits that a phrase of this length is forgiven.</summary>
    public static int Allowance(int length) => length < 8 ? 0 : length < 14 ? 1 : Math.Min(8, length / 7);

    /// <summary>The best place of a phrase in a text, both folded keys, on word boundaries; null when it is not there.</summary>
    public static PhraseMatch? Find(string text, string phrase, int? allowance = null)
    {
        if (phrase.Length == 0 || text.Length == 0) return null;
        var exact = FindWhole(text, phrase);
        if (exact >= 0) return new(exact, phrase.Length, 0, phrase.Length);
        var most = allowance ?? Allowance(phrase.Length);
        return most == 0 || !MayOccur(text, phrase, most) ? null : FindNear(text, phrase, most);
    }

    /// <summary>True when the phrase is in the text.</summary>
    public static bool Contains(string text, string phrase) => Find(text, phrase) is not null;

    /// <summary>True when two folded keys are the same but for the edits forgiven.</summary>
    public static bool Same(string a, string b) => Distance(a, b) <= Allowance(Math.Min(a.Length, b.Length));

    /// <summary>Edits between two texts (Levenshtein).</summary>
    public static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    // Of one more pieces than there are edits at least one is left whole: a quick no for most phrases.
    private static bool MayOccur(string text, string phrase, int most)
    {
        var size = phrase.Length / (most + 1);
        if (size < 2) return true;
        for (var piece = 0; piece <= most; piece++)
        {
            var start = piece * size;
            var length = piece == most ? phrase.Length - start : size;
            if (text.AsSpan().IndexOf(phrase.AsSpan(start, length), StringComparison.Ordinal) >= 0) return true;
        }

        return false;
    }

    private static int FindWhole(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (StartsWord(text, at) && EndsWord(text, at + phrase.Length)) return at;
        }

        return -1;
    }

    // Sellers' algorithm: edit distance of the phrase against every stretch of the text, remembering where each stretch began.
    private static PhraseMatch? FindNear(string text, string phrase, int most)
    {
        var cost = new double[phrase.Length + 1];
        var begin = new int[phrase.Length + 1];
        for (var i = 0; i <= phrase.Length; i++) cost[i] = i;
        PhraseMatch? best = null;
        for (var j = 1; j <= text.Length; j++)
        {
            var (diagonal, diagonalBegin) = (cost[0], begin[0]);
            (cost[0], begin[0]) = (0, j);
            for (var i = 1; i <= phrase.Length; i++)
            {
                var (left, leftBegin) = (cost[i], begin[i]);
                var (value, from) = (diagonal + TextSimilarity.LetterCost(phrase[i - 1], text[j - 1]), diagonalBegin);
                if (left + 1 < value) (value, from) = (left + 1, leftBegin);
                if (cost[i - 1] + 1 < value) (value, from) = (cost[i - 1] + 1, begin[i - 1]);
                (diagonal, diagonalBegin) = (left, leftBegin);
                (cost[i], begin[i]) = (value, from);
            }

            var edits = cost[phrase.Length];
            if (edits > most || (best is { } known && known.Edits <= edits)) continue;
            var start = begin[phrase.Length];
            if (StartsWord(text, start) && EndsWord(text, j)) best = new(start, j - start, edits, phrase.Length);
        }

        return best;
    }

    private static bool StartsWord(string text, int at) => at == 0 || text[at - 1] == ' ' || (at < text.Length && text[at] == ' ');

    private static bool EndsWord(string text, int end) => end >= text.Length || text[end] == ' ' || text[end - 1] == ' ';
}
