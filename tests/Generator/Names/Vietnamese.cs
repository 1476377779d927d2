using System.Text;

namespace LearningSociety.Generator.Names;

/// <summary>Ways of writing Vietnamese text; by tables, because the runtime has no Unicode normalisation here.</summary>
public static class Vietnamese
{
    private const string Bare = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";

    // For each letter of Bare: grave, acute, hook, tilde, dot below.
    private static readonly string[] Toned =
    [
        "àáảãạ", "ằắẳẵặ", "ầấẩẫậ", "èéẻẽẹ", "ềếểễệ", "ìíỉĩị", "òóỏõọ", "ồốổỗộ", "ờớởỡợ", "ùúủũụ", "ừứửữự", "ỳýỷỹỵ",
        "ÀÁẢÃẠ", "ẰẮẲẴẶ", "ẦẤẨẪẬ", "ÈÉẺẼẸ", "ỀẾỂỄỆ", "ÌÍỈĨỊ", "ÒÓỎÕỌ", "ỒỐỔỖỘ", "ỜỚỞỠỢ", "ÙÚỦŨỤ", "ỪỨỬỮỰ", "ỲÝỶỸỴ",
    ];

    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    private static readonly Dictionary<char, string> Shapes = new()
    {
        ['ă'] = "a\u0306", ['â'] = "a\u0302", ['ê'] = "e\u0302", ['ô'] = "o\u0302", ['ơ'] = "o\u031B", ['ư'] = "u\u031B",
        ['Ă'] = "A\u0306", ['Â'] = "A\u0302", ['Ê'] = "E\u0302", ['Ô'] = "O\u0302", ['Ơ'] = "O\u031B", ['Ư'] = "U\u031B",
    };

    /// <summary>Canonical decomposition: every mark a character of its own.</summary>
    public static string Decomposed(string text)
    {
        var result = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            var (bare, tone) = Split(letter);
            var shaped = Shapes.GetValueOrDefault(bare, bare.ToString());
            // The dot below has the lowest combining class, so it stands before a circumflex or breve.
            if (tone == 4) result.Append(shaped[0]).Append(shaped.Length > 1 && shaped[1] == '\u031B' ? "\u031B\u0323" : "\u0323" + shaped[1..]);
            else result.Append(shaped).Append(tone < 0 ? "" : Tones[tone].ToString());
        }

        return result.ToString();
    }

    /// <summary>Canonical composition of Vietnamese letters, in whatever order their marks come.</summary>
    public static string Composed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is >= '\u0300' and <= '\u0323' && result.Length > 0 && Joined(result[^1], letter) is { } joined) result[^1] = joined;
            else result.Append(letter);
        }

        return result.ToString();
    }

    /// <summary>The older placement of tone marks: hoà, thuý, loè in place of hòa, thúy, lòe.</summary>
    public static string OldTones(string text)
    {
        var letters = text.ToCharArray();
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            var (bare, tone) = Split(letters[i]);
            var next = letters[i + 1];
            var closes = i + 2 >= letters.Length || !char.IsLetter(letters[i + 2]);
            var pair = char.ToLowerInvariant(bare) is 'o' ? char.ToLowerInvariant(next) is 'a' or 'e' : char.ToLowerInvariant(bare) is 'u' && char.ToLowerInvariant(next) is 'y';
            if (tone < 0 || !pair || !closes) continue;
            letters[i] = bare;
            letters[i + 1] = Toned[Bare.IndexOf(next, StringComparison.Ordinal)][tone];
        }

        return new(letters);
    }

    /// <summary>A letter without its tone mark, its other marks kept: â for ấ.</summary>
    public static char Toneless(char letter) => Split(letter).Bare;

    /// <summary>Letters without any mark, đ as d.</summary>
    public static string WithoutMarks(string text) => string.Concat(text.Select(letter => Split(letter).Bare switch
    {
        'đ' => 'd',
        'Đ' => 'D',
        var bare => Shapes.TryGetValue(bare, out var shape) ? shape[0] : bare,
    }));

    private static char? Joined(char letter, char mark)
    {
        var (bare, tone) = Split(letter);
        if (Tones.IndexOf(mark, StringComparison.Ordinal) is var added and >= 0)
            return tone < 0 && Bare.IndexOf(bare, StringComparison.Ordinal) is var at and >= 0 ? Toned[at][added] : null;
        var shape = Shapes.FirstOrDefault(pair => pair.Value == $"{bare}{mark}").Key;
        return shape == '\0' ? null : tone < 0 ? shape : Toned[Bare.IndexOf(shape, StringComparison.Ordinal)][tone];
    }

    private static (char Bare, int Tone) Split(char letter)
    {
        if (letter < 128) return (letter, -1);
        for (var i = 0; i < Toned.Length; i++)
            if (Toned[i].IndexOf(letter, StringComparison.Ordinal) is var tone and >= 0) return (Bare[i], tone);
        return (letter, -1);
    }
}
