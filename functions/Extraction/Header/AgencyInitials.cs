using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>What an agency's name may be shortened to behind the kind in a document's sign: "TYT" for "Trạm Y tế phường An Sơn".</summary>
internal static class AgencyInitials
{
    private const int Fewest = 2;
    private static readonly string[] Passed = ["trường", "và", "-"];

    /// <summary>The initials, longest first; none without a name.</summary>
    /// <param name="agency">The agency's name as printed.</param>
    /// <param name="vocabulary">Known abbreviations, and the words that a place's name begins with.</param>
    public static ImmutableArray<string> Of(string? agency, OfficeVocabulary vocabulary)
    {
        var name = VietnameseText.FoldCase(agency);
        var known = vocabulary.Abbreviations.Where(pair => $" {name} ".Contains($" {VietnameseText.FoldCase(pair.Value)} ", StringComparison.Ordinal)).Select(pair => pair.Key);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => !vocabulary.Places.Contains(word)).Where(word => !Passed.Contains(word) && char.IsLetter(word[0])).ToArray();
        var initials = string.Concat(words.Select(word => char.ToUpperInvariant(word[0])));
        return [.. Enumerable.Range(Fewest, Math.Max(0, initials.Length - Fewest + 1)).Select(length => initials[..length]).Concat(known).Distinct().OrderByDescending(sign => sign.Length)];
    }
}
