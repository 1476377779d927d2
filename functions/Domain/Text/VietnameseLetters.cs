using System.Collections.Frozen;
using System.Text;

namespace LearningSociety.Domain.Text;

/// <summary>Takes Vietnamese letters apart and puts them together. Independent of the system's globalisation data, which may be absent.</summary>
internal static class VietnameseLetters
{
    // Each row: the letter without a tone, then with grave, acute, hook, tilde and dot below.
    private static readonly string[] Rows =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
        "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ", "IÌÍỈĨỊ", "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ", "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ",
    ];

    private const string Shaped = "ăâêôơưĂÂÊÔƠƯ";
    private const string Plain = "aaeoouAAEOOU";

    private static readonly FrozenDictionary<char, (char Letter, int Tone)> Toned = Rows
        .SelectMany(row => row.Select((letter, tone) => KeyValuePair.Create(letter, (row[0], tone)))).ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> RowOf = Rows.ToFrozenDictionary(row => row[0]);

    /// <summary>The letter without its tone, and the tone: 0 none, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below.</summary>
    internal static (char Letter, int Tone) Split(char letter) => Toned.TryGetValue(letter, out var parts) ? parts : (letter, 0);

    /// <summary>The letter with that tone; the letter itself when it takes none.</summary>
    internal static char WithTone(char letter, int tone) => RowOf.TryGetValue(letter, out var row) ? row[tone] : letter;

    /// <summary>The ASCII letter under tone and shape: "ệ" is "e", "đ" is "d".</summary>
    internal static char Bare(char letter)
    {
        var (untoned, _) = Split(letter);
        var index = Shaped.IndexOf(untoned, StringComparison.Ordinal);
        return index >= 0 ? Plain[index] : untoned switch { 'đ' or 'ð' => 'd', 'Đ' or 'Ð' => 'D', _ => untoned };
    }

    /// <summary>Joins combining marks to their letters (NFC for Vietnamese), in whatever order they stand.</summary>
    internal static string Compose(string text)
    {
        if (!text.Any(IsMark)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!IsMark(character) || result.Length == 0) result.Append(character);
            else if (Join(result[^1], character) is { } joined) result[^1] = joined;
        }

        return result.ToString();
    }

    private static bool IsMark(char character) => ToneOf(character) > 0 || character is '\u0302' or '\u0306' or '\u031B';

    private static int ToneOf(char mark) => mark switch
    {
        '\u0300' or '\u0340' => 1,
        '\u0301' or '\u0341' => 2,
        '\u0309' => 3,
        '\u0303' => 4,
        '\u0323' => 5,
        _ => 0,
    };

    // A mark that fits no Vietnamese letter is dropped: it is dirt or another language's.
    private static char? Join(char letter, char mark)
    {
        var (untoned, tone) = Split(letter);
        if (ToneOf(mark) is > 0 and var added) return RowOf.ContainsKey(untoned) ? WithTone(untoned, added) : null;
        var shaped = (untoned, mark) switch
        {
            ('a', '\u0302') => 'â', ('e', '\u0302') => 'ê', ('o', '\u0302') => 'ô', ('a', '\u0306') => 'ă', ('o', '\u031B') => 'ơ', ('u', '\u031B') => 'ư',
            ('A', '\u0302') => 'Â', ('E', '\u0302') => 'Ê', ('O', '\u0302') => 'Ô', ('A', '\u0306') => 'Ă', ('O', '\u031B') => 'Ơ', ('U', '\u031B') => 'Ư',
            _ => '\0',
        };
        return shaped == '\0' ? null : WithTone(shaped, tone);
    }
}
