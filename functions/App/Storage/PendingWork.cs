using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace LearningSociety.App.Storage;

/// <summary>Something that must not be forgotten, with the stamp of its latest change.</summary>
public sealed record PendingItem(string Sort, string Key, ETag Stamp, DateTimeOffset ChangedAt);

/// <summary>
/// A small list of work under way, written before the work's own rows and removed after it is done. Timers go through it
/// after a crash; nobody has to search whole tables for what was left.
/// </summary>
public sealed class PendingWork(StoragePlaces places, TimeProvider clock)
{
    /// <summary>Dossiers with arrivals that no revision has taken; key: the dossier.</summary>
    public const string Arrivals = "arrivals";

    /// <summary>Revisions closed and not yet reported; key: the orchestration's id.</summary>
    public const string Revisions = "revisions";

    /// <summary>Mails to send; key: the outbox key.</summary>
    public const string Mails = "mails";

    /// <summary>Notes work, or renews its stamp.</summary>
    public async Task PutAsync(string sort, string key, CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Pending, cancellationToken);
        await table.UpsertEntityAsync(new TableEntity(sort, key) { ["ChangedAt"] = clock.GetUtcNow() }, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The work of that key; null when there is none.</summary>
    public async Task<PendingItem?> FindAsync(string sort, string key, CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Pending, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(sort, key, cancellationToken: cancellationToken);
        return row.HasValue ? From(row.Value!) : null;
    }

    /// <summary>All work of a sort.</summary>
    public async IAsyncEnumerable<PendingItem> ListAsync(string sort, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Pending, cancellationToken);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {sort}"), cancellationToken: cancellationToken))
            yield return From(row);
    }

    /// <summary>Removes work, unless its stamp was renewed meanwhile.</summary>
    public async Task RemoveAsync(PendingItem item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        var table = await places.TableAsync(Tables.Pending, cancellationToken);
        try
        {
            await table.DeleteEntityAsync(item.Sort, item.Key, item.Stamp, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            // Gone already, or there is new work under the same key: both are right.
        }
    }

    private static PendingItem From(TableEntity row) => new(row.PartitionKey, row.RowKey, row.ETag, row.GetDateTimeOffset("ChangedAt") ?? DateTimeOffset.MinValue);
}
