using System.Text.RegularExpressions;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables;

/// <summary>Finds the column whose tall cells name the criterion that the rows beside them belong to.</summary>
internal static partial class GroupColumn
{
    /// <summary>Gives the column its role; the labels of the rows are then in the column after it.</summary>
    public static void Settle(List<TableColumn> columns, Grid grid, int headRows)
    {
        var first = columns.FindIndex(column => column.Role is ColumnRole.Label or ColumnRole.Text or ColumnRole.Other);
        if (first != 0 || columns.Count < 3) return;
        var next = columns[1].Role;
        if (next is not (ColumnRole.Label or ColumnRole.Text)) return;
        var heads = string.Join(' ', grid.HeadOf(0, headRows).Select(Grid.KeyOf).Where(key => !ColumnNumber().IsMatch(key)));
        var isNamed = Criteria().IsMatch(heads) && (next == ColumnRole.Label || Indicators().IsMatch(string.Join(' ', grid.HeadOf(1, headRows).Select(Grid.KeyOf))));
        var isTall = Enumerable.Range(0, grid.Rows).SelectMany(row => grid.Starting(row)).Any(cell => cell is { Column: 0, ColumnSpan: 1 } && cell.Row + cell.RowSpan > Math.Max(cell.Row, headRows) + 1 && HasRowsBeside(grid, cell));
        if (!isNamed && !isTall) return;
        columns[0] = columns[0] with { Role = ColumnRole.Group };

        // Without a column of their own the rows' numbers stand before the text.
        if (next == ColumnRole.Text && columns.Skip(2).All(column => column.Role != ColumnRole.Label)) columns[1] = columns[1] with { Role = ColumnRole.Label };
    }

    // A false line through some cells of a row makes the others tall too; beside a criterion whole rows begin.
    private static bool HasRowsBeside(Grid grid, LayoutCell tall) =>
        Enumerable.Range(tall.Row, tall.RowSpan).Count(row => grid.Starting(row) is var cells && cells.Any(cell => cell.Column == 1) && 2 * cells.Where(cell => cell.Column > 0).Sum(cell => cell.ColumnSpan) >= grid.Columns - 1) > 1;

    [GeneratedRegex("^(ten )?tieu chi$")]
    private static partial Regex Criteria();

    [GeneratedRegex("chi tieu")]
    private static partial Regex Indicators();

    [GeneratedRegex("^[0-9a-e]?$|^[0-9][a-z]$")]
    private static partial Regex ColumnNumber();
}
