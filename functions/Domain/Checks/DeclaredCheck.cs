using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Checks;

/// <summary>The level that letters, reports and decisions name: another one than the summary table's, read weakly, or not found.</summary>
public sealed class DeclaredCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Run(CheckInput input)
    {
        if (input.Scheme is not { } scheme) yield break;
        var table = input.Summary is { } form && FormStanding.IsRight(form, input) ? new SummaryTable(form, scheme) : null;
        var summary = table?.SureDeclared(input);
        foreach (var paper in input.Holding("declared").Where(paper => input.TypeOf(paper)?.Scheme is null && FormStanding.IsRight(paper, input)))
        {
            var declared = paper.Reading.Declared;
            var finding = declared switch
            {
                null => FindingParts.About(paper, FindingCode.LowConfidence, "declared-missing"),
                _ when table?.BearsOut(declared, input) == true => null,
                _ when declared.Confidence.Value < input.Catalogue.Thresholds.Result || !scheme.Results.Contains(declared.Value) =>
                    FindingParts.About(paper, FindingCode.LowConfidence, "declared", declared.Place, ("value", input.Label(declared.Value))),
                _ when summary is { } level && declared.Value != level =>
                    FindingParts.About(paper, FindingCode.DeclaredDiffers, null, declared.Place, ("declared", input.Label(declared.Value)), ("summary", input.Label(level))),
                _ => null,
            };
            if (finding is not null && (finding.Code == FindingCode.DeclaredDiffers || input.IsRequired(paper.Id))) yield return finding;
        }
    }
}
