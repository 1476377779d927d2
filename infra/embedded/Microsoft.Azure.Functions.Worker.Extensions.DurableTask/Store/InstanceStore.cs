using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Store;

/// <summary>Somebody else has written to the instance: another host works on this store.</summary>
internal sealed class ForeignWriteException(string instanceId)
    : Exception($"The orchestration '{instanceId}' was written to by another host.");

/// <summary>The store will not take this write, however often it is tried.</summary>
internal sealed class WriteRefusedException(string instanceId, Exception cause)
    : Exception($"The store refused what the orchestration '{instanceId}' was to keep: {cause.Message}", cause);

/// <summary>
/// Instances in a table, one partition each. A write takes effect as a whole: either all its rows go in one
/// transaction, or those beside the head go first, uncounted, and the head follows and makes them count.
/// </summary>
internal sealed class InstanceStore(TableClient table, ILogger logger)
{
    // A transaction takes 100 rows and 4 MiB; a character takes up to six bytes of JSON.
    private const int MostRows = 100;
    private const int MostCharacters = 500_000;

    // However many ask at once, the store sees no more than so many readers.
    private readonly SemaphoreSlim _readers = new(32);

    /// <summary>All rows of an instance that count; null when there is no such instance.</summary>
    public async Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"), cancellationToken: cancellationToken))
            rows[row.RowKey] = row;
        return StoredInstance.From(rows);
    }

    /// <summary>The head alone; null when there is no such instance.</summary>
    public async Task<InstanceHead?> HeadAsync(string instanceId, CancellationToken cancellationToken)
    {
        await _readers.WaitAsync(cancellationToken);
        try
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(instanceId, InstanceHead.RowKey, cancellationToken: cancellationToken);
            return found.HasValue ? InstanceHead.From(found.Value!) : null;
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>A text of an instance; null when it is not there.</summary>
    public async Task<string?> TextAsync(string instanceId, string key, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        var (from, to) = (key + "-", key + ".");
        await _readers.WaitAsync(cancellationToken);
        try
        {
            await foreach (var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {instanceId} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken))
                rows[row.RowKey] = row;
        }
        finally
        {
            _readers.Release();
        }

        return TextRows.Join(rows, key);
    }

    /// <summary>Heads that answer to a filter, in pages.</summary>
    public AsyncPageable<TableEntity> Heads(string filter, int? pageSize, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>($"RowKey eq '{InstanceHead.RowKey}'" + (filter.Length == 0 ? "" : $" and {filter}"), pageSize, cancellationToken: cancellationToken);

    /// <summary>Writes a head and what belongs to it, and tries until it has succeeded.</summary>
    /// <param name="head">The new head; without an ETag it must be the instance's first.</param>
    /// <param name="rows">Rows that it makes count.</param>
    /// <param name="garbage">Keys of rows that do not count any more.</param>
    /// <param name="cancellationToken">Gives up; whether the write took effect is then not known.</param>
    /// <returns>The head with its new ETag.</returns>
    /// <exception cref="ForeignWriteException">Another host has written.</exception>
    /// <exception cref="WriteRefusedException">The store will never take it.</exception>
    public async Task<InstanceHead> CommitAsync(
        InstanceHead head, IReadOnlyList<TableEntity> rows, IReadOnlyList<string> garbage, CancellationToken cancellationToken)
    {
        head = head with { Write = Guid.NewGuid().ToString("N") };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return head with { ETag = await WriteAsync(head, rows, garbage, cancellationToken) };
            }
            catch (RequestFailedException refused) when (refused.Status is 400 or 413)
            {
                throw new WriteRefusedException(head.InstanceId, refused);
            }
            catch (ArgumentException refused)
            {
                throw new WriteRefusedException(head.InstanceId, refused);
            }
            catch (Exception failure) when (IsPassing(failure, cancellationToken))
            {
                // Rows to delete that are gone already must not hold up the write; purging takes what is left.
                if (failure is RequestFailedException { Status: 404 })
                    garbage = [];
                if (await FindOutcomeAsync(head, failure, attempt, cancellationToken) is { } etag)
                    return head with { ETag = etag };
            }
        }
    }

    /// <summary>Deletes all rows of an instance, the head last.</summary>
    public async Task PurgeAsync(string instanceId, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
            keys.Add(row.RowKey);
        await DeleteAsync(instanceId, [.. keys.Where(key => key != InstanceHead.RowKey), InstanceHead.RowKey], cancellationToken);
    }

    /// <summary>Deletes rows; those that are gone already are no error.</summary>
    public async Task DeleteAsync(string instanceId, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(MostRows))
        {
            try
            {
                await table.SubmitTransactionAsync(chunk.Select(key => Delete(instanceId, key)), cancellationToken);
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                foreach (var key in chunk)
                    await table.DeleteEntityAsync(instanceId, key, ETag.All, cancellationToken);
            }
        }
    }

    private async Task<ETag> WriteAsync(
        InstanceHead head, IReadOnlyList<TableEntity> rows, IReadOnlyList<string> garbage, CancellationToken cancellationToken)
    {
        var first = new TableTransactionAction(
            head.ETag == default ? TableTransactionActionType.Add : TableTransactionActionType.UpdateReplace, head.ToEntity(), head.ETag);
        var together = 1 + rows.Count <= MostRows && rows.Sum(TextRows.Length) <= MostCharacters;
        if (!together)
        {
            foreach (var batch in Batches(rows))
                await table.SubmitTransactionAsync(batch.Select(Put), cancellationToken);
            rows = [];
        }

        var room = MostRows - 1 - rows.Count;
        var answer = await table.SubmitTransactionAsync(
            [first, .. rows.Select(Put), .. garbage.Take(room).Select(key => Delete(head.InstanceId, key))], cancellationToken);
        if (garbage.Count > room)
            await DeleteAsync(head.InstanceId, [.. garbage.Skip(room)], cancellationToken);
        return answer.Value[0].Headers.ETag ?? throw new InvalidDataException("The table store answered a write without an ETag.");
    }

    // A write that seems to have failed may have succeeded: its mark on the head tells.
    private async Task<ETag?> FindOutcomeAsync(InstanceHead head, Exception failure, int attempt, CancellationToken cancellationToken)
    {
        if (attempt > 0)
            logger.LogWarning(failure, "The orchestration store cannot be written to ({Attempt} times); trying on.", attempt + 1);
        while (true)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5000, 100 << Math.Min(attempt, 6))), cancellationToken);
            try
            {
                var stored = await HeadAsync(head.InstanceId, cancellationToken);
                if (stored?.Write == head.Write)
                    return stored.ETag;
                return (stored?.ETag ?? default) == head.ETag ? null : throw new ForeignWriteException(head.InstanceId);
            }
            catch (Exception unreachable) when (IsPassing(unreachable, cancellationToken))
            {
                logger.LogWarning(unreachable, "The orchestration store cannot be reached; trying on.");
                attempt++;
            }
        }
    }

    /// <summary>Whether a failure is one of the store or the way to it, and not a request to give up.</summary>
    public static bool IsPassing(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && failure is RequestFailedException or IOException or AggregateException or OperationCanceledException or HttpRequestException;

    private static IEnumerable<List<TableEntity>> Batches(IReadOnlyList<TableEntity> rows)
    {
        var (batch, length) = (new List<TableEntity>(), 0);
        foreach (var row in rows)
        {
            var its = TextRows.Length(row);
            if (batch.Count == MostRows || (batch.Count > 0 && length + its > MostCharacters))
            {
                yield return batch;
                (batch, length) = ([], 0);
            }

            batch.Add(row);
            length += its;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableTransactionAction Delete(string instanceId, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(instanceId, key), ETag.All);
}
