using System.Collections.Immutable;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Header;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Pages;

/// <summary>What a page repeats.</summary>
/// <param name="Original">The page.</param>
/// <param name="Differing">The one number in which they differ by a digit, as both pages have it; null when they differ in none.</param>
internal sealed record PageCopy(Sheet Original, string? Differing);

/// <summary>
/// Finds pages that are there twice. A second copy says the same words and the same numbers; forms of two years or two
/// offices are alike but for those, so one differing number that was read surely keeps two pages apart; but for one digit among many
/// numbers, which is more likely misread than printed otherwise, and is told.
/// </summary>
internal static class PageCopies
{
    private const double SureWord = 0.8;
    private const double Alike = 0.93;

    // Two readings of one worn page have many words in which they differ by a letter.
    private const double RoughlyAlike = 0.7;
    private const double SameWord = 0.5;
    private const double Near = 0.03;
    private const double Aligned = 0.9;
    private const int MostContradictions = 2;
    private const int ManyNumbers = 10;
    private const int FewWords = 30;

    /// <summary>The page that each copy repeats.</summary>
    public static ImmutableDictionary<Sheet, PageCopy> Find(IReadOnlyList<Sheet> sheets)
    {
        var copies = ImmutableDictionary.CreateBuilder<Sheet, PageCopy>();
        for (var index = 1; index < sheets.Count; index++)
        {
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (copies.ContainsKey(sheets[earlier]) || CopyOf(sheets[earlier], sheets[index]) is not { } copy) continue;

                // A page with little on it, such as a signature block alone, is a copy only beside another copy.
                if (sheets[index].Words.Length < FewWords && !FollowsCopy(sheets, index, earlier, copies)) continue;
                copies[sheets[index]] = copy;
                break;
            }
        }

        return copies.ToImmutable();
    }

    private static bool FollowsCopy(IReadOnlyList<Sheet> sheets, int index, int earlier, IReadOnlyDictionary<Sheet, PageCopy> copies) =>
        earlier > 0 && copies.TryGetValue(sheets[index - 1], out var before)
        && ReferenceEquals(before.Original, sheets[earlier - 1]) && sheets[index - 1].File == sheets[index].File;

    private static PageCopy? CopyOf(Sheet one, Sheet two)
    {
        var (first, second) = (Tokens(one), Tokens(two));
        if (Math.Min(first.Count, second.Count) == 0 || Math.Min(first.Count, second.Count) < RoughlyAlike * Math.Max(first.Count, second.Count)) return null;
        var left = Lone(first, second);
        var right = Lone(second, first);
        if (left.Count + right.Count > (1 - RoughlyAlike) * (first.Count + second.Count)) return null;
        if (left.Any(IsYear) && right.Any(IsYear)) return null;
        var (shift, isAligned) = Shift(first, second);
        var apart = Apart(left, right, shift, isAligned);
        var hasManyAlike = isAligned && first.Count(IsNumber) - left.Count(IsNumber) >= ManyNumbers;
        if (apart.Count > 1 || (apart is [var pair] && !(hasManyAlike && IsByOneDigit(pair.One, pair.Two)))) return null;
        if (HasOwnWords(left, two, shift, 1) && HasOwnWords(right, one, shift, -1)) return null;
        var (paired, contradictions) = Compare(left, right, shift);
        return contradictions >= MostContradictions || left.Count + right.Count - (2 * paired) > (1 - Alike) * (first.Count + second.Count) ? null
            : new(one, apart is [var differing] ? $"“{differing.One.Text}”, “{differing.Two.Text}”" : null);
    }

    // A number of one page and another of the other ("S1" is 51) keep them apart: in one place where all words stand in their places, else wherever
    // they stand. A lone one may be a speck.
    private static List<(PlacedWord One, PlacedWord Two)> Apart(List<PlacedWord> left, List<PlacedWord> right, (double X, double Y) shift, bool isAligned) =>
        [.. left.Where(IsSureNumber).SelectMany(number => right
            .Where(other => IsSureNumber(other) && Digits(number) != Digits(other) && IssueDate.Digits(number.Key).Text != IssueDate.Digits(other.Key).Text && (!isAligned || (AreInOnePlace(number, other, shift) && !IsPieceOf(number, other) && !IsPieceOf(other, number))))
            .Select(other => (number, other)))];

    // "26" is what a blank that was read for a comma leaves of "26,8%".
    private static bool IsPieceOf(PlacedWord piece, PlacedWord whole) =>
        whole.Text.Split(',', '.', '/', '-') is { Length: > 1 } parts && parts.Any(part => string.Concat(part.Where(char.IsAsciiDigit)) == Digits(piece));

    private static bool IsByOneDigit(PlacedWord one, PlacedWord two)
    {
        var (first, second) = (Digits(one), Digits(two));
        return first.Length == second.Length && first.Zip(second).Count(pair => pair.First != pair.Second) == 1;
    }

    // Words side by side that were surely read, where nothing at all stands on the other page: when both pages have such words, they are two papers.
    private static bool HasOwnWords(List<PlacedWord> lone, Sheet other, (double X, double Y) shift, int direction)
    {
        var own = lone.Where(word => word.Confidence.Value >= SureWord && word.Key.Any(char.IsLetter)
            && !other.Words.Any(there => AreInOnePlace(word, there, (direction * shift.X, direction * shift.Y)))).ToList();
        return own.Any(word => own.Any(next => next != word && Math.Abs(next.Box.CentreY - word.Box.CentreY) < word.Box.Height / 2 && Math.Abs(next.Box.Left - word.Box.Right) < word.Box.Height));
    }

    // Of the words that differ those in one place are two readings of one word, or two words: of the latter a copy has none.
    private static (int Paired, int Contradictions) Compare(List<PlacedWord> left, List<PlacedWord> right, (double X, double Y) shift)
    {
        var (paired, contradictions) = (0, 0);
        var open = right.ToList();
        foreach (var word in left)
        {
            var other = open.Where(candidate => AreInOnePlace(word, candidate, shift))
                .MinBy(candidate => Math.Abs(candidate.Box.CentreX - word.Box.CentreX - shift.X) + Math.Abs(candidate.Box.CentreY - word.Box.CentreY - shift.Y));
            if (other is null) continue;
            open.Remove(other);
            var areSure = word.Confidence.Value >= SureWord && other.Confidence.Value >= SureWord;
            if (TextSimilarity.Of(word.Text, other.Text) >= SameWord || !areSure) paired++;
            else contradictions++;
        }

        return (paired, contradictions);
    }

    private static bool AreInOnePlace(PlacedWord word, PlacedWord other, (double X, double Y) shift) =>
        Math.Abs(other.Box.CentreX - word.Box.CentreX - shift.X) < Near && Math.Abs(other.Box.CentreY - word.Box.CentreY - shift.Y) < Near / 2;

    // How far the second picture lies beside the first, by the words that stand once on both, and whether so shifted they lie on one another.
    private static ((double X, double Y) Shift, bool IsAligned) Shift(List<PlacedWord> first, List<PlacedWord> second)
    {
        var others = second.GroupBy(word => word.Key).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single());
        var pairs = first.GroupBy(word => word.Key).Where(group => group.Count() == 1 && others.ContainsKey(group.Key)).Select(group => (One: group.Single(), Two: others[group.Key])).ToList();
        if (pairs.Count == 0) return ((0, 0), false);
        double Median(IEnumerable<double> values) => values.Order().ElementAt(pairs.Count / 2);
        var shift = (Median(pairs.Select(pair => pair.Two.Box.CentreX - pair.One.Box.CentreX)), Median(pairs.Select(pair => pair.Two.Box.CentreY - pair.One.Box.CentreY)));
        return (shift, pairs.Count(pair => AreInOnePlace(pair.One, pair.Two, shift)) >= Aligned * pairs.Count);
    }

    // "thêm-18" is two words whatever their blank was taken for.
    private static List<PlacedWord> Tokens(Sheet sheet) =>
        [.. sheet.Words.Where(word => word.Key.Length > 0).SelectMany(word => !word.Key.Contains(' ', StringComparison.Ordinal) ? [word] : word.Key.Split(' ').Select(part => new PlacedWord(part, word.Confidence, word.File, word.Page, word.Box)))];

    private static List<PlacedWord> Lone(List<PlacedWord> words, List<PlacedWord> others)
    {
        var left = others.GroupBy(word => word.Key).ToDictionary(group => group.Key, group => group.Count());
        var lone = new List<PlacedWord>();
        foreach (var word in words)
        {
            if (left.TryGetValue(word.Key, out var count) && count > 0) left[word.Key] = count - 1;
            else lone.Add(word);
        }

        return lone;
    }

    private static bool IsYear(PlacedWord word) => word.Key.Length == 4 && word.Key.StartsWith("20", StringComparison.Ordinal) && word.Key.All(char.IsAsciiDigit);

    // "MC 16" and "M16" have the same number.
    private static string Digits(PlacedWord word) => string.Concat(word.Key.Where(char.IsAsciiDigit));

    private static bool IsSureNumber(PlacedWord word) => word.Confidence.Value >= SureWord && IsNumber(word);

    private static bool IsNumber(PlacedWord word) => word.Key.Any(char.IsAsciiDigit);
}
