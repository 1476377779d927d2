using Azure.Data.Tables;
using LearningSociety.App.Records;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

public sealed class RebuildTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_rebuild_of_what_is_right_writes_nothing()
    {
        var stack = await FilledAsync();
        var rows = await stack.RowsAsync();

        Assert.Equal(new RebuildOutcome(8, 0, 0), await stack.Rebuild.RunAsync(stack.Province, null, None));
        Assert.Equal(rows, await stack.RowsAsync());
    }

    [Fact]
    public async Task A_rebuild_from_nothing_gives_the_running_updates_row_for_row()
    {
        var stack = await FilledAsync();
        var rows = await stack.RowsAsync();
        await EachRowAsync(stack, (table, row) => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, default, None));
        Assert.Empty(await stack.RowsAsync());

        await stack.Rebuild.RunAsync(stack.Province, null, None);

        Assert.Equal(rows, await stack.RowsAsync());
    }

    [Fact]
    public async Task A_rebuild_sets_every_spoiled_row_right()
    {
        var stack = await FilledAsync();
        var rows = await stack.RowsAsync();
        var n = 0;
        await EachRowAsync(stack, async (table, row) =>
        {
            switch (row.RowKey[..4], n++ % 3)
            {
                case ("roll", 0): await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, default, None); break;
                case ("roll", 1): await table.UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Tally"] = """{"dossiers":99}""" }, row.ETag, TableUpdateMode.Merge, None); break;
                case ("came", 0): await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, default, None); break;
                case ("came", 1): await table.UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Came"] = "unit-request=khac:20250101" }, row.ETag, TableUpdateMode.Merge, None); break;
                case ("fact", 0): await table.UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Computed"] = "met" }, row.ETag, TableUpdateMode.Merge, None); break;
                case ("fact", 1): await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, default, None); break;
                default: break;
            }
        });
        var stray = DossierFact.Of(
            StatisticsStack.ReportOf(DossierId.TryCreate("unit-request", 2024, $"khac-{stack.Province}")!, 1, Result.Level2, Verdict.Complete, ""), new(stack.Province), StatisticsStack.Catalogue);
        await stack.Store.PutAsync(stray, None);

        var outcome = await stack.Rebuild.RunAsync(stack.Province, null, None);

        Assert.True(outcome is { Facts: > 2, RollUps: > 2 }, outcome.ToString());
        Assert.Equal(rows, (await stack.RowsAsync()).Where(row => !row.Contains("Withdrawn=True", StringComparison.Ordinal)));
    }

    // A release before this one knows of no receipts: it leaves those that are there as they are, and writes a version that does not speak of them.
    [Fact]
    public async Task Receipts_that_another_release_did_not_keep_are_those_of_the_facts_until_a_rebuild_catches_up()
    {
        var stack = await FilledAsync();
        var at = new ProvinceYear(stack.Province, 2024);
        var rows = await stack.RowsAsync();
        var right = Receipts(await stack.Book.ReceiptsAsync(at, None));
        var table = await stack.Places.TableAsync(Tables.Statistics, None);
        await EachRowAsync(stack, (_, row) => row.RowKey.StartsWith("came", StringComparison.Ordinal) ? table.DeleteEntityAsync(row.PartitionKey, row.RowKey, default, None) : Task.CompletedTask);
        var version = (await table.GetEntityAsync<TableEntity>(at.Partition, "version", cancellationToken: None)).Value;
        version.Remove("HasReceipts");
        await table.UpdateEntityAsync(version, version.ETag, TableUpdateMode.Replace, None);

        Assert.Equal(right, Receipts(await stack.Book.ReceiptsAsync(at, None)));
        await stack.ShowAsync(await stack.OfficeAsync("moi", 1), 1, Result.Level1);
        Assert.Equal(right.Append($"unit-request moi-{stack.Province}").Order(StringComparer.Ordinal), Receipts(await stack.Book.ReceiptsAsync(at, None)));
        Assert.False((await stack.Book.VersionAsync(at, None)).HasReceipts);

        await stack.Rebuild.RunAsync(stack.Province, null, None);

        Assert.True((await stack.Book.VersionAsync(at, None)).HasReceipts);
        Assert.Equal(right.Append($"unit-request moi-{stack.Province}").Order(StringComparer.Ordinal), Receipts(await stack.Book.ReceiptsAsync(at, None)));
        Assert.Superset(rows.Where(row => row.Contains(" fact|", StringComparison.Ordinal)).ToHashSet(), (await stack.RowsAsync()).ToHashSet());
        Assert.Equal(0, await stack.Rebuild.RollUpAsync(at, None));
    }

    [Fact]
    public async Task A_rebuild_while_dossiers_come_in_loses_none_of_them()
    {
        var stack = await FilledAsync();
        await EachRowAsync(stack, (table, row) => row.RowKey.StartsWith("roll", StringComparison.Ordinal) ? table.DeleteEntityAsync(row.PartitionKey, row.RowKey, default, None) : Task.CompletedTask);
        var dossiers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => stack.OfficeAsync($"moi{n}", n % 6)));
        var other = new DossierCount(stack.Heads, stack.PlaceBook, stack.NewStore(), StatisticsStack.Catalogue);

        var shown = dossiers.Select(async dossier =>
        {
            var report = StatisticsStack.ReportOf(dossier, 1, Result.Level1, Verdict.Complete, "1=1");
            await stack.Heads.ChangeAsync(dossier, head => head ?? new() { Dossier = dossier, OfficeName = "A", Province = stack.Province }, None);
            await stack.Reports.WriteAsync(dossier, 1, report, None);
            await other.ShowAsync(dossier, report, None);
        });
        await Task.WhenAll([.. shown, stack.Rebuild.RunAsync(stack.Province, 2024, None)]);

        var facts = await stack.Book.FactsAsync(new(stack.Province, 2024), null, None).ToListAsync(None);
        Assert.Equal(26, facts.Count);
        Assert.Equal(26, (await stack.TallyAsync())[Measures.Dossiers] + (await stack.TallyAsync(kind: "unit-council"))[Measures.Dossiers]);
    }

    [Fact]
    public async Task A_dossier_whose_office_was_given_a_unit_counts_there_after_a_rebuild()
    {
        var stack = new StatisticsStack(azurite);
        var dossier = DossierId.TryCreate("unit-request", 2024, $"a-{stack.Province}")!;
        await stack.Offices.PutAsync(new(dossier.Office, "A", stack.Province), None);
        await stack.ShowAsync(dossier, 1, Result.Level2);
        Assert.True((await stack.TallyAsync(code: $"{stack.Province}-h1")).IsEmpty);
        await stack.Offices.PutAsync(new(dossier.Office, "A", stack.Province, StatisticsStack.CommuneOf(stack.Province, 5)), None);

        Assert.Equal(new RebuildOutcome(1, 1, 0), await stack.Rebuild.RunAsync(stack.Province, null, None));

        Assert.Equal(1, (await stack.TallyAsync(code: $"{stack.Province}-h1"))["computed.level-2"]);
        Assert.Equal(1, (await stack.TallyAsync())[Measures.Dossiers]);
    }

    // Eight dossiers over two years and two kinds, one of them in its second revision.
    private async Task<StatisticsStack> FilledAsync()
    {
        var stack = new StatisticsStack(azurite);
        for (var n = 0; n < 8; n++)
        {
            var dossier = await stack.OfficeAsync($"o{n}", n % 6, n % 4 == 3 ? "unit-council" : "unit-request", n < 6 ? 2024 : 2025);
            await stack.ShowAsync(dossier, 1, n % 3 == 0 ? null : Result.Level1, (Verdict)(n % 3), "1=1 1.1=1 1.2=- 2=0");
            if (n == 2) await stack.ShowAsync(dossier, 2, Result.Level2);
        }

        return stack;
    }

    private static string[] Receipts(ReceiptRead read) => [.. read.Receipts.SelectMany(place => place.All).Select(one => $"{one.Kind} {one.Office}").Order(StringComparer.Ordinal)];

    private static async Task EachRowAsync(StatisticsStack stack, Func<TableClient, TableEntity, Task> change)
    {
        var (from, to) = ($"{stack.Province}-", $"{stack.Province}.");
        var table = await stack.Places.TableAsync(Tables.Statistics, None);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}")))
            if (row.RowKey != "version")
                await change(table, row);
    }
}
