using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Extraction.Gradings;

/// <summary>
/// Works out figures that could not be read at all from those that could: where the row and the column both leave the same number,
/// it is that one. A figure that was read is never changed, however wrong it looks: a document may be wrong.
/// </summary>
internal static class FigureRepair
{
    private const double Illegible = 0.3;
    private const double WorkedOut = 0.8;
    private static readonly string[] Grades = ["good", "fair", "average", "failed"];

    /// <summary>The rows with such figures put in.</summary>
    public static ImmutableArray<GradingRow> Repaired(ImmutableArray<GradingRow> rows)
    {
        if (rows.Count(row => row.IsTotal) != 1) return rows;
        var repaired = rows.ToArray();
        for (var at = 0; at < rows.Length; at++)
        {
            foreach (var column in GradingSums.Columns)
            {
                if (GradingSums.Cell(rows[at], column) is not { } cell || cell.Confidence.Value > Illegible || cell.Raw.Length == 0) continue;
                var across = Across(rows[at], column).Distinct().ToArray();
                if (across is [>= 0 and var number] && Down(rows, at, column) == number) repaired[at] = With(repaired[at], column, cell with { Value = number, Confidence = new(WorkedOut) });
            }
        }

        return [.. repaired];
    }

    // What the sums of the row leave for the cell; none where another part of them is illegible too.
    private static IEnumerable<int> Across(GradingRow row, string column)
    {
        var graded = Grades.Where(grade => GradingSums.Cell(row, grade) is not null).ToArray();
        foreach (var (whole, parts) in new[] { ("assessed", graded), ("communes", ["assessed", "notAssessed"]) })
        {
            if (whole != column && !parts.Contains(column)) continue;
            if (parts.Append(whole).Where(other => other != column).Any(other => IsIllegible(row, other))) continue;
            var sum = parts.Where(part => part != column).Sum(part => GradingSums.Cell(row, part)!.Value);
            yield return whole == column ? sum : GradingSums.Cell(row, whole)!.Value - sum;
        }
    }

    private static int? Down(ImmutableArray<GradingRow> rows, int at, string column)
    {
        if (rows.Where((_, other) => other != at).Any(row => IsIllegible(row, column))) return null;
        int Value(GradingRow row) => GradingSums.Cell(row, column)?.Value ?? 0;
        var districts = rows.Where((row, other) => other != at && !row.IsTotal).Sum(Value);
        return rows[at].IsTotal ? districts : Value(rows.Single(row => row.IsTotal)) - districts;
    }

    private static bool IsIllegible(GradingRow row, string column) => GradingSums.Cell(row, column) is { } cell && cell.Confidence.Value <= Illegible;

    private static GradingRow With(GradingRow row, string column, Read<int> cell) => column switch
    {
        "communes" => row with { Communes = cell },
        "assessed" => row with { Assessed = cell },
        "good" => row with { Good = cell },
        "fair" => row with { Fair = cell },
        "average" => row with { Average = cell },
        "failed" => row with { Failed = cell },
        _ => row with { NotAssessed = cell },
    };
}
