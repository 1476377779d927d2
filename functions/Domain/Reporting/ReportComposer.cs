using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Checks;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.Domain.Reporting;

/// <summary>Composes the completeness report from what was read and what the checks found.</summary>
public static class ReportComposer
{
    /// <summary>The report of one revision.</summary>
    public static DossierReport Compose(DossierReading reading, CheckOutcome outcome, Catalogue catalogue)
    {
        var dossier = reading.Dossier;
        return new(
            new(dossier.Id, dossier.Kind, dossier.Office, dossier.OfficeName, dossier.Year, dossier.Revision, dossier.Received),
            outcome.Verdict,
            [.. Known(reading).Select(Document), .. Strange(reading)],
            [.. outcome.Findings.Select(finding => Finding(finding, catalogue))],
            new(outcome.Declared, outcome.Computed));
    }

    private static IEnumerable<FormReading> Known(DossierReading reading) => reading.Forms.Where(form => form.Form != FormReading.Unknown);

    // Pages of no known form are one entry for each file.
    private static IEnumerable<ReportDocument> Strange(DossierReading reading) => reading.Forms
        .Where(form => form.Form == FormReading.Unknown).GroupBy(form => form.File).Select(entries => Document(entries.First() with
        {
            Pages = [.. entries.SelectMany(entry => entry.Pages).Distinct().Order()],
            Confidence = entries.Select(entry => entry.Confidence).Aggregate(Confidence.Min),
            Reason = string.Join("; ", entries.Select(entry => entry.Reason).Where(reason => reason.Length > 0).Distinct()),
        }));

    private static ReportDocument Document(FormReading form) => new(
        form.Form, form.File, form.Pages, form.Confidence, form.Reason,
        new(form.Header.Number?.Value, form.Header.Date?.Value, form.Header.Agency?.Value, form.Header.Signer?.Value),
        form.AssessedYear?.Value, Signature(form.Signature), form.Declared?.Value, form.CouncilSize?.Value,
        [.. form.Criteria.Select(Criterion)], [.. form.Gradings.Select(Grading)], [.. form.Targets.Select(Target)], [.. ReportEvidenceOf.Form(form)]);

    private static ReportSignature Signature(SignatureReading signature) => new(
        signature.State, signature.Trust, [.. signature.Digital.Select(one => new ReportSigner(one.Signer, one.Organisation, one.Time))]);

    private static ReportCriterion Criterion(CriterionRow row)
    {
        var at = row.ResultPlace ?? row.Result?.Place ?? row.Score?.Place ?? row.Place;
        var sure = row.Result?.Confidence ?? row.Score?.Confidence ?? (row.Doubt is null ? Confidence.Certain : new Confidence(0));
        return new(
            row.Criterion, row.Indicator, row.Result?.Value, row.Score?.Value, row.MaxScore?.Value, row.Summary, sure, at?.Page, Box(at));
    }

    private static ReportGrading Grading(GradingTable table) => new(table.Kind, table.Year.Value, [.. table.Rows.Select(row => new ReportGradingRow(
        row.District, row.Communes.Value, row.Assessed.Value, row.Good.Value, row.Fair.Value, row.Average.Value, row.Failed?.Value, row.NotAssessed.Value))]);

    private static ReportTarget Target(TargetReading target) =>
        new(target.Indicator, target.Year, target.Percent.Value, target.Percent.Place?.Page, Box(target.Percent.Place));

    private static ReportFinding Finding(Finding finding, Catalogue catalogue) => new(
        finding.Code, finding.Severity, finding.Form, finding.File, finding.Page, finding.Row, finding.Column, Box(finding.Box), MessageCatalogue.Sentence(finding, catalogue));

    private static ImmutableArray<double>? Box(Place? place) => Box(place?.Box);

    internal static ImmutableArray<double>? Box(PageBox? box) =>
        box is null ? null : [Math.Round(box.Left, 4), Math.Round(box.Top, 4), Math.Round(box.Right, 4), Math.Round(box.Bottom, 4)];
}
