using System.Collections.Frozen;
using System.Text;

namespace LearningSociety.Domain.Text;

/// <summary>
/// The encoding of TCVN 5712-3 ("ABC", fonts named .Vn…): one byte a letter, which reaches us as the Western letter of that byte.
/// Capitals with a tone have no byte of their own: they are the small letter's, printed by a font of capitals.
/// </summary>
internal static class Tcvn3
{
    // Pairs of the Western letter and the Vietnamese one, in the order of the bytes.
    private const string Pairs =
        "\u00A1Ă\u00A2Â\u00A3Ê\u00A4Ô\u00A5Ơ\u00A6Ư\u00A7Đ\u00A8ă\u00A9â\u00AAê\u00ABô\u00ACơ\u00ADư\u00AEđ"
        + "\u00B5à\u00B6ả\u00B7ã\u00B8á\u00B9ạ\u00BBằ\u00BCẳ\u00BDẵ\u00BEắ\u00C6ặ\u00C7ầ\u00C8ẩ\u00C9ẫ\u00CAấ\u00CBậ"
        + "\u00CCè\u00CEẻ\u00CFẽ\u00D0é\u00D1ẹ\u00D2ề\u00D3ể\u00D4ễ\u00D5ế\u00D6ệ\u00D7ì\u00D8ỉ\u00DCĩ\u00DDí\u00DEị"
        + "\u00DFò\u00E1ỏ\u00E2õ\u00E3ó\u00E4ọ\u00E5ồ\u00E6ổ\u00E7ỗ\u00E8ố\u00E9ộ\u00EAờ\u00EBở\u00ECỡ\u00EDớ\u00EEợ"
        + "\u00EFù\u00F1ủ\u00F2ũ\u00F3ú\u00F4ụ\u00F5ừ\u00F6ử\u00F7ữ\u00F8ứ\u00F9ự\u00FAỳ\u00FBỷ\u00FCỹ\u00FDý\u00FEỵ";

    private static readonly FrozenDictionary<char, char> Letters =
        Enumerable.Range(0, Pairs.Length / 2).ToFrozenDictionary(at => Pairs[2 * at], at => Pairs[(2 * at) + 1]);

    /// <summary>True when the word holds a letter of this encoding.</summary>
    internal static bool IsIn(string word) => word.Any(Letters.ContainsKey);

    /// <summary>A word in Unicode.</summary>
    internal static string Decode(string word)
    {
        var decoded = new StringBuilder(word.Length);
        foreach (var letter in word) decoded.Append(Letters.GetValueOrDefault(letter, letter));
        return IsCapitals(word) ? decoded.ToString().ToUpperInvariant() : decoded.ToString();
    }

    // "TR¦êNG" is TRƯỜNG, "§¹T" ĐẠT; a lone capital at the beginning, as in "Cã", says nothing of the letters after it.
    private static bool IsCapitals(string word) =>
        !word.Any(char.IsAsciiLetterLower) && word.Skip(1).Any(letter => char.IsAsciiLetterUpper(letter) || letter is >= '\u00A1' and <= '\u00A7');
}
