using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>Writes and removes rows of records in batches.</summary>
public sealed class RecordStore(StoragePlaces places)
{
    private const int Batch = 100;

    /// <summary>Writes all rows of a report; again gives the same rows.</summary>
    public Task WriteAsync(DossierReport report, string province, CancellationToken cancellationToken) =>
        SubmitAsync([.. RecordRows.ForReview(report), .. RecordRows.ForStatistics(report, province)], TableTransactionActionType.UpsertReplace, cancellationToken);

    /// <summary>Removes a report's rows from the statistics; rows that are not there are no fault.</summary>
    public async Task WithdrawAsync(DossierReport report, string province, CancellationToken cancellationToken)
    {
        foreach (var (table, row) in RecordRows.ForStatistics(report, province))
        {
            try
            {
                await (await places.TableAsync(table, cancellationToken)).DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                // Removed before.
            }
        }
    }

    private async Task SubmitAsync(ImmutableArray<RecordRow> rows, TableTransactionActionType action, CancellationToken cancellationToken)
    {
        foreach (var group in rows.GroupBy(row => (row.Table, row.Row.PartitionKey)))
        {
            var table = await places.TableAsync(group.Key.Table, cancellationToken);
            foreach (var batch in group.Chunk(Batch))
                await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(action, row.Row)), cancellationToken);
        }
    }
}
