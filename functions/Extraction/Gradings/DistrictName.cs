using System.Text.RegularExpressions;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>Reads the name in a grading row: a district, or the total.</summary>
internal static partial class DistrictName
{
    /// <summary>The name without an ordinal before it; the total row has one name however it is printed.</summary>
    public static string Read(string text) => Cleaned(text) is var name && TotalRow().IsMatch(VietnameseText.Words(name)) ? GradingRow.Total : name;

    // Specks of the grid come out as digits and signs; only a numbered district ("Quận 1") has a number of its own.
    private static string Cleaned(string text)
    {
        var apart = Joined().Replace(text, "$1 $2");
        var words = apart.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where((word, at) => word.Any(char.IsLetter) || (at > 0 && word.All(char.IsAsciiDigit) && Numbered().IsMatch(VietnameseText.Words(words[at - 1])))).Select(word => word.Trim('|', '_', '.', ',', ':', '\'', '"')));
    }

    [GeneratedRegex("^(tong|tong cong|toan tinh|cong|tong so|tong toan tinh)$")]
    private static partial Regex TotalRow();

    [GeneratedRegex("(\\p{Ll})(\\p{Lu})")]
    private static partial Regex Joined();

    [GeneratedRegex("^(quan|phuong|khu|so|q)$")]
    private static partial Regex Numbered();
}
