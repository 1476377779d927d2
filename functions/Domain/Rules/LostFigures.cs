using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>
/// Blank cells of a scanned grading table where both the row and the column are short of what could stand there: likelier a digit
/// that recognition lost than one that the office forgot.
/// </summary>
public static class LostFigures
{

    /// <summary>The blank figures, among the cells of the mismatches given.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mismatches">All its mismatches.</param>
    public static IReadOnlyList<Read<int>> In(GradingTable table, IReadOnlyList<SumMismatch> mismatches)
    {
        if (!IsScanned(mismatches)) return [];
        return
        [
            .. mismatches.Where(wrong => wrong.Parts.Count > 0).SelectMany(across => across.Parts
                .Select(column => (Column: column, Cell: GradingSums.Cell(across.Row, column)!, Short: across.Cells[0].Value - across.Sum))
                .Where(part => part.Short > 0 && IsBlank(part.Cell) && mismatches.Any(down => down.Parts.Count == 0 && down.Column == part.Column && down.Cells[0].Value - down.Sum >= part.Short))
                .Select(part => part.Cell)),
            .. mismatches.Where(wrong => wrong.Parts.Count > 0 && IsBlank(wrong.Cells[0])).Select(wrong => wrong.Cells[0]),
            .. GradingSums.Columns.Where(column => IsLostColumn(table, mismatches, column)).SelectMany(column => mismatches.Where(wrong => wrong.Parts.Contains(column)).Select(wrong => GradingSums.Cell(wrong.Row, column)!)),
        ];
    }

    // Nothing was read in the whole column, and what its rows are short of adds up to what the total row is short of.
    private static bool IsLostColumn(GradingTable table, IReadOnlyList<SumMismatch> mismatches, string column)
    {
        if (!table.Rows.All(row => GradingSums.Cell(row, column) is { } cell && IsBlank(cell))) return false;
        var across = mismatches.Where(wrong => wrong.Parts.Contains(column)).ToLookup(wrong => wrong.Row.IsTotal, wrong => wrong.Cells[0].Value - wrong.Sum);
        return across[true].ToArray() is [> 0 and var total] && across[false].All(part => part > 0) && across[false].Sum() == total;
    }

    /// <summary>Whether the figures were recognised, not taken from a text layer.</summary>
    public static bool IsScanned(IReadOnlyList<SumMismatch> mismatches) =>
        mismatches.SelectMany(wrong => wrong.Cells).Any(cell => cell.Raw.Length > 0 && cell.Confidence < Confidence.OfTextLayer);

    private static bool IsBlank(Read<int> cell) => cell.Value == 0 && !cell.Raw.Any(char.IsAsciiDigit);
}
