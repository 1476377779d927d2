using System.Globalization;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>R4: a unit asks only when its own assessment meets the conditions, and for level 2 at the earliest 12 months after level 1.</summary>
public sealed class EligibilityCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        if (input is not { Kind.IsRequest: true, Summary: { } summary, Scheme: { } scheme } || new SummaryTable(summary, scheme).SureDeclared(input) is not { } declared) yield break;
        if (declared == Result.NotMet)
        {
            yield return FindingParts.Make(FindingCode.NotEligible, null, null, summary.Reading.OverallPlace, ("declared", input.Label(declared)));
            yield break;
        }

        if (UpgradeRule.EarliestRequest(declared, input.Earlier, input.Dossier.Received, scheme.Terms) is { } earliest && input.Dossier.Received < earliest)
            yield return FindingParts.Make(FindingCode.NotEligible, "too-early", null, null, ("decided", Day(input.Earlier!.Decided)), ("earliest", Day(earliest)));
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
