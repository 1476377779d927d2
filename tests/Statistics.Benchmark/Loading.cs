using Azure.Data.Tables;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>Loads facts and what follows from them in batches, as a million of dossiers come over years and not in a quarter of an hour.</summary>
internal sealed class Loading(StoragePlaces places)
{
    private const int Batch = 100;
    private const int SideBySide = 4;

    /// <summary>
    /// Registers the offices of a country and loads its dossiers; says how many count, and how many facts are there. Of provinces beyond those that are whole
    /// only plans and what follows from all facts is loaded: no question about another province reads the rest.
    /// </summary>
    public async Task<(int Counted, int Facts)> LoadAsync(Country country)
    {
        var offices = await places.TableAsync(Tables.Offices, default);
        for (var province = 0; province < Country.Provinces; province++)
            foreach (var batch in country.Offices(province).Concat(Country.Planners(province)).Chunk(Batch))
                await offices.SubmitTransactionAsync(batch.Select(office => new TableTransactionAction(TableTransactionActionType.UpsertReplace, RowOf(office))));
        var (counted, loaded) = (0, 0);
        var partitions = from province in Enumerable.Range(0, Country.Provinces) from year in Enumerable.Range(Country.FirstYear, Country.LastYear - Country.FirstYear + 1) select (province, year);
        await Parallel.ForEachAsync(partitions, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (one, _) =>
        {
            var (at, facts) = (new ProvinceYear(Country.Province(one.province), one.year), country.Facts(one.province, one.year).ToArray());
            var kept = one.province < country.WholeProvinces ? facts : [.. facts.Where(fact => fact.Kind != Country.Kind)];
            Interlocked.Add(ref counted, facts.Length);
            Interlocked.Add(ref loaded, await LoadAsync(at, kept, facts));
        });
        return (counted, loaded);
    }

    /// <summary>Loads the facts of a province's year and what follows from them.</summary>
    public Task<int> LoadAsync(ProvinceYear at, DossierFact[] facts) => LoadAsync(at, facts, facts);

    private async Task<int> LoadAsync(ProvinceYear at, DossierFact[] kept, DossierFact[] all)
    {
        var version = PartitionVersion.None.Next(DateTimeOffset.UtcNow);
        await PutAsync(kept.Select(fact => StatisticsRows.Of(at, KeptFact.Counted(fact)))
            .Concat(RollUp.Of(all).Select(rollUp => StatisticsRows.Of(at, rollUp, version)))
            .Concat(PlaceReceipts.Of(all).Select(receipts => StatisticsRows.Of(at, receipts)))
            .Append(StatisticsRows.Of(at, version)));
        await PutAsync([new TableEntity(StatisticsRows.Index, at.IndexKey)]);
        return kept.Length;
    }

    private async Task PutAsync(IEnumerable<TableEntity> rows)
    {
        var table = await places.TableAsync(Tables.Statistics, default);
        foreach (var batch in rows.Chunk(Batch))
            await table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)));
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
