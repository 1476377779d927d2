using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>A result understood from words, and how sure the understanding is.</summary>
internal readonly record struct ResultMeaning(Result Result, double Certainty);

/// <summary>Understands the words of a result cell or column head by a scheme's vocabulary, forgiving what OCR does to them.</summary>
internal sealed partial class ResultWords
{
    private const double Understood = 0.8;
    private const double SameFirstWord = 0.5;
    private readonly ImmutableArray<(string Key, Result Result)> vocabulary;
    private readonly ImmutableArray<Result> results;

    /// <summary>Takes the words of a scheme; without one, those that every scheme of the seeds uses.</summary>
    public ResultWords(Scheme? scheme)
    {
        results = scheme is { Results.IsEmpty: false } ? scheme.Results : [Result.NotMet, Result.Met, Result.Level1, Result.Level2];
        var own = scheme?.Vocabulary.Select(word => (VietnameseText.Words(word.Text), word.Result)) ?? [];
        vocabulary = [.. own.Concat(Common.Where(word => results.Contains(word.Result))).DistinctBy(word => word.Item1)];
    }

    private static IEnumerable<(string, Result Result)> Common =>
    [
        ("khong dat", Result.NotMet), ("chua dat", Result.NotMet), ("k dat", Result.NotMet), ("kd", Result.NotMet), ("khong", Result.NotMet), ("dat", Result.Met),
        ("muc do 1", Result.Level1), ("dat muc do 1", Result.Level1), ("muc 1", Result.Level1), ("dat muc 1", Result.Level1), ("md 1", Result.Level1), ("md1", Result.Level1), ("dat md 1", Result.Level1),
        ("muc do 2", Result.Level2), ("dat muc do 2", Result.Level2), ("muc 2", Result.Level2), ("dat muc 2", Result.Level2), ("md 2", Result.Level2), ("md2", Result.Level2), ("dat md 2", Result.Level2),
    ];

    /// <summary>The scheme's results, lowest first.</summary>
    public ImmutableArray<Result> Results => results;

    /// <summary>What the words mean; null when they mean no result of the scheme.</summary>
    public ResultMeaning? Understand(string text)
    {
        // In "MÐĐ2", "MĐÐĐ2" and "MBĐ2" one Đ was read as several letters; no Vietnamese word has two of them together.
        var key = SpeckBehind().Replace(SeveralD().Replace(VietnameseText.Words(SignForOne().Replace(text, "l")), "d"), "");
        if (key.Length == 0) return null;
        if (Exact(key) is { } exact) return new(exact, 1);
        var (level, sure) = WithLevelDigit(key);
        if (level != key && Exact(level) is { } leveled) return new(leveled, sure);
        return Nearest(level, sure);
    }

    private Result? Exact(string key) => vocabulary.Where(word => word.Key == key).Select(word => (Result?)word.Result).FirstOrDefault();

    private ResultMeaning? Nearest(string key, double sure)
    {
        var ranked = vocabulary.Where(word => DigitsOf(word.Key) == DigitsOf(key))
            .Select(word => (word.Result, Likeness: TextSimilarity.Of(word.Key, key))).OrderByDescending(word => word.Likeness).ToList();
        if (ranked.Count == 0 || ranked[0].Likeness < Understood) return null;

        // What stands before "đạt" may be what is left of "không".
        if (ranked[0].Result != Result.NotMet && !vocabulary.Any(word => word.Result == ranked[0].Result && TextSimilarity.Of(FirstOf(word.Key), FirstOf(key)) >= SameFirstWord)) return null;
        var other = ranked.Where(word => word.Result != ranked[0].Result).Select(word => word.Likeness).DefaultIfEmpty(0).First();
        return other >= ranked[0].Likeness - 0.05 ? null : new(ranked[0].Result, ranked[0].Likeness * sure);
    }

    private static string FirstOf(string key) => key.Split(' ')[0];

    // The level stands last: "MĐI", "mức độ l" and "Mức đội" end in a 1 that was taken for a letter, "MĐ Z" in a 2; in "MĐI1" a 1 was read twice; "N.Đ2" has lost a stroke of its M.
    private static (string Key, double Sure) WithLevelDigit(string key)
    {
        var match = LevelEnd().Match(key);
        if (!match.Success) return (key, 1);
        var (digit, sure) = match.Groups["digit"].Value switch { "1" or "2" => (match.Groups["digit"].Value, 1), "ii" or "z" => ("2", 0.8), { Length: 2 } => ("1", 0.8), _ => ("1", 0.9) };
        var words = match.Groups["words"].Value.Trim();
        if (words is "nd" or "n d" or "mb") (words, sure) = ("md", 0.9 * sure);
        return ($"{words} {digit}", sure);
    }

    // "Mức độ I" and "mức độ một" carry their level in letters: without it the words mean no level. In "mức độ 2 i" the letter is a speck.
    private static string DigitsOf(string key) => string.Concat(key.Where(char.IsAsciiDigit)).TrimStart('0') is { Length: > 0 } digits ? digits : key.Split(' ')[^1] switch
    {
        "i" or "mot" => "1",
        "ii" or "hai" => "2",
        _ => "",
    };

    // In "MĐ2 Ị" a piece of the border follows; "1 I" may be a II.
    [GeneratedRegex("(?<=2) [il]$")]
    private static partial Regex SpeckBehind();

    // "MĐ]".
    [GeneratedRegex("(?<=[ĐÐD] ?)[\\]\\[!]$")]
    private static partial Regex SignForOne();

    [GeneratedRegex("[bd]{2,}")]
    private static partial Regex SeveralD();

    [GeneratedRegex("^(?<words>(.*[^a-z0-9])?(muc do|muc|m d|md|mb|mo|do|nd|n d)) ?(?<digit>1|2|ii|[il]1|1[il]|i|l|z)$")]
    private static partial Regex LevelEnd();
}
