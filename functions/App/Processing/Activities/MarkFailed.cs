using LearningSociety.App.Records;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>A revision that ended by a fault, and the step that failed.</summary>
public sealed record FailureTask(RevisionTask Revision, string Step);

/// <summary>Says on the dossier that processing failed, and how to start it again.</summary>
public sealed class MarkFailed(DossierHeads heads)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(MarkFailed))]
    public Task RunAsync([ActivityTrigger] FailureTask task, CancellationToken cancellationToken) =>
        heads.ChangeAsync(
            DossierId.TryParse(task.Revision.Dossier)!,
            head => head?.At(task.Revision.Revision, DossierStage.Failed, $"Xử lý bị dừng ở bước {task.Step} sau nhiều lần thử; tệp đã nhận vẫn được giữ. Hệ thống sẽ tự thử lại, hoặc người quản trị bấm xử lý lại."),
            cancellationToken);
}
