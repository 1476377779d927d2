using System.Text.RegularExpressions;

namespace LearningSociety.Domain.Text;

/// <summary>An encoding of Vietnamese from before Unicode.</summary>
public enum LegacyEncoding
{
    /// <summary>None: the text is what it seems.</summary>
    None,

    /// <summary>TCVN 5712-3, "ABC", fonts named .Vn….</summary>
    Tcvn3,

    /// <summary>VNI for Windows.</summary>
    Vni,
}

/// <summary>
/// Recognises text in an encoding from before Unicode and turns it into Unicode. A word proves nothing ("é" is a letter of both and of
/// French), so only a text whose words as a whole become Vietnamese syllables is taken for one.
/// </summary>
public static partial class LegacyText
{
    private const int FewestWords = 8;
    private const double Most = 0.8;

    /// <summary>The encoding that a text shows as a whole.</summary>
    /// <param name="words">Its words as they came, not tidied: letters of TCVN3 look like soft hyphens and signs.</param>
    public static LegacyEncoding Find(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var strange = words.Where(word => word.Any(IsWestern)).ToList();
        var (tcvn3, vni) = (Share(strange, Tcvn3.IsIn, Tcvn3.Decode), Share(strange, Vni.IsIn, Vni.Decode));
        var asIs = strange.Count(IsAlreadyRight) / (double)Math.Max(1, strange.Count);
        var best = Math.Max(tcvn3, vni);
        return strange.Count < FewestWords || best < Most || asIs >= best ? LegacyEncoding.None : tcvn3 >= vni ? LegacyEncoding.Tcvn3 : LegacyEncoding.Vni;
    }

    /// <summary>A text in Unicode, word by word; a word with a letter that only Unicode has is left alone.</summary>
    public static string Decode(string text, LegacyEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(text);
        return encoding == LegacyEncoding.None ? text : Words().Replace(text, word => Word(word.Value, encoding));
    }

    private static string Word(string word, LegacyEncoding encoding) =>
        word.Any(IsOnlyUnicode) ? word : encoding == LegacyEncoding.Tcvn3 ? Tcvn3.Decode(word) : Vni.Decode(word);

    private static double Share(List<string> words, Func<string, bool> isIn, Func<string, string> decode) =>
        words.Count == 0 ? 0 : words.Count(word => isIn(word) && !word.Any(IsOnlyUnicode) && decode(word) is var decoded && !decoded.Any(IsLeft) && AllSyllables(decoded)) / (double)words.Count;

    // "hội/nghị" and "10%" hold more than one word or none: each run of letters counts.
    private static bool AllSyllables(string word) =>
        word.Split(['/', '-', '.', ',', '(', ')', ':', ';', '"', '“', '”', '&'], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Any(char.IsLetter)).All(part => VietnameseSyllable.Is(part) || !part.Any(letter => letter > '\u007F'));

    private static bool IsAlreadyRight(string word) => AllSyllables(word) && !word.Any(IsLeft);

    private static bool IsWestern(char letter) => letter is >= '\u00A1' and <= '\u00FF';

    // Signs, and letters that Vietnamese does not have: what remains of them after decoding was no letter of the encoding.
    private static bool IsLeft(char letter) => IsWestern(letter) && VietnameseLetters.Bare(letter) == letter && letter is not ('«' or '»' or '°' or '²' or '³' or '·' or '×');

    private static bool IsOnlyUnicode(char letter) => letter > '\u00FF' && VietnameseLetters.Bare(letter) != letter;

    [GeneratedRegex("\\S+")]
    private static partial Regex Words();
}
