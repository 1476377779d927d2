using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables;

/// <summary>Reads points, with point or comma before the decimals.</summary>
internal static partial class PointCell
{
    /// <summary>The points; null when the cells hold no number.</summary>
    public static Read<decimal>? Read(Sheet sheet, ImmutableArray<LayoutCell> cells)
    {
        if (cells.IsEmpty) return null;
        var text = string.Join(' ', cells.Select(Grid.TextOf)).Trim();
        var match = Number().Match(VietnameseText.Fold(text));
        if (!match.Success || !decimal.TryParse(match.Groups[1].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return new(value, new(cells.Min(cell => cell.Confidence.Value)), sheet.At(PageBox.Around(cells.Select(cell => cell.Box))), text);
    }

    [GeneratedRegex("^([0-9]{1,4}([.,][0-9]{1,2})?)( ?diem| ?d)?$")]
    private static partial Regex Number();
}
