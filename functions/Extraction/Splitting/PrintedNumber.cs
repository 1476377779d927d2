using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Splitting;

/// <summary>The number that a form prints on its pages from the second on, in the middle of the upper margin or at the foot.</summary>
internal static partial class PrintedNumber
{
    private const double UpperMargin = 0.1;
    private const double LowerMargin = 0.9;
    private const double LeftPart = 0.3;

    /// <summary>The row that holds the number; null when there is none.</summary>
    public static TextRow? Row(Sheet sheet)
    {
        if (sheet.Rows.IsEmpty) return null;
        return new[] { sheet.Rows[0], sheet.Rows[^1] }.FirstOrDefault(row => IsInMargin(row) && Read(row) is not null);
    }

    /// <summary>The number; null when the page bears none.</summary>
    public static int? Of(Sheet sheet) => Row(sheet) is { } row ? Read(row) : null;

    private static bool IsInMargin(TextRow row) => (row.Box.Bottom < UpperMargin || row.Box.Top > LowerMargin) && row.Box.CentreX > LeftPart;

    private static int? Read(TextRow row)
    {
        var match = Pattern().Match(VietnameseText.Fold(row.Text).Trim(' ', '-', '.', '_', '|'));
        return match.Success ? int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("^(trang |tr\\. ?)?(?<number>[1-9][0-9]?)( ?/ ?[0-9]{1,2})?$")]
    private static partial Regex Pattern();
}
