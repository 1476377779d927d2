using LearningSociety.App.Records;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>A file with what reading it gave.</summary>
public sealed record FileProgressTask(FileTask File, FileOutcome Outcome);

/// <summary>Notes for people that a file was read.</summary>
public sealed class NoteFileRead(FileProgress progress)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(NoteFileRead))]
    public Task RunAsync([ActivityTrigger] FileProgressTask task, CancellationToken cancellationToken) =>
        progress.NoteAsync(task.File, task.Outcome.Pages, task.Outcome.Fault is null ? "read" : "faulty", [], cancellationToken);
}
