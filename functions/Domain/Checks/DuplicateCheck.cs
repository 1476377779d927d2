using System.Globalization;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>A required form that is there more than once; when its copies say different things, somebody has to say which one holds.</summary>
public sealed class DuplicateCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        foreach (var copies in input.Forms.Where(form => input.IsRequired(form.Id) && FormStanding.IsRight(form, input)).GroupBy(form => form.Id))
        {
            var all = copies.ToArray();
            if (all.Length < 2) continue;
            var places = string.Join("; ", all.Select(form => $"tệp {form.FirstPage.File}, trang {form.FirstPage.Page}"));
            yield return FindingParts.About(
                all[1], FindingCode.FormDuplicate, null, null, ("count", all.Length.ToString(CultureInfo.InvariantCulture)), ("places", places));
            if (all.Skip(1).Any(copy => !SayTheSame(all[0].Reading, copy.Reading)))
                yield return FindingParts.About(all[1], FindingCode.LowConfidence, "duplicate", null, ("places", places));
        }
    }

    private static bool SayTheSame(FormReading a, FormReading b) =>
        a.Declared?.Value == b.Declared?.Value && a.CouncilSize?.Value == b.CouncilSize?.Value
        && a.Criteria.Select(Row).Order().SequenceEqual(b.Criteria.Select(Row).Order())
        && a.Gradings.SelectMany(Figures).SequenceEqual(b.Gradings.SelectMany(Figures));

    private static (int, int, int, decimal) Row(CriterionRow row) => (row.Criterion, row.Indicator ?? 0, (int?)row.Result?.Value ?? -1, row.Score?.Value ?? -1);

    private static IEnumerable<int> Figures(GradingTable table) => table.Rows.SelectMany(row => Rules.GradingSums.Columns.Select(column => Rules.GradingSums.Cell(row, column)?.Value ?? -1));
}
