using System.Collections.Frozen;
using System.Text;

namespace LearningSociety.Domain.Text;

/// <summary>The encoding of VNI fonts: a vowel, then a byte for its tone and shape; each byte reaches us as the Western letter of that byte.</summary>
internal static class Vni
{
    // After a vowel: the mark in small and capital letters, the combining shape and the combining tone.
    private static readonly (string Letters, string Marks)[] AfterVowel =
    [
        ("\u00F9\u00D9", "\u0301"), ("\u00F8\u00D8", "\u0300"), ("\u00FB\u00DB", "\u0309"), ("\u00F5\u00D5", "\u0303"), ("\u00EF\u00CF", "\u0323"),
        ("\u00E2\u00C2", "\u0302"), ("\u00E1\u00C1", "\u0302\u0301"), ("\u00E0\u00C0", "\u0302\u0300"), ("\u00E5\u00C5", "\u0302\u0309"), ("\u00E3\u00C3", "\u0302\u0303"), ("\u00E4\u00C4", "\u0302\u0323"),
        ("\u00EA\u00CA", "\u0306"), ("\u00E9\u00C9", "\u0306\u0301"), ("\u00E8\u00C8", "\u0306\u0300"), ("\u00FA\u00DA", "\u0306\u0309"), ("\u00FC\u00DC", "\u0306\u0303"), ("\u00EB\u00CB", "\u0306\u0323"),
    ];

    // Letters of one byte.
    private const string Pairs = "\u00F4ơ\u00D4Ơ\u00F6ư\u00D6Ư\u00F1đ\u00D1Đ\u00EDí\u00CDÍ\u00ECì\u00CCÌ\u00E6ỉ\u00C6Ỉ\u00F3ĩ\u00D3Ĩ\u00F2ị\u00D2Ị\u00EEỵ\u00CEỴ";

    private static readonly FrozenDictionary<char, string> Marks =
        AfterVowel.SelectMany(entry => entry.Letters.Select(letter => KeyValuePair.Create(letter, entry.Marks))).ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Letters =
        Enumerable.Range(0, Pairs.Length / 2).ToFrozenDictionary(at => Pairs[2 * at], at => Pairs[(2 * at) + 1]);

    /// <summary>True when the word holds a letter of this encoding.</summary>
    internal static bool IsIn(string word) => word.Any(letter => Letters.ContainsKey(letter) || Marks.ContainsKey(letter));

    /// <summary>A word in Unicode.</summary>
    internal static string Decode(string word)
    {
        var decoded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (Marks.TryGetValue(letter, out var marks) && decoded.Length > 0 && IsVowel(decoded[^1])) decoded.Append(marks);
            else decoded.Append(Letters.GetValueOrDefault(letter, letter));
        }

        return VietnameseLetters.Compose(decoded.ToString());
    }

    private static bool IsVowel(char letter) => char.ToLowerInvariant(letter) is 'a' or 'e' or 'o' or 'u' or 'y' or 'i' or 'ơ' or 'ư';
}
