using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>Statistics in Table Storage: one range of keys a question.</summary>
public sealed class StatisticsBook(StoragePlaces places) : IStatisticsBook
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<ProvinceYear>> KnownAsync(int? year, CancellationToken cancellationToken)
    {
        var known = ImmutableArray.CreateBuilder<ProvinceYear>();
        await foreach (var row in RowsAsync(StatisticsRows.Index, year is null ? "" : $"{year}|", cancellationToken))
            if (ProvinceYear.OfIndexKey(row.RowKey) is { } at)
                known.Add(at);
        return known.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<PartitionVersion> VersionAsync(ProvinceYear at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        return StatisticsRows.VersionOf(await FindAsync(at, StatisticsRows.VersionKey, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<RollUpRead> RollUpsAsync(ProvinceYear at, string kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var rows = new List<TableEntity>();
        await foreach (var row in RowsAsync(at.Partition, StatisticsRows.RollUpPrefix(kind), cancellationToken))
            rows.Add(row);

        // Every change of the kind changes the province's roll-up, so its row bears the version of them all.
        return new([.. rows.Select(StatisticsRows.RollUpOf)], StatisticsRows.VersionOf(rows.FirstOrDefault()));
    }

    /// <inheritdoc/>
    public async Task<RollUpRead> PlaceAsync(int year, string kind, PlacePath place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var row = await FindAsync(new(place.Province, year), StatisticsRows.RollUpKey(kind, place), cancellationToken);
        return new(row is null ? [] : [StatisticsRows.RollUpOf(row)], StatisticsRows.VersionOf(row));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DossierFact> FactsAsync(ProvinceYear at, string? kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        await foreach (var row in RowsAsync(at.Partition, StatisticsRows.FactPrefix(kind, at.Year), cancellationToken))
            if (StatisticsRows.FactOf(row).Fact is { } fact)
                yield return fact;
    }

    /// <summary>The rows of a partition whose keys begin so, in the order of their keys.</summary>
    internal async IAsyncEnumerable<TableEntity> RowsAsync(string partition, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Statistics, cancellationToken);
        var filter = prefix.Length == 0
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {StatisticsRows.After(prefix)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            yield return row;
    }

    private async Task<TableEntity?> FindAsync(ProvinceYear at, string key, CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Statistics, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(at.Partition, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
