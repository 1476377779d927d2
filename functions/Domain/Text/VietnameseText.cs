using System.Globalization;
using System.Text;

namespace LearningSociety.Domain.Text;

/// <summary>
/// Keys to compare Vietnamese text by. People are always shown the original.
/// Works without the system's globalisation data: <see cref="string.Normalize()"/> does nothing there.
/// </summary>
public static class VietnameseText
{
    /// <summary>Composed letters (NFC), one kind of dash, quote and space, single spaces, none at the ends. Case and tone placement are kept: fit to show.</summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var result = new StringBuilder(text.Length);
        foreach (var character in VietnameseLetters.Compose(text))
        {
            var plain = Plain(character);
            if (plain == '\0' || (plain == ' ' && (result.Length == 0 || result[^1] == ' '))) continue;
            result.Append(plain);
        }

        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    /// <summary>Composed letters (NFC) and nothing else changed: what people are shown.</summary>
    public static string Composed(string? text) => VietnameseLetters.Compose(text ?? "");

    /// <summary>Tidy, lower case, one tone placement ("hòa" and "hoà" are one); diacritics are kept.</summary>
    public static string FoldCase(string? text)
    {
        var letters = Tidy(text).ToLowerInvariant().ToCharArray();
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            var (first, tone) = VietnameseLetters.Split(letters[i]);
            if (tone == 0 || !IsGlide(first, letters[i + 1])) continue;
            letters[i + 1] = VietnameseLetters.WithTone(letters[i + 1], tone);
            letters[i] = first;
        }

        return new(letters);
    }

    /// <summary>Tidy, lower case, no diacritics, đ as d; punctuation is kept: "Mẫu số: 18" is "mau so: 18".</summary>
    public static string Fold(string? text)
    {
        var letters = Tidy(text).ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++) letters[i] = VietnameseLetters.Bare(letters[i]);
        return new(letters);
    }

    /// <summary>How many marks its letters carry: tones, and hats, horns, breves and strokes of the letters themselves.</summary>
    public static int Marks(string? text) =>
        FoldCase(text).Sum(letter => VietnameseLetters.Split(letter) is var (plain, tone) ? (tone > 0 ? 1 : 0) + (VietnameseLetters.Bare(plain) != plain ? 1 : 0) : 0);

    /// <summary>Folded letters and digits alone, words apart by one space: "“Đơn vị học-tập”" is "don vi hoc tap".</summary>
    public static string Words(string? text)
    {
        var folded = Fold(text);
        var result = new StringBuilder(folded.Length);
        foreach (var character in folded)
        {
            if (char.IsLetterOrDigit(character) && char.GetUnicodeCategory(character) != UnicodeCategory.ModifierLetter) result.Append(character);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    /// <summary>True when the phrase's words stand in the text one after another, as whole words, whatever the case, diacritics and punctuation.</summary>
    public static bool ContainsWords(string? text, string? phrase)
    {
        var words = Words(phrase);
        return words.Length > 0 && $" {Words(text)} ".Contains($" {words} ", StringComparison.Ordinal);
    }

    /// <summary>True when both have the same letters and digits but for case, diacritics and punctuation.</summary>
    public static bool SameWords(string? a, string? b) => Words(a) == Words(b);

    // oa, oe, uy carry the tone on either letter, by school; the second is taken.
    private static bool IsGlide(char first, char second) => (first, second) is ('o', 'a') or ('o', 'e') or ('u', 'y');

    private static char Plain(char character) => character switch
    {
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\0',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFE58' or '\uFF0D' => '-',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u2033' => '"',
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u0060' or '\u00B4' => '\'',
        '\u2044' or '\u2215' => '/',
        _ when char.IsWhiteSpace(character) || char.IsControl(character) => ' ',
        _ => character,
    };
}
