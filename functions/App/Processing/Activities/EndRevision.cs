using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Takes the rows of replaced revisions out of the statistics and the revision off the list of work under way.</summary>
public sealed class EndRevision(DossierHeads heads, ReportStore reports, RecordStore records, PendingWork pending)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(EndRevision))]
    public async Task RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken)
    {
        var dossier = DossierId.TryParse(task.Dossier)!;
        var head = await heads.FindAsync(dossier, cancellationToken);
        for (var revision = 1; revision <= task.Revision; revision++)
            if (revision != head?.ReportedRevision && await reports.ReadAsync(dossier, revision, cancellationToken) is { } replaced)
                await records.WithdrawAsync(replaced, head?.Province ?? "", cancellationToken);
        if (await pending.FindAsync(PendingWork.Revisions, RevisionKey.Of(dossier, task.Revision), cancellationToken) is { } item)
            await pending.RemoveAsync(item, cancellationToken);
    }
}
