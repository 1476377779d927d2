using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;
using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Checks;

/// <summary>R8: rows and columns of the grading tables that do not add up. A sum with a figure read weakly is doubt, not an error.</summary>
public sealed class GradingSumCheck : ICheck
{
    private const double SureOfError = 0.95;
    private const double Legible = 0.3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        foreach (var form in input.Holding("gradings"))
        {
            foreach (var table in form.Reading.Gradings)
            {
                foreach (var wrong in Errors(table, [.. GradingSums.Mismatches(table)], form.Reading.Gradings))
                {
                    yield return FindingParts.About(
                        form, FindingCode.SumMismatch, wrong.Parts.Count > 0 ? "row" : "column", wrong.Cells[0].Place ?? wrong.Row.Place ?? table.Place,
                        ("table", input.TableName(table.Kind, table.Year.Value)), ("found", Text(wrong.Cells[0].Value)), ("sum", Text(wrong.Sum)),
                        ("parts", string.Join(", ", wrong.Parts.Select(part => $"“{input.Label("column." + part)}”"))))
                        with { Row = wrong.Row.District, Column = input.Label("column." + wrong.Column) };
                }
            }
        }
    }

    /// <summary>
    /// The sums of which every figure was read so surely that only the document can be wrong. Where digits of a table were lost or could
    /// not be read, others may have been misread however sure they look, and nothing is an error. A column whose table lacks a district
    /// that another table of the form has may have lost a row. A digit of a like shape that would make all add up is misread.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="mismatches">All its mismatches.</param>
    /// <param name="all">All grading tables of its form.</param>
    internal static IEnumerable<SumMismatch> Errors(GradingTable table, SumMismatch[] mismatches, ImmutableArray<GradingTable> all)
    {
        if (LostFigures.In(table, mismatches).Count > 0 || table.Rows.Any(IsIllegible)) return [];
        var misread = MisreadDigits.In(mismatches);
        var mayLackRows = LostFigures.IsScanned(mismatches) && Lacking(table, all).Any();
        return mismatches.Where(wrong => wrong.Cells.All(cell => cell.Confidence.Value >= SureOfError) && !(mayLackRows && wrong.Parts.Count == 0) && !misread.Any(cell => MisreadDigits.Holds(wrong, cell)));
    }

    /// <summary>The districts that other tables of the form have and this one, scanned and short of communes, has not.</summary>
    internal static IReadOnlyList<string> LostDistricts(GradingTable table, SumMismatch[] mismatches, ImmutableArray<GradingTable> all) =>
        LostFigures.IsScanned(mismatches) && mismatches.Any(wrong => wrong is { Parts.Count: 0, Column: "communes" } && wrong.Sum < wrong.Cells[0].Value) ? [.. Lacking(table, all)] : [];

    private static IEnumerable<string> Lacking(GradingTable table, ImmutableArray<GradingTable> all)
    {
        var own = table.Rows.Select(row => VietnameseText.Words(row.District)).ToHashSet();
        return all.SelectMany(other => other.Rows).Where(row => !row.IsTotal && !own.Contains(VietnameseText.Words(row.District))).Select(row => row.District).Distinct();
    }

    private static bool IsIllegible(GradingRow row) => GradingSums.Columns.Any(column => GradingSums.Cell(row, column) is { } cell && cell.Confidence.Value < Legible);

    internal static bool IsSure(Read<int> cell, CheckInput input) => cell.Confidence.Value >= input.Catalogue.Thresholds.Figure;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
