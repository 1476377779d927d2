using LearningSociety.App.Records;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Flips the head row: from now on readers see this revision, as a whole. A later one that is shown already stays.</summary>
public sealed class ShowRevision(ReportStore reports, DossierHeads heads)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(ShowRevision))]
    public async Task RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken)
    {
        var dossier = DossierId.TryParse(task.Dossier)!;
        var report = (await reports.ReadAsync(dossier, task.Revision, cancellationToken))!;
        await heads.ChangeAsync(dossier, head => head?.Reported(task.Revision, report.Verdict), cancellationToken);
    }
}
