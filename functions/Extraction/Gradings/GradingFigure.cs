using System.Globalization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Header;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tables;

namespace LearningSociety.Extraction.Gradings;

/// <summary>Reads a figure of a grading table: a blank or a dash is 0.</summary>
internal static class GradingFigure
{
    private const double Corrected = 0.5;
    private const double Unread = 0.2;

    /// <summary>The figure of a cell; 0 of no certainty when what stands there is no number.</summary>
    public static Read<int> Read(Grid grid, LayoutCell? cell)
    {
        if (cell is null) return new(0, Confidence.Certain, null, "");
        var place = grid.Sheet.At(cell.Box);
        var text = Grid.TextOf(cell);
        var digits = VietnameseText.Words(text).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length == 0) return new(0, cell.Confidence, place, text);
        var (number, isCorrected) = IssueDate.Digits(digits);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new(value, new(cell.Confidence.Value * (isCorrected ? Corrected : 1)), place, text)
            : new(0, new(Unread), place, text);
    }
}
