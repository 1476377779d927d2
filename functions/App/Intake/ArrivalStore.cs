using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;

namespace LearningSociety.App.Intake;

/// <summary>Arrivals in Table Storage, a partition a dossier.</summary>
public sealed class ArrivalStore(StoragePlaces places, PendingWork pending)
{
    /// <summary>Writes an arrival. From then on it cannot be lost: the sweep knows of it before its row is there.</summary>
    public async Task AddAsync(DossierId dossier, DateTimeOffset at, ArrivalKind kind, ReceivedFile? file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        await pending.PutAsync(PendingWork.Arrivals, dossier.ToString(), cancellationToken);
        var table = await places.TableAsync(Tables.Arrivals, cancellationToken);
        var row = new TableEntity(dossier.ToString(), $"{at.UtcTicks:D19}-{Guid.NewGuid():n}") { ["At"] = at, ["Kind"] = kind.ToString(), ["TakenBy"] = 0 };
        if (file is not null)
        {
            row["Name"] = file.Name;
            row["Sha256"] = file.Sha256;
            row["Bytes"] = file.Bytes;
            row["Blob"] = file.Blob;
            row["Fault"] = file.Fault?.ToString() ?? "";
            row["Reason"] = file.Reason;
        }

        await table.AddEntityAsync(row, cancellationToken);
    }

    /// <summary>Arrivals that no revision has taken, oldest first.</summary>
    public async Task<ImmutableArray<Arrival>> WaitingAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var table = await places.TableAsync(Tables.Arrivals, cancellationToken);
        var found = ImmutableArray.CreateBuilder<Arrival>();
        var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {dossier.ToString()} and TakenBy eq 0"), cancellationToken: cancellationToken);
        await foreach (var row in rows)
            found.Add(From(row));
        return [.. found.OrderBy(arrival => arrival.Key, StringComparer.Ordinal)];
    }

    /// <summary>Notes that a revision took these arrivals; doing it again changes nothing.</summary>
    public async Task TakeAsync(DossierId dossier, IEnumerable<string> keys, int revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var table = await places.TableAsync(Tables.Arrivals, cancellationToken);
        foreach (var batch in keys.Chunk(100))
            await table.SubmitTransactionAsync(
                batch.Select(key => new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(dossier.ToString(), key) { ["TakenBy"] = revision }, ETag.All)),
                cancellationToken);
    }

    private static Arrival From(TableEntity row)
    {
        var at = row.GetDateTimeOffset("At") ?? new DateTimeOffset(long.Parse(row.RowKey.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);
        var file = row.GetString("Name") is { } name
            ? new ReceivedFile(name, row.GetString("Sha256") ?? "", row.GetInt64("Bytes") ?? 0, at, row.GetString("Blob") ?? "", Enum.TryParse<FindingCode>(row.GetString("Fault"), out var fault) ? fault : null, row.GetString("Reason") ?? "")
            : null;
        return new(row.RowKey, at, Enum.TryParse<ArrivalKind>(row.GetString("Kind"), out var kind) ? kind : ArrivalKind.File, file);
    }
}
