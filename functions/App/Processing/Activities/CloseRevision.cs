using LearningSociety.App.Intake;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Closes a revision when it is time.</summary>
public sealed class CloseRevision(RevisionClosing closing)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(CloseRevision))]
    public Task<ClosingOutcome> RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken) =>
        closing.TryCloseAsync(DossierId.TryParse(task.Dossier)!, task.Revision, cancellationToken);
}
