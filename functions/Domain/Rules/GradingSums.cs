using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>A figure of a grading table that does not add up.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">The column: "communes", "assessed" and so on.</param>
/// <param name="Sum">What the parts add up to.</param>
/// <param name="Parts">The columns added, for a row; empty where the districts were added.</param>
/// <param name="Cells">Every figure that took part, the wrong one first.</param>
public sealed record SumMismatch(GradingRow Row, string Column, int Sum, IReadOnlyList<string> Parts, IReadOnlyList<Read<int>> Cells);

/// <summary>R8: gradings add up across each row and down each column.</summary>
public static class GradingSums
{
    private static readonly string[] Grades = ["good", "fair", "average", "failed"];

    /// <summary>The columns in the order of the table.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["communes", "assessed", .. Grades, "notAssessed"];

    /// <summary>The cell of a column; null where the table has no such column.</summary>
    public static Read<int>? Cell(GradingRow row, string column) => column switch
    {
        "communes" => row.Communes,
        "assessed" => row.Assessed,
        "good" => row.Good,
        "fair" => row.Fair,
        "average" => row.Average,
        "failed" => row.Failed,
        "notAssessed" => row.NotAssessed,
        _ => null,
    };

    /// <summary>All that does not add up, by row, then the columns of the total row.</summary>
    public static IEnumerable<SumMismatch> Mismatches(GradingTable table)
    {
        foreach (var row in table.Rows)
        {
            if (Across(row, "assessed", Grades) is { } graded) yield return graded;
            if (Across(row, "communes", ["assessed", "notAssessed"]) is { } counted) yield return counted;
        }

        if (table.Rows.FirstOrDefault(row => row.IsTotal) is not { } total) yield break;
        var districts = table.Rows.Where(row => !row.IsTotal).ToArray();
        foreach (var column in Columns)
        {
            if (Cell(total, column) is not { } cell) continue;
            var cells = districts.Select(row => Cell(row, column)).OfType<Read<int>>().ToArray();
            var sum = cells.Sum(part => part.Value);
            if (sum != cell.Value) yield return new(total, column, sum, [], [cell, .. cells]);
        }
    }

    private static SumMismatch? Across(GradingRow row, string column, string[] parts)
    {
        var present = parts.Where(part => Cell(row, part) is not null).ToArray();
        var cells = present.Select(part => Cell(row, part)!).ToArray();
        var sum = cells.Sum(cell => cell.Value);
        return sum == Cell(row, column)!.Value ? null : new(row, column, sum, present, [Cell(row, column)!, .. cells]);
    }
}
