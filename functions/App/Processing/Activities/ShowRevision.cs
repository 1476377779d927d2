using LearningSociety.App.Records;
using LearningSociety.App.Statistics;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Flips the head row and counts the revision: from now on readers see it, as a whole. A later one that is shown already stays.</summary>
public sealed class ShowRevision(ReportStore reports, DossierCount count)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(ShowRevision))]
    public async Task RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken)
    {
        var dossier = DossierId.TryParse(task.Dossier)!;
        await count.ShowAsync(dossier, (await reports.ReadAsync(dossier, task.Revision, cancellationToken))!, cancellationToken);
    }
}
