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
    [Theory]
    [InlineData("complete")]
    [InlineData("incomplete")]
    [InlineData("grading")]
    [InlineData("targets")]
    public async Task Writing_a_report_twice_changes_nothing(string sample)
    {
        var places = new StoragePlaces(new BlobServiceClient(azurite.ConnectionString), new TableServiceClient(azurite.ConnectionString));
        var store = new RecordStore(places);
        var report = Sample(sample);
        report = report with { Dossier = report.Dossier with { Id = $"{report.Dossier.Kind}-2025-{Guid.NewGuid():n}" } };

        await store.WriteAsync(report, TestContext.Current.CancellationToken);
        var once = await RowsAsync(places, report);
        await store.WriteAsync(report, TestContext.Current.CancellationToken);

        Assert.Equal(once, await RowsAsync(places, report));
        Assert.Equal(report.Documents.Sum(document => 1 + document.Criteria.Length) + report.Findings.Length, once.Count);
    }

    private static DossierReport Sample(string name) =>
        JsonSerializer.Deserialize<DossierReport>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Review", "samples", $"{name}.json")), DossierReport.Json)!;

    private static async Task<List<string>> RowsAsync(StoragePlaces places, DossierReport report)
    {
        var rows = new List<string>();
        foreach (var name in (string[])[Tables.Documents, Tables.Criteria, Tables.Findings])
            await foreach (var row in (await places.TableAsync(name, default)).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {report.Dossier.Id}")))
                rows.Add($"{name}|{row.RowKey}|{string.Join(',', row.Where(pair => pair.Key is not ("odata.etag" or "Timestamp")).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}");
        return rows;
    }
}
