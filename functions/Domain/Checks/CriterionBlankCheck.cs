using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>
/// Rows of a summary table whose result cell is blank. Points without a threshold are not blank, ink that cannot be read is doubt, and so is
/// a blank in a table of which many results cannot be read.
/// </summary>
public sealed class CriterionBlankCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => SummaryTable.In(input).Where(table => !table.IsIllegible).SelectMany(table => Blanks(table, input));

    private static IEnumerable<Finding> Blanks(SummaryTable table, CheckInput input)
    {
        var reading = table.Form.Reading;
        var blank = reading.Criteria.Where(row => IsBlank(row, table)).ToArray();
        var overall = reading is { HasOverallRow: true, Declared: null, OverallDoubt: null } && !table.HasPoints;
        if (blank.Length > 1 && blank.Length == reading.Criteria.Length && reading.Declared is null)
        {
            yield return FindingParts.About(table.Form, FindingCode.CriterionBlank, "all", blank[0].ResultPlace ?? blank[0].Place);
            yield break;
        }

        foreach (var row in blank)
            yield return FindingParts.About(table.Form, FindingCode.CriterionBlank, null, row.ResultPlace ?? row.Place) with { Row = input.RowName(RowNumber.Of(row)) };
        if (overall)
            yield return FindingParts.About(table.Form, FindingCode.CriterionBlank, null, reading.OverallPlace) with { Row = input.Label("row.overall") };
    }

    internal static bool IsBlank(CriterionRow row, SummaryTable table)
    {
        if (row.Result is not null || row.Score is not null || row.Doubt is not null) return false;
        if (table.HasPoints && row.Indicator is null && row.MaxScore is null) return false;
        return row.ResultPlace is not null;
    }
}
