using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Levels of which the digit was read as letters: in a table that surely has a "2" elsewhere, "MĐI" and "MĐI1" are no Roman numerals,
/// so the stroke at their end can only be a 1.
/// </summary>
internal static partial class LevelDigits
{
    private const double SureDigit = 0.9;

    /// <summary>The lines with such levels as sure as a level that was read weakly.</summary>
    public static IReadOnlyList<TableLine> Settled(IReadOnlyList<TableLine> lines) =>
        lines.Any(HasSureTwo) ? [.. lines.Select(line => IsStroke(line) ? Surer(line) : line)] : lines;

    private static bool HasSureTwo(TableLine line) =>
        line.Result.Result is { Value: Result.Level2 } read && read.Confidence.Value >= SureDigit && VietnameseText.Words(read.Raw).EndsWith('2');

    private static bool IsStroke(TableLine line) => line.Result.Result is { Value: Result.Level1 } read && Stroke().IsMatch(VietnameseText.Words(read.Raw));

    private static TableLine Surer(TableLine line)
    {
        var read = line.Result.Result!;
        return line with { Result = line.Result with { Result = read with { Confidence = new(ResultCells.KnownLevelOf(read.Confidence.Value)) } } };
    }

    [GeneratedRegex("[^il][il][1il]?$|1[il]$")]
    private static partial Regex Stroke();
}
