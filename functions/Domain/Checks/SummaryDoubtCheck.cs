using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>What is doubtful about a summary table: results read weakly, rows that are not there or there twice, no table, no overall row.</summary>
public sealed class SummaryDoubtCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => SummaryTable.In(input).SelectMany(table => Structure(table, input).Concat(Rows(table, input)).Concat(Overall(table, input)));

    private static IEnumerable<Finding> Structure(SummaryTable table, CheckInput input)
    {
        var rows = table.Form.Reading.Criteria;
        if (rows.IsEmpty) yield return FindingParts.About(table.Form, FindingCode.LowConfidence, "table-missing");
        // Of a criterion that is missing altogether it is enough to say so.
        foreach (var missing in SummaryStructure.Missing(rows, table.Scheme).Where(missing => missing.Indicator is null || rows.Any(row => row.Criterion == missing.Criterion)))
            yield return FindingParts.About(table.Form, FindingCode.LowConfidence, "row-missing") with { Row = input.RowName(missing) };
        foreach (var repeated in SummaryStructure.Repeated(rows))
        {
            var second = rows.Last(row => RowNumber.Of(row) == repeated);
            yield return FindingParts.About(table.Form, FindingCode.LowConfidence, "row-twice", second.Place) with { Row = input.RowName(repeated) };
        }
    }

    private static IEnumerable<Finding> Rows(SummaryTable table, CheckInput input)
    {
        foreach (var row in table.Form.Reading.Criteria)
        {
            var place = row.ResultPlace ?? row.Result?.Place ?? row.Place;
            var finding = row switch
            {
                { Doubt: { } doubt } => FindingParts.About(table.Form, FindingCode.LowConfidence, "result-doubt", place, ("doubt", doubt.TrimEnd('.', ' '))),
                { Result: { } result } when !table.Scheme.Results.Contains(result.Value) => Doubtful(result),
                { Result: { } result } when result.Confidence.Value < input.Catalogue.Thresholds.Result && !table.IsBorneOut(row, input) => Doubtful(result),
                { Score: { } score } when score.Confidence.Value < input.Catalogue.Thresholds.Figure =>
                    FindingParts.About(table.Form, FindingCode.LowConfidence, "result", place, ("value", score.Raw)),
                _ when table.IsIllegible && CriterionBlankCheck.IsBlank(row, table) => FindingParts.About(table.Form, FindingCode.LowConfidence, "result-absent", place),
                { Result: null, Score: null, ResultPlace: null } when !(table.HasPoints && row.Indicator is null) =>
                    FindingParts.About(table.Form, FindingCode.LowConfidence, "result-absent", place),
                _ => null,
            };
            if (finding is not null) yield return finding with { Row = input.RowName(RowNumber.Of(row)) };

            Finding Doubtful(Evidence.Read<Result> result) =>
                FindingParts.About(table.Form, FindingCode.LowConfidence, "result", place, ("value", input.Label(result.Value)));
        }
    }

    private static IEnumerable<Finding> Overall(SummaryTable table, CheckInput input)
    {
        var reading = table.Form.Reading;
        if (reading.Criteria.IsEmpty) yield break;
        var finding = reading switch
        {
            { OverallDoubt: { } doubt } => FindingParts.About(table.Form, FindingCode.LowConfidence, "overall-doubt", reading.OverallPlace, ("doubt", doubt.TrimEnd('.', ' '))),
            { Declared: { } declared } when table.SureDeclared(input) is null =>
                FindingParts.About(table.Form, FindingCode.LowConfidence, "declared", reading.OverallPlace ?? declared.Place, ("value", input.Label(declared.Value))),
            { Declared: null } when !reading.HasOverallRow || table is { IsIllegible: true, HasPoints: false } => FindingParts.About(table.Form, FindingCode.LowConfidence, "overall-missing", table.Form.LastPage),
            _ => null,
        };
        if (finding is not null) yield return finding with { Row = input.Label("row.overall") };
    }
}
