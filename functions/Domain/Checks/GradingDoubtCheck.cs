using System.Globalization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>
/// Grading tables that were not found, lost a district or have no total row, and figures read weakly.
/// A weak figure whose row and column both add up is confirmed by the others.
/// </summary>
public sealed class GradingDoubtCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) =>
        input.Holding("gradings").Where(form => input.IsRequired(form.Id)).SelectMany(form => Missing(form, input).Concat(form.Reading.Gradings.SelectMany(table => Figures(form, table, input))));

    private static IEnumerable<Finding> Missing(WholeForm form, CheckInput input)
    {
        foreach (var kind in Enum.GetValues<GradingKind>().Where(kind => !form.Reading.Gradings.Any(table => table.Kind == kind && table.Rows.Any(row => !row.IsTotal))))
            yield return FindingParts.About(form, FindingCode.LowConfidence, "grading-missing", form.LastPage, ("table", TableText(input, kind, null)));
        foreach (var table in form.Reading.Gradings.Where(table => table.Rows.Count(row => row.IsTotal) != 1))
            yield return FindingParts.About(form, FindingCode.LowConfidence, "grading-total-missing", table.Place, ("table", TableText(input, table.Kind, table.Year.Value)));
    }

    private static IEnumerable<Finding> Figures(WholeForm form, GradingTable table, CheckInput input)
    {
        var mismatches = GradingSums.Mismatches(table).ToArray();
        var lost = GradingSumCheck.LostDistricts(table, mismatches, form.Reading.Gradings);
        if (lost.Count > 0)
            yield return FindingParts.About(form, FindingCode.LowConfidence, "grading-district-missing", table.Place, ("table", TableText(input, table.Kind, table.Year.Value)), ("districts", string.Join(", ", lost)));
        var doubted = Doubted(form, table, mismatches, lost.Count > 0, input);
        foreach (var row in table.Rows)
        {
            foreach (var column in GradingSums.Columns)
            {
                if (GradingSums.Cell(row, column) is not { } cell || !doubted.Contains(cell)) continue;
                yield return FindingParts.About(
                    form, FindingCode.LowConfidence, "figure", cell.Place ?? row.Place ?? table.Place,
                    ("table", TableText(input, table.Kind, table.Year.Value)), ("value", cell.Value.ToString(CultureInfo.InvariantCulture)))
                    with { Row = row.District, Column = input.Label("column." + column) };
            }
        }
    }

    /// <summary>The figures of a table that somebody has to look at; all others count, also those read weakly that row and column confirm.</summary>
    internal static IReadOnlySet<Read<int>> Doubted(WholeForm form, GradingTable table, CheckInput input)
    {
        var mismatches = GradingSums.Mismatches(table).ToArray();
        return Doubted(form, table, mismatches, GradingSumCheck.LostDistricts(table, mismatches, form.Reading.Gradings).Count > 0, input);
    }

    private static HashSet<Read<int>> Doubted(WholeForm form, GradingTable table, SumMismatch[] mismatches, bool lacksDistricts, CheckInput input)
    {
        var doubted = new HashSet<Read<int>>(Weakest(form, table, lacksDistricts ? [.. mismatches.Where(wrong => wrong.Parts.Count > 0)] : mismatches, input), ReferenceEqualityComparer.Instance);
        var unconfirmed = table.Rows.Any(row => row.IsTotal)
            ? mismatches.SelectMany(wrong => wrong.Cells)
            : table.Rows.SelectMany(row => GradingSums.Columns.Select(column => GradingSums.Cell(row, column)).OfType<Read<int>>());
        doubted.UnionWith(unconfirmed.Where(cell => !GradingSumCheck.IsSure(cell, input)));
        return doubted;
    }

    // A sum that does not add up, and that is no error, is a doubt: about a digit that may be lost or misread, or else about the figure read least surely.
    private static IReadOnlyList<Read<int>> Weakest(WholeForm form, GradingTable table, SumMismatch[] mismatches, CheckInput input)
    {
        var errors = GradingSumCheck.Errors(table, mismatches, form.Reading.Gradings).SelectMany(wrong => wrong.Cells.Take(1)).ToArray();
        IReadOnlyList<Read<int>> suspect = [.. LostFigures.In(table, mismatches), .. MisreadDigits.In(mismatches)];
        return
        [
            .. mismatches.Where(wrong => !errors.Any(cell => ReferenceEquals(cell, wrong.Cells[0])) && wrong.Cells.All(cell => GradingSumCheck.IsSure(cell, input)))
                .Select(wrong => wrong.Cells.FirstOrDefault(cell => suspect.Any(other => ReferenceEquals(other, cell))) ?? wrong.Cells.MinBy(cell => cell.Confidence)!),
        ];
    }

    private static string TableText(CheckInput input, GradingKind kind, int? year) => input.TableName(kind, year);
}
