using System.Text;

namespace LearningSociety.Layout.TextLayer;

/// <summary>
/// How alike two spellings of a word are, 0 to 1. Tone marks and letters that recognition mixes up count for nothing, and letters beyond ASCII
/// may be missing altogether: in the old Vietnamese encodings they are other signs.
/// </summary>
public static class WordLikeness
{
    private const string Marked = "aàáảãạăằắẳẵặâầấẩẫậ|eèéẻẽẹêềếểễệ|iìíỉĩịlj1!|oòóỏõọôồốổỗộơờớởỡợ0q|uùúủũụưừứửữự|yỳýỷỹỵ|dđ|s5|-–—", Vowels = "aeiouy";

    private static readonly Dictionary<char, char> Plain = Marked.Split('|').SelectMany(g => g.Select(c => (c, g[0]))).ToDictionary(p => p.c, p => p.Item2);

    /// <summary>Compares two words.</summary>
    public static double Of(string one, string other)
    {
        var folded = Alike(Folded(one), Folded(other));
        string a = Ascii(one), b = Ascii(other);
        return a.Length >= 2 && b.Length >= 2 ? Math.Max(folded, Alike(a, b)) : folded;
    }

    /// <summary>Letters and digits of a word.</summary>
    public static int Signs(string word) => word.Count(char.IsLetterOrDigit);

    /// <summary>Whether Vietnamese is written with the letter; f, j, w and z stand in names and signs.</summary>
    public static bool IsVietnamese(char letter) => char.IsAsciiLetter(letter) || (char.IsLetter(letter) && Plain.ContainsKey(char.ToLowerInvariant(letter)));

    /// <summary>Whether the letter is a vowel, with or without marks; y is one.</summary>
    public static bool IsVowel(char letter) =>
        Vowels.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal) || (!char.IsAscii(letter) && Plain.TryGetValue(char.ToLowerInvariant(letter), out var plain) && Vowels.Contains(plain, StringComparison.Ordinal));

    private static string Folded(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant())
            if (Plain.TryGetValue(c, out var plain)) text.Append(plain);
            else if (char.IsLetterOrDigit(c)) text.Append(c);
        return text.ToString();
    }

    private static string Ascii(string word) => new([.. word.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static double Alike(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return a.Length == b.Length ? 1 : 0;
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var corner = above[0]++;
            for (var j = 0; j < b.Length; j++)
            {
                var cost = Math.Min(Math.Min(above[j], above[j + 1]) + 1, corner + (a[i] == b[j] ? 0 : 1));
                corner = above[j + 1];
                above[j + 1] = cost;
            }
        }

        return 1 - (double)above[^1] / Math.Max(a.Length, b.Length);
    }
}
