using Azure.Data.Tables;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>Loads facts in batches, as a million of dossiers come over years and not in a quarter of an hour; roll-ups are made by the product's own rebuild.</summary>
internal sealed class Loading(StoragePlaces places, StatisticsRebuild rebuild)
{
    private const int Batch = 100;
    private const int SideBySide = 4;

    /// <summary>Registers the offices of a country and loads its dossiers; says how many.</summary>
    public async Task<int> LoadAsync(Country country)
    {
        var offices = await places.TableAsync(Tables.Offices, default);
        for (var province = 0; province < Country.Provinces; province++)
            foreach (var batch in country.Offices(province).Concat(Country.Planners(province)).Chunk(Batch))
                await offices.SubmitTransactionAsync(batch.Select(office => new TableTransactionAction(TableTransactionActionType.UpsertReplace, RowOf(office))));
        var loaded = 0;
        var partitions = from province in Enumerable.Range(0, Country.Provinces) from year in Enumerable.Range(Country.FirstYear, Country.LastYear - Country.FirstYear + 1) select (province, year);
        await Parallel.ForEachAsync(partitions, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (one, _) =>
            Interlocked.Add(ref loaded, await LoadAsync(new(Country.Province(one.province), one.year), country.Facts(one.province, one.year))));
        return loaded;
    }

    /// <summary>Loads the facts of a province's year and makes its roll-ups.</summary>
    public async Task<int> LoadAsync(ProvinceYear at, IEnumerable<DossierFact> facts)
    {
        var table = await places.TableAsync(Tables.Statistics, default);
        var loaded = 0;
        foreach (var batch in facts.Chunk(Batch))
        {
            await table.SubmitTransactionAsync(batch.Select(fact => new TableTransactionAction(TableTransactionActionType.UpsertReplace, StatisticsRows.Of(at, KeptFact.Counted(fact)))));
            loaded += batch.Length;
        }

        if (loaded == 0) return 0;
        await table.UpsertEntityAsync(new TableEntity(StatisticsRows.Index, at.IndexKey), TableUpdateMode.Replace);
        await rebuild.RollUpAsync(at, default);
        return loaded;
    }

    /// <summary>Takes all rows of a province's year away that follow from its facts.</summary>
    public async Task ForgetDerivedAsync(ProvinceYear at)
    {
        var table = await places.TableAsync(Tables.Statistics, default);
        foreach (var prefix in (string[])[StatisticsRows.RollUpPrefix(null), StatisticsRows.ReceiptPrefix])
        {
            var rows = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {at.Partition} and RowKey ge {prefix} and RowKey lt {StatisticsRows.After(prefix)}")).ToListAsync();
            foreach (var batch in rows.Chunk(Batch))
                await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)));
        }
    }

    private static TableEntity RowOf(Office office) => new("office", office.Slug) { ["Name"] = office.Name, ["Province"] = office.Province, ["Unit"] = office.Unit };
}
