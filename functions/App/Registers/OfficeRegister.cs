using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Registers;

/// <summary>Offices in Table Storage.</summary>
public sealed class OfficeRegister(StoragePlaces places) : IOfficeRegister
{
    private const string Partition = "office";

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
        var row = new TableEntity(Partition, office.Slug) { ["Name"] = office.Name, ["Province"] = office.Province, ["Unit"] = office.Unit };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Office> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Offices, cancellationToken);
        var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken);
        await foreach (var row in rows)
            yield return From(row);
    }

    private static Office From(TableEntity row) => new(row.RowKey, row.GetString("Name") ?? row.RowKey, row.GetString("Province") ?? "", row.GetString("Unit") ?? "");
}
