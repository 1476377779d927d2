using System.Globalization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>
/// Figures of a scanned grading table that would add up both across and down if one digit were another of its shape, or any other before
/// the last: likelier misread than miscounted, since who miscounts is wrong by few, and seldom twice in the same way.
/// </summary>
public static class MisreadDigits
{
    private const int Few = 10;
    private static readonly string[] Shapes = ["14", "17", "38", "08", "06", "09"];

    /// <summary>Such figures, among the cells of the mismatches given.</summary>
    /// <param name="mismatches">All mismatches of a table.</param>
    public static IReadOnlyList<Read<int>> In(IReadOnlyList<SumMismatch> mismatches) =>
    [
        .. mismatches.Where(wrong => wrong.Parts.Count > 0).SelectMany(across => across.Cells.Where(cell => cell.Confidence < Confidence.OfTextLayer
            && HasShapeOf(cell.Value, Due(across, cell))
            && mismatches.Any(down => down.Parts.Count == 0 && Holds(down, cell) && Due(down, cell) == Due(across, cell)))),
    ];

    /// <summary>True when the figure is among those of a mismatch.</summary>
    public static bool Holds(SumMismatch wrong, Read<int> cell) => wrong.Cells.Any(part => ReferenceEquals(part, cell));

    // What the cell would have to be.
    private static int Due(SumMismatch wrong, Read<int> cell) => ReferenceEquals(wrong.Cells[0], cell) ? wrong.Sum : cell.Value + wrong.Cells[0].Value - wrong.Sum;

    private static bool HasShapeOf(int read, int due)
    {
        var (one, other) = (read.ToString(CultureInfo.InvariantCulture), due.ToString(CultureInfo.InvariantCulture));
        if (due < 0 || one.Length != other.Length) return false;
        return one.Zip(other).Where(pair => pair.First != pair.Second).ToArray() is [var pair]
            && (Math.Abs(due - read) >= Few || Shapes.Any(shape => shape.Contains(pair.First, StringComparison.Ordinal) && shape.Contains(pair.Second, StringComparison.Ordinal)));
    }
}
