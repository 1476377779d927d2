using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Registers;

/// <summary>Offices in Table Storage.</summary>
public sealed class OfficeRegister(StoragePlaces places, JsonBlobs blobs) : IOfficeRegister
{
    private const string Partition = "office";

    // Offices of an import that is being written: a transaction takes 100, so a broken one is carried to its end from here.
    private const string Coming = "offices-coming.json";
    private const int Batch = 100;

    // One row says that offices changed, so that a hundred thousand are not read to find that none did.
    private const string Changes = "change";
    private const string Stamp = "Stamp";

    /// <inheritdoc/>
    public async Task<Office?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (!DossierId.IsSlug(slug))
            return null;
        var table = await places.TableAsync(Tables.Offices, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, slug, cancellationToken: cancellationToken);
        return row.HasValue ? From(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task PutAsync(Office office, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(office);
        if (!DossierId.IsSlug(office.Slug))
            throw new ArgumentException($"'{office.Slug}' is no office slug: lower-case ASCII letters, digits and single hyphens, at most 60 characters.", nameof(office));
        var table = await places.TableAsync(Tables.Offices, cancellationToken);
        await table.UpsertEntityAsync(RowOf(office), TableUpdateMode.Replace, cancellationToken);
        await MarkAsync(table);
    }

    /// <inheritdoc/>
    public async Task<string> StampAsync(CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Offices, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Changes, Changes, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.GetString(Stamp) ?? "" : "";
    }

    private static Task MarkAsync(TableClient table) =>
        table.UpsertEntityAsync(new TableEntity(Changes, Changes) { [Stamp] = Guid.NewGuid().ToString("N") }, TableUpdateMode.Replace, CancellationToken.None);

    /// <inheritdoc/>
    public async Task PutAllAsync(ImmutableArray<Office> offices, CancellationToken cancellationToken)
    {
        await FinishAsync(cancellationToken);
        await blobs.WriteAsync(Containers.Registers, Coming, offices, cancellationToken);
        await WriteAsync(offices);
    }

    /// <summary>Carries an import to its end that was broken off.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var left = await blobs.ReadAsync<ImmutableArray<Office>>(Containers.Registers, Coming, cancellationToken);
        if (!left.IsDefault) await WriteAsync(left);
    }

    // Nobody who hangs up may leave it half written.
    private async Task WriteAsync(ImmutableArray<Office> offices)
    {
        var table = await places.TableAsync(Tables.Offices, CancellationToken.None);
        foreach (var batch in offices.Chunk(Batch))
            await table.SubmitTransactionAsync(batch.Select(office => new TableTransactionAction(TableTransactionActionType.UpsertReplace, RowOf(office))), CancellationToken.None);
        await MarkAsync(table);
        await blobs.DeleteAsync(Containers.Registers, Coming, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Office> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Offices, cancellationToken);
        var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken);
        await foreach (var row in rows)
            yield return From(row);
    }

    private static TableEntity RowOf(Office office) =>
        new(Partition, office.Slug) { ["Name"] = office.Name, ["Province"] = office.Province, ["Unit"] = office.Unit };

    private static Office From(TableEntity row) => new(row.RowKey, row.GetString("Name") ?? row.RowKey, row.GetString("Province") ?? "", row.GetString("Unit") ?? "");
}
