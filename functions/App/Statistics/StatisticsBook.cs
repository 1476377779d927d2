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
    private const int ReadAtOnce = 25;

    // Whoever lists reads on until a page is full, whoever exports to the end: a short page first, full ones then.
    private const int FirstFacts = 100;

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
    public async Task<ReceiptRead> ReceiptsAsync(ProvinceYear at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var version = await VersionAsync(at, cancellationToken);
        var receipts = version.HasReceipts
            ? await RowsAsync(at.Partition, StatisticsRows.ReceiptPrefix, cancellationToken).Select(StatisticsRows.ReceiptsOf).ToArrayAsync(cancellationToken)
            : [.. PlaceReceipts.Of(await FactsAsync(at, null, cancellationToken).ToArrayAsync(cancellationToken))];
        return new([.. receipts], version);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DossierFact> FactsAsync(ProvinceYear at, string? kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        await foreach (var row in RowsAsync(at.Partition, StatisticsRows.FactPrefix(kind, at.Year), "", FirstFacts, cancellationToken))
            if (StatisticsRows.FactOf(row).Fact is { } fact)
                yield return fact;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DossierFact> FactsInAsync(int year, string kind, PlacePath place, string measure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(measure);
        var facts = place.Commune is not null
            ? FactsOfAsync(year, kind, place, cancellationToken)
            : RowsAsync(
                new ProvinceYear(place.Province, year).Partition, StatisticsRows.FactPrefix(kind, year), StatisticsRows.FilterOf(place, measure), FirstFacts, cancellationToken)
                .Select(row => StatisticsRows.FactOf(row).Fact).OfType<DossierFact>();
        return facts.Where(fact => fact.Place.At(place.Tier) == place.Code && Measures.Of(fact).Contains(measure));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DossierFact> FactsOfAsync(int year, string kind, PlacePath place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var at = new ProvinceYear(place.Province, year);
        if (!(await VersionAsync(at, cancellationToken)).HasReceipts)
        {
            await foreach (var fact in FactsAsync(at, kind, cancellationToken).Where(fact => fact.Place == place))
                yield return fact;
            yield break;
        }

        // Receipts name the dossiers of their place.
        var shelves = await RowsAsync(at.Partition, StatisticsRows.ReceiptPrefixOf(place), cancellationToken).Select(StatisticsRows.ReceiptsOf).ToArrayAsync(cancellationToken);
        var dossiers = shelves.SelectMany(shelf => shelf.All).Where(one => one.Kind == kind).Select(one => one.DossierOf(year));
        foreach (var some in dossiers.Order(StringComparer.Ordinal).Chunk(ReadAtOnce))
            foreach (var row in await Task.WhenAll(some.Select(dossier => FindAsync(at, StatisticsRows.FactKey(dossier), cancellationToken))))
                if (row is not null && StatisticsRows.FactOf(row).Fact is { } fact && fact.Place == place)
                    yield return fact;
    }

    /// <summary>The rows of a partition whose keys begin so, in the order of their keys.</summary>
    internal IAsyncEnumerable<TableEntity> RowsAsync(string partition, string prefix, CancellationToken cancellationToken) => RowsAsync(partition, prefix, "", null, cancellationToken);

    private async IAsyncEnumerable<TableEntity> RowsAsync(string partition, string prefix, string also, int? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Statistics, cancellationToken);
        var filter = prefix.Length == 0
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {StatisticsRows.After(prefix)}") + also;
        string? next = null;
        if (first is not null)
        {
            await foreach (var page in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages(null, first))
            {
                foreach (var row in page.Values) yield return row;
                next = page.ContinuationToken;
                break;
            }

            if (string.IsNullOrEmpty(next)) yield break;
        }

        await foreach (var page in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages(next))
            foreach (var row in page.Values)
                yield return row;
    }

    private async Task<TableEntity?> FindAsync(ProvinceYear at, string key, CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Statistics, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(at.Partition, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
