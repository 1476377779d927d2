using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>What the check of a dossier comes to.</summary>
/// <param name="Verdict">Incomplete when an error stands, doubtful when somebody has to look, else complete.</param>
/// <param name="Findings">All findings: the gravest first, then by code, file, page and row.</param>
/// <param name="Declared">The overall result declared: the summary table's; where there is none, the letter's.</param>
/// <param name="Computed">What the rules give from the summary table; null when a row that counts is blank or the table is absent.</param>
public sealed record CheckOutcome(Verdict Verdict, ImmutableArray<Finding> Findings, Result? Declared, Result? Computed);

/// <summary>Checks a dossier: every check in turn, one verdict.</summary>
public static class CompletenessCheck
{
    /// <summary>All checks, in the order in which findings of one code and place are told.</summary>
    public static ImmutableArray<ICheck> Checks { get; } =
    [
        new FormPresenceCheck(), new FileCheck(), new ClassificationCheck(), new DuplicateCheck(), new YearCheck(), new OfficeCheck(), new SignatureCheck(),
        new CriterionBlankCheck(), new ResultMismatchCheck(), new SummaryDoubtCheck(), new DeclaredCheck(), new EvidenceCheck(), new EligibilityCheck(),
        new CouncilCheck(), new GradingSumCheck(), new GradingProseCheck(), new GradingDoubtCheck(), new TargetCheck(), new AnnexCheck(), new DeadlineCheck(),
    ];

    /// <summary>Checks a dossier.</summary>
    /// <param name="reading">All that was read from it.</param>
    /// <param name="catalogue">The rules as data.</param>
    /// <param name="earlier">The unit's recognition before this dossier; null when none is on record.</param>
    public static CheckOutcome Run(DossierReading reading, Catalogue catalogue, GivenRecognition? earlier = null)
    {
        var input = new CheckInput(reading, catalogue, catalogue.Kind(reading.Dossier.Kind), WholeForm.Gather(reading), earlier);
        var order = reading.Files.Select((file, index) => (file.Name, index)).DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.index);
        var findings = Checks.SelectMany(check => check.Run(input))
            .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Code)
            .ThenBy(finding => finding.File is { } file ? order.GetValueOrDefault(file, int.MaxValue) : -1).ThenBy(finding => finding.Page ?? 0)
            .ToImmutableArray();
        var summary = input.Summary;
        var declared = summary is not null ? summary.Reading.Declared : input.Forms.FirstOrDefault(form => form.Id == input.Kind?.LetterForm)?.Reading.Declared;
        var computed = summary is not null && input.Scheme is { } scheme ? new SummaryTable(summary, scheme).Outcome.Overall.Value : null;
        return new(VerdictOf(findings), findings, declared?.Value, computed);
    }

    private static Verdict VerdictOf(ImmutableArray<Finding> findings) =>
        findings.Any(finding => finding.Severity == Severity.Error) ? Verdict.Incomplete
        : findings.Any(finding => finding.Code == FindingCode.LowConfidence) ? Verdict.Doubtful
        : Verdict.Complete;
}
