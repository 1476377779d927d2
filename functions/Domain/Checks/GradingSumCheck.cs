using System.Globalization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>R8: rows and columns of the grading tables that do not add up. A sum with a figure read weakly is doubt, not an error.</summary>
public sealed class GradingSumCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        foreach (var form in input.Holding("gradings"))
        {
            foreach (var table in form.Reading.Gradings)
            {
                foreach (var wrong in GradingSums.Mismatches(table).Where(wrong => wrong.Cells.All(cell => IsSure(cell, input))))
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

    internal static bool IsSure(Read<int> cell, CheckInput input) => cell.Confidence.Value >= input.Catalogue.Thresholds.Figure;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
