using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace LearningSociety.App.Access;

/// <summary>A key as it is kept.</summary>
/// <param name="Id">What the key is called.</param>
/// <param name="Role">What it allows.</param>
/// <param name="Office">The office's slug, for the role office.</param>
/// <param name="Name">Whose key it is.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="RevokedAt">When it was revoked; null while it was not.</param>
public sealed record KeyRecord(
    string Id, Role Role, string? Office, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>True when the key opens the door at that moment.</summary>
    public bool IsValid(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>The keys, in Table Storage: a row a key, with the hash in place of the key.</summary>
public sealed class KeyBook(TableServiceClient tables)
{
    private const string Table = "AccessKeys";
    private const string Partition = "key";

    internal async Task AddAsync(KeyRecord record, byte[] hash, CancellationToken cancellationToken)
    {
        await tables.CreateTableIfNotExistsAsync(Table, cancellationToken);
        var row = new TableEntity(Partition, record.Id)
        {
            ["Hash"] = hash,
            ["Role"] = record.Role.ToString(),
            ["Name"] = record.Name,
            ["CreatedAt"] = record.CreatedAt,
            ["ExpiresAt"] = record.ExpiresAt,
        };
        if (record.Office is not null) row["Office"] = record.Office;
        await tables.GetTableClient(Table).AddEntityAsync(row, cancellationToken);
    }

    internal async Task<(KeyRecord Record, byte[] Hash)?> FindAsync(string id, CancellationToken cancellationToken) =>
        await AccessRows.FindAsync(tables, Table, Partition, id, cancellationToken) is { } row ? (Read(row), row.GetBinary("Hash")) : null;

    internal async Task<bool> RevokeAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await AccessRows.FindAsync(tables, Table, Partition, id, cancellationToken) is not { } row) return false;
        if (row.GetDateTimeOffset("RevokedAt") is not null) return true;
        row["RevokedAt"] = now;
        await tables.GetTableClient(Table).UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Merge, cancellationToken);
        return true;
    }

    internal async IAsyncEnumerable<KeyRecord> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await tables.CreateTableIfNotExistsAsync(Table, cancellationToken);
        await foreach (var row in tables.GetTableClient(Table).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))
            yield return Read(row);
    }

    private static KeyRecord Read(TableEntity row) => new(
        row.RowKey, Enum.Parse<Role>(row.GetString("Role")), row.GetString("Office"), row.GetString("Name") ?? "",
        row.GetDateTimeOffset("CreatedAt")!.Value, row.GetDateTimeOffset("ExpiresAt")!.Value, row.GetDateTimeOffset("RevokedAt"));
}
