using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>Writes rows of records in batches.</summary>
public sealed class RecordStore(StoragePlaces places)
{
    private const int Batch = 100;

    /// <summary>Writes all rows of a report; again gives the same rows.</summary>
    public async Task WriteAsync(DossierReport report, CancellationToken cancellationToken)
    {
        foreach (var group in RecordRows.Of(report).GroupBy(row => (row.Table, row.Row.PartitionKey)))
        {
            var table = await places.TableAsync(group.Key.Table, cancellationToken);
            foreach (var batch in group.Chunk(Batch))
                await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row.Row)), cancellationToken);
        }
    }
}
