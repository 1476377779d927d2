using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>
/// What a summary table declares for a criterion or overall against what the rules give from the rows that are filled.
/// Only results that are not doubted speak; a blank or doubtful row counts as unknown, and what it could still make true is no mismatch. Where a row
/// stands twice the numbers were misread, so nobody can say which rows belong to its criterion.
/// </summary>
public sealed class ResultMismatchCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input) => SummaryTable.In(input).SelectMany(table => Mismatches(table, input));

    private static IEnumerable<Finding> Mismatches(SummaryTable table, CheckInput input)
    {
        var outcome = table.UndoubtedOutcome(input);
        var repeated = SummaryStructure.Repeated(table.Form.Reading.Criteria).Select(number => number.Criterion).ToHashSet();
        foreach (var criterion in outcome.Criteria)
        {
            if (criterion is { Own: { } own } && !repeated.Contains(own.Criterion) && table.IsSure(own, input) && criterion.Computed.Contradicts(own.Result!.Value))
                yield return Mismatch("criterion", criterion.Computed, own.Result.Value, own.ResultPlace ?? own.Place) with { Row = input.RowName(RowNumber.Of(own)) };
        }

        if (repeated.Count == 0 && table.SureDeclared(input) is { } declared && outcome.Overall.Contradicts(declared))
            yield return Mismatch("overall", outcome.Overall, declared, table.Form.Reading.OverallPlace) with { Row = input.Label("row.overall") };

        Finding Mismatch(string variant, LowestResult computed, Result said, Place? at) => FindingParts.About(
            table.Form, FindingCode.ResultMismatch, computed.Complete ? variant : variant + "-bound", at,
            ("declared", input.Label(said)), ("computed", input.Label(computed.AtMost!.Value)));
    }
}
