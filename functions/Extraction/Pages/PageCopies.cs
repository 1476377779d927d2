using System.Collections.Immutable;

namespace LearningSociety.Extraction.Pages;

/// <summary>
/// Finds pages that are there twice. A second copy says the same words and the same numbers; forms of two years or two
/// offices are alike but for those, so one differing number that was read surely keeps two pages apart.
/// </summary>
internal static class PageCopies
{
    private const double SureWord = 0.8;
    private const double Alike = 0.93;
    private const int FewWords = 30;

    /// <summary>The page that each copy repeats.</summary>
    public static ImmutableDictionary<Sheet, Sheet> Find(IReadOnlyList<Sheet> sheets)
    {
        var copies = ImmutableDictionary.CreateBuilder<Sheet, Sheet>();
        for (var index = 1; index < sheets.Count; index++)
        {
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (copies.ContainsKey(sheets[earlier]) || !AreAlike(sheets[earlier], sheets[index])) continue;

                // A page with little on it, such as a signature block alone, is a copy only beside another copy.
                if (sheets[index].Words.Length < FewWords && !FollowsCopy(sheets, index, earlier, copies)) continue;
                copies[sheets[index]] = sheets[earlier];
                break;
            }
        }

        return copies.ToImmutable();
    }

    private static bool FollowsCopy(IReadOnlyList<Sheet> sheets, int index, int earlier, IReadOnlyDictionary<Sheet, Sheet> copies) =>
        earlier > 0 && copies.TryGetValue(sheets[index - 1], out var before)
        && ReferenceEquals(before, sheets[earlier - 1]) && sheets[index - 1].File == sheets[index].File;

    private static bool AreAlike(Sheet one, Sheet two)
    {
        var (first, second) = (Tokens(one), Tokens(two));
        if (Math.Min(first.Count, second.Count) == 0 || Math.Min(first.Count, second.Count) < Alike * Math.Max(first.Count, second.Count)) return false;
        var left = Lone(first, second);
        var right = Lone(second, first);
        return left.Count + right.Count <= (1 - Alike) * (first.Count + second.Count) && !left.Any(IsSureNumber) && !right.Any(IsSureNumber);
    }

    private static List<Text.PlacedWord> Tokens(Sheet sheet) => [.. sheet.Words.Where(word => word.Key.Length > 0)];

    private static List<Text.PlacedWord> Lone(List<Text.PlacedWord> words, List<Text.PlacedWord> others)
    {
        var left = others.GroupBy(word => word.Key).ToDictionary(group => group.Key, group => group.Count());
        var lone = new List<Text.PlacedWord>();
        foreach (var word in words)
        {
            if (left.TryGetValue(word.Key, out var count) && count > 0) left[word.Key] = count - 1;
            else lone.Add(word);
        }

        return lone;
    }

    private static bool IsSureNumber(Text.PlacedWord word) => word.Confidence.Value >= SureWord && word.Key.Any(char.IsAsciiDigit);
}
