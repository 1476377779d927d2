using LearningSociety.App.Records;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Writes the rows of a revision; nobody reads them before the head row shows the revision.</summary>
public sealed class WriteRecords(ReportStore reports, RecordStore records)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(WriteRecords))]
    public async Task RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken) =>
        await records.WriteAsync((await reports.ReadAsync(DossierId.TryParse(task.Dossier)!, task.Revision, cancellationToken))!, cancellationToken);
}
