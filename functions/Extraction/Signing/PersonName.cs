using System.Collections.Immutable;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Signing;

/// <summary>Vietnamese personal names as printed under a signature: two to six capitalised words of letters.</summary>
internal static class PersonName
{
    private static readonly string[] TitleWords = ["pho", "hieu", "truong", "giam", "doc", "chu", "tich", "chi", "huy", "nhiem"];
    private const int Fewest = 2;
    private const int Most = 6;
    private const int LongestSyllable = 7;

    /// <summary>The name among words of one line; specks before and after it are passed over.</summary>
    public static Quote? In(ImmutableArray<PlacedWord> words)
    {
        words = [.. words.Select(Trimmed)];
        words = [.. words.Select((word, at) => IsBetween(words, at) ? Capitalised(word) : word)];
        var name = words.SkipWhile(word => !IsSyllable(word)).TakeWhile(IsSyllable).ToImmutableArray();
        var others = words.Count(word => word.Key.Length > 1) - name.Length;
        if (name.Any(word => !word.IsCapitals)) name = [.. name.SkipWhile(word => word.IsCapitals && word.Text.Length > 1)];
        if (name.All(word => word.IsCapitals) && !name.All(IsPlain)) return null;
        if (name.Length is < Fewest or > Most || others > name.Length || SignerTitles.IsTitle(string.Join(' ', name.Select(word => word.Key)))) return null;
        return new(name);
    }

    private static bool IsSyllable(PlacedWord word) =>
        word.IsCapitalised && word.Key.Length is >= 1 and <= LongestSyllable && word.Text.All(char.IsLetter) && (word.Text.Length > 1 || word.Confidence.Value > 0.8)
        && (word.IsCapitals || word.Text.Skip(1).All(char.IsLower));

    // Capitals beside a signature are the seal's or the title's more often than a name's.
    private static bool IsPlain(PlacedWord word) => word.Text.Length > 1 && VietnameseSyllable.Is(word.Text) && !TitleWords.Contains(word.Key);

    // Specks of the seal cling to the words.
    private static PlacedWord Trimmed(PlacedWord word)
    {
        var letters = new string([.. word.Text.SkipWhile(letter => !char.IsLetter(letter)).Reverse().SkipWhile(letter => !char.IsLetter(letter)).Reverse()]);
        return letters.Length < 2 || letters.Length == word.Text.Length ? word : word with { Text = letters, Shown = letters };
    }

    // A small first letter between two names is a capital that lost its upper half.
    private static bool IsBetween(ImmutableArray<PlacedWord> words, int at) => at > 0 && at < words.Length - 1
        && words[at].Text.Length > 1 && words[at].Text.All(char.IsLower) && IsSyllable(words[at - 1]) && IsSyllable(words[at + 1]);

    private static PlacedWord Capitalised(PlacedWord word)
    {
        var text = char.ToUpperInvariant(word.Text[0]) + word.Text[1..];
        return word with { Text = text, Shown = text };
    }
}
