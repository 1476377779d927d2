using LearningSociety.App.Records;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Writes the rows of a revision; nobody reads them before the head row shows the revision.</summary>
public sealed class WriteRecords(ReportStore reports, RecordStore records, DossierHeads heads)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(WriteRecords))]
    public async Task RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken)
    {
        var dossier = DossierId.TryParse(task.Dossier)!;
        var report = (await reports.ReadAsync(dossier, task.Revision, cancellationToken))!;
        var head = await heads.FindAsync(dossier, cancellationToken);
        await records.WriteAsync(report, head?.Province ?? "", cancellationToken);
    }
}
