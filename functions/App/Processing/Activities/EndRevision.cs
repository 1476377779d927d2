using LearningSociety.App.Intake;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Takes the revision off the list of work under way.</summary>
public sealed class EndRevision(PendingWork pending)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(EndRevision))]
    public async Task RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken)
    {
        if (await pending.FindAsync(PendingWork.Revisions, RevisionKey.Of(DossierId.TryParse(task.Dossier)!, task.Revision), cancellationToken) is { } item)
            await pending.RemoveAsync(item, cancellationToken);
    }
}
