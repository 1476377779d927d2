using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;
using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Checks;

/// <summary>Indicators declared met without a word of evidence (R3): the software warns, people decide.</summary>
public sealed class EvidenceCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        foreach (var table in SummaryTable.In(input))
        {
            var met = table.Form.Reading.Criteria.Where(row => row is { Indicator: not null, Result.Value: > Result.NotMet }).ToArray();
            var empty = met.Where(row => VietnameseText.Words(row.Summary).Length == 0).ToArray();
            if (empty.Length > 1 && empty.Length == met.Length)
            {
                yield return FindingParts.About(table.Form, FindingCode.EvidenceEmpty, "all", empty[0].Place);
                continue;
            }

            foreach (var row in empty)
            {
                yield return FindingParts.About(table.Form, FindingCode.EvidenceEmpty, null, row.Place, ("declared", input.Label(row.Result!.Value)))
                    with { Row = input.RowName(RowNumber.Of(row)) };
            }
        }
    }
}
