using System.Text.RegularExpressions;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>Reads the name in a grading row: a district, or the total.</summary>
internal static partial class DistrictName
{
    /// <summary>The name without an ordinal before it; the total row has one name however it is printed.</summary>
    public static string Read(string text) => TotalRow().IsMatch(VietnameseText.Words(text)) ? GradingRow.Total : Ordinal().Replace(text, "").Trim(' ', '|', '_', '.', ',', '\'');

    [GeneratedRegex("^(tong|tong cong|toan tinh|cong|tong so|tong toan tinh)$")]
    private static partial Regex TotalRow();

    [GeneratedRegex("^[0-9]{1,2}[.)]? +")]
    private static partial Regex Ordinal();
}
