using System.Collections.Frozen;
using System.Text;

namespace LearningSociety.Extraction.Text;

/// <summary>
/// Vietnamese text as it is compared: without diacritics, case, tone placement or composition, so that "Hòa", "hoà" and
/// their decomposed spellings are one key. Works letter by letter because the app runs without culture data, where
/// <see cref="string.Normalize()"/> changes nothing.
/// </summary>
internal static class Folding
{
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    // Each row: a vowel without tone, then with grave, acute, hook, tilde and dot below.
    private static readonly string[] Rows =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private static readonly FrozenDictionary<char, char> Bases = MakeBases();
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Compositions = MakeCompositions();

    /// <summary>Composed letters (NFC) for Vietnamese; other characters stay as they are.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036f')) return text;
        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (composed.Length > 0 && Compositions.TryGetValue((composed[^1], letter), out var whole)) composed[^1] = whole;
            else composed.Append(letter);
        }

        return composed.ToString();
    }

    /// <summary>Lower case without diacritics; punctuation stays, quotation marks and dashes of every shape become one, blanks collapse.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is >= '\u0300' and <= '\u036f') continue;
            if (char.IsWhiteSpace(letter))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
                continue;
            }

            plain.Append(Base(letter));
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>As <see cref="Plain"/>, with letters and digits only: what phrases are compared by.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(letter)) key.Append(letter);
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }

    private static char Base(char letter) => Bases.TryGetValue(letter, out var plain) ? plain : char.ToLowerInvariant(letter);

    private static FrozenDictionary<char, char> MakeBases()
    {
        var bases = new Dictionary<char, char>();
        foreach (var row in Rows)
        {
            var plain = row[0] switch { 'ă' or 'â' => 'a', 'ê' => 'e', 'ô' or 'ơ' => 'o', 'ư' => 'u', var same => same };
            foreach (var letter in row) bases[letter] = bases[char.ToUpperInvariant(letter)] = plain;
        }

        // OCR and some fonts print the Icelandic eth or the African d for đ.
        foreach (var letter in "đĐðÐƉɖ") bases[letter] = 'd';
        foreach (var quote in "“”„‟«»″") bases[quote] = '"';
        foreach (var quote in "‘’‚‛′`´") bases[quote] = '\'';
        foreach (var dash in "‐‑‒–—―−─") bases[dash] = '-';
        foreach (var dots in "…") bases[dots] = '.';
        return bases.ToFrozenDictionary();
    }

    private static FrozenDictionary<(char, char), char> MakeCompositions()
    {
        var whole = new Dictionary<(char, char), char>();
        void Add(char letter, char mark, char composed)
        {
            whole[(letter, mark)] = composed;
            whole[(char.ToUpperInvariant(letter), mark)] = char.ToUpperInvariant(composed);
        }

        Add('a', '\u0306', 'ă');
        Add('a', '\u0302', 'â');
        Add('e', '\u0302', 'ê');
        Add('o', '\u0302', 'ô');
        Add('o', '\u031b', 'ơ');
        Add('u', '\u031b', 'ư');
        foreach (var row in Rows)
        {
            for (var tone = 0; tone < Tones.Length; tone++) Add(row[0], Tones[tone], row[tone + 1]);
        }

        // Canonical order puts the dot below before the circumflex or breve.
        Add('ạ', '\u0306', 'ặ');
        Add('ạ', '\u0302', 'ậ');
        Add('ẹ', '\u0302', 'ệ');
        Add('ọ', '\u0302', 'ộ');
        return whole.ToFrozenDictionary();
    }
}
