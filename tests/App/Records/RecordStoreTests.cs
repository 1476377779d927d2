using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Records;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Reporting;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Records;

public sealed class RecordStoreTests(AzuriteFixture azurite)
{
    private static readonly string[] ReviewTables = [Tables.Documents, Tables.Criteria, Tables.Findings];
    private static readonly string[] StatisticsTables = [Tables.Results, Tables.Gradings, Tables.Targets];

    [Theory]
    [InlineData("complete")]
    [InlineData("incomplete")]
    [InlineData("grading")]
    [InlineData("targets")]
    public async Task Writing_a_report_twice_changes_nothing_and_withdrawing_it_leaves_its_history(string sample)
    {
        var places = new StoragePlaces(new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString));
        var store = new RecordStore(places);
        var province = $"tinh-{Guid.NewGuid():n}";
        var report = Sample(sample);
        report = report with { Dossier = report.Dossier with { Id = $"{report.Dossier.Kind}-2025-{Guid.NewGuid():n}" } };

        await store.WriteAsync(report, province, TestContext.Current.CancellationToken);
        var once = await RowsAsync(places, report, province);
        await store.WriteAsync(report, province, TestContext.Current.CancellationToken);

        Assert.NotEmpty(once);
        Assert.Equal(once, await RowsAsync(places, report, province));
        Assert.Equal(report.Documents.Sum(document => 1 + document.Criteria.Length) + report.Findings.Length, once.Count(row => ReviewTables.Contains(row.Split('|')[0])));
        Assert.Equal(1 + report.Documents.Sum(document => document.Gradings.Sum(table => table.Rows.Length) + document.Targets.Length), once.Count(row => StatisticsTables.Contains(row.Split('|')[0])));

        await store.WithdrawAsync(report, province, TestContext.Current.CancellationToken);
        await store.WithdrawAsync(report, province, TestContext.Current.CancellationToken);
        Assert.Equal(once.Where(row => ReviewTables.Contains(row.Split('|')[0])), await RowsAsync(places, report, province));
    }

    private static DossierReport Sample(string name) =>
        JsonSerializer.Deserialize<DossierReport>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Review", "samples", $"{name}.json")), DossierReport.Json)!;

    private static async Task<List<string>> RowsAsync(StoragePlaces places, DossierReport report, string province)
    {
        var rows = new List<string>();
        foreach (var name in ReviewTables.Concat(StatisticsTables))
        {
            var (from, to) = ($"{province}-", $"{province}.");
            var filter = ReviewTables.Contains(name)
                ? TableClient.CreateQueryFilter($"PartitionKey eq {report.Dossier.Id}")
                : TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}");
            await foreach (var row in (await places.TableAsync(name, default)).QueryAsync<TableEntity>(filter))
                rows.Add($"{name}|{row.PartitionKey}|{row.RowKey}|{string.Join(',', row.Where(pair => pair.Key is not ("odata.etag" or "Timestamp")).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}");
        }

        return rows;
    }
}
