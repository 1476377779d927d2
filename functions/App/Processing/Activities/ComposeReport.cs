using System.Collections.Immutable;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Checks;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Sorts pages into forms, reads and checks them, and keeps the report.</summary>
public sealed class ComposeReport(
    RevisionStore revisions, DossierHeads heads, RevisionReading reading, PinnedCatalogue pinned, ReportStore reports, SecretFiles secrets, FileProgress progress)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(ComposeReport))]
    public async Task RunAsync([ActivityTrigger] ReportTask task, CancellationToken cancellationToken)
    {
        var (dossier, revision) = (DossierId.TryParse(task.Revision.Dossier)!, task.Revision.Revision);
        await heads.ChangeAsync(dossier, head => head?.At(revision, DossierStage.Checking), cancellationToken);
        var manifest = (await revisions.ReadAsync(dossier, revision, cancellationToken))!;
        var report = await reports.ReadAsync(dossier, revision, cancellationToken);
        if (report is null)
        {
            var catalogue = await pinned.OfAsync(task.Revision.Catalogue, cancellationToken);
            var facts = new DossierFacts(manifest.Dossier, dossier.Kind, dossier.Office, manifest.OfficeName, dossier.Year, revision, manifest.Received);
            var read = SecretFiles.Without(await reading.ReadAsync(catalogue, facts, task.Files, cancellationToken));
            report = ReportComposer.Compose(read, CompletenessCheck.Run(read, catalogue), catalogue);
            await NoteAsync(task, manifest, report, catalogue, cancellationToken);
            await reports.WriteAsync(dossier, revision, report, cancellationToken);
        }

        await secrets.ExpungeAsync(report, manifest, cancellationToken);
    }

    private async Task NoteAsync(ReportTask task, RevisionManifest manifest, DossierReport report, Catalogue catalogue, CancellationToken cancellationToken)
    {
        for (var i = 0; i < manifest.Files.Length; i++)
        {
            var name = manifest.Files[i].Name;
            var outcome = task.Files.FirstOrDefault(file => file.Name == name);
            var forms = report.Documents.Where(document => document.File == name && document.Form != FormReading.Unknown).Select(document => catalogue.Form(document.Form)?.Name ?? document.Form);
            await progress.NoteAsync(
                manifest.Dossier, FileProgress.Key(manifest.Revision, i), outcome?.Pages ?? 0, outcome is { Fault: null } ? "read" : "faulty", [.. forms.Distinct()], cancellationToken);
        }
    }
}
