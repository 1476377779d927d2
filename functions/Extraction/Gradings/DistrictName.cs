using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>Reads the name in a grading row: a district, or the total.</summary>
internal static partial class DistrictName
{
    private const double Weak = 0.85;
    private static readonly string[] Kinds = ["Thành phố", "Thị xã"];

    /// <summary>The name without an ordinal before it, its syllables as places have them; the total row has one name however it is printed.</summary>
    /// <param name="text">What stands in the row's name cell.</param>
    /// <param name="sure">How surely it was read.</param>
    /// <param name="lacksOrdinal">True when the row has no ordinal in a table whose rows have one, as the total row.</param>
    public static string Read(string text, Confidence sure, bool lacksOrdinal)
    {
        var name = Cleaned(text);
        var syllables = Syllables(name);
        if (TotalRow().IsMatch(syllables)) return GradingRow.Total;
        if (lacksOrdinal && sure < Confidence.OfTextLayer && (Approximate.Distance(syllables, "tong") <= 1 || syllables.Split(' ').Contains("tong"))) return GradingRow.Total;
        if (sure >= Confidence.OfTextLayer) return name;
        return string.Join(' ', WithKind(MisreadL().Replace(name, "L").Split(' ')).Select(word => PlaceSyllables.Mended(word, sure.Value < Weak)));
    }

    // "Thành phổ" is no place but what a place is.
    private static IEnumerable<string> WithKind(string[] words) =>
        words.Length > 1 && Kinds.FirstOrDefault(kind => VietnameseText.Words($"{words[0]} {words[1]}") == VietnameseText.Words(kind)) is { } kind && char.IsLower(words[1][0]) ? [.. kind.Split(' '), .. words[2..]] : words;

    // Letters without a vowel, and single ones, are specks of the grid: "Ƒð Tổng", "Tong â".
    private static string Syllables(string name) => string.Join(' ', VietnameseText.Words(name).Split(' ').Where(word => word.Length > 1 && word.AsSpan().ContainsAny("aeiouy")));

    // Specks of the grid come out as digits and signs; only a numbered district ("Quận 1") has a number of its own.
    private static string Cleaned(string text)
    {
        var apart = Joined().Replace(text, "$1 $2");
        var words = apart.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where((word, at) => word.Any(char.IsLetter) || (at > 0 && word.All(char.IsAsciiDigit) && Numbered().IsMatch(VietnameseText.Words(words[at - 1])))).Select(word => word.Trim('|', '_', '.', ',', ':', '\'', '"')));
    }

    [GeneratedRegex("^(too?ng|too?ng cong|toan tinh|cong|tong so|tong toan tinh)$")]
    private static partial Regex TotalRow();

    [GeneratedRegex("(\\p{Ll})(\\p{Lu})")]
    private static partial Regex Joined();

    // "Hưng [ong", "Trung Iĩnh"; "Ia Pa" is a name.
    [GeneratedRegex("(?<=^| )(\\[(?=\\p{Ll})|I(?=\\p{Ll}{3}))")]
    private static partial Regex MisreadL();

    [GeneratedRegex("^(quan|phuong|khu|so|q)$")]
    private static partial Regex Numbered();
}
