using System.Collections.Immutable;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Says that reading begins, and lists the files.</summary>
public sealed class BeginReading(RevisionStore revisions, DossierHeads heads)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(BeginReading))]
    public async Task<ImmutableArray<FileTask>> RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken)
    {
        var dossier = DossierId.TryParse(task.Dossier)!;
        var manifest = await revisions.ReadAsync(dossier, task.Revision, cancellationToken)
            ?? throw new InvalidOperationException($"Revision {task.Revision} of {task.Dossier} has no manifest.");
        await heads.ChangeAsync(dossier, head => head?.At(task.Revision, DossierStage.Reading), cancellationToken);
        return [.. manifest.Files.Select((file, index) => new FileTask(
            file.Name, file.Sha256, file.Blob, FileProgress.Key(task.Revision, index), task.Dossier, task.Engine, file.Fault, file.Reason))];
    }
}
