using Azure.Data.Tables;
using LearningSociety.App.Records;
using LearningSociety.App.Storage;
using LearningSociety.App.Tests.Statistics;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Records;

public sealed class RowSchemaTests(AzuriteFixture azurite)
{
    private const string Unnumbered = "-";
    private static readonly CancellationToken None = CancellationToken.None;

    // Notes that had a price in đồng (1), then in thousands (2), then one with a unit (3): the row as kept, as the release of schema 3 reads it.
    [Theory]
    [InlineData("Price=2000", "Thousands=2 Unit=nghìn đồng")]
    [InlineData("Schema=1 Price=2000", "Thousands=2 Unit=nghìn đồng")]
    [InlineData("Schema=2 Thousands=2", "Thousands=2 Unit=nghìn đồng")]
    [InlineData("Schema=3 Thousands=2 Unit=nghìn", "Thousands=2 Unit=nghìn")]
    public void A_row_of_any_older_schema_is_read_as_one_of_the_newest(string kept, string read)
    {
        var row = Notes(3, 3).Read(Row(kept));
        Assert.Equal(read, Text(row));
        // Read again, nothing more happens to it.
        Assert.Equal(read, Text(Notes(3, 3).Read(row)));
    }

    // The release that writes, the one that reads; each known by the newest schema it reads and the one it writes.
    [Theory]
    [InlineData(1, 1, 2, 1, true)]
    [InlineData(2, 1, 1, 1, true)]
    [InlineData(2, 1, 2, 2, true)]
    [InlineData(2, 2, 2, 1, true)]
    [InlineData(3, 2, 2, 2, true)]
    [InlineData(2, 2, 1, 1, false)]
    public void Releases_next_to_each_other_read_each_others_rows(int writerNewest, int writerWritten, int readerNewest, int readerWritten, bool isRead)
    {
        var written = Notes(writerNewest, writerWritten).Stamp(Row(writerWritten == 1 ? "Price=2000" : "Thousands=2"));
        var reader = Notes(readerNewest, readerWritten);
        if (isRead)
            Assert.Equal(readerNewest == 1 ? "Price=2000" : "Thousands=2", Text(reader.Read(written)).Split(" Unit")[0]);
        else
            Assert.Contains("Roll forward to the newer release", Assert.Throws<NewerRowException>(() => reader.Read(written)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_can_be_read_and_is_at_most_a_release_behind() =>
        Assert.All(RowSchemas.All, schema => Assert.InRange(schema.Newest - schema.Written, 0, 1));

    // Head rows as they were kept in each schema; what differs between them in the head that is read.
    [Theory]
    [InlineData(Unnumbered, null, "")]
    [InlineData("1", null, "")]
    // Written by the new release, then by an old one beside it that knows of no numbers.
    [InlineData(Unnumbered, "hoa-binh", "hoa-binh")]
    [InlineData("2", "hoa-binh", "hoa-binh")]
    public async Task A_head_of_an_older_schema_is_read_and_written_back_in_the_new_one(string schema, string? countedIn, string read)
    {
        var stack = new StatisticsStack(azurite);
        var dossier = DossierId.TryCreate("plan", 2025, $"cu-{Guid.NewGuid():n}"[..12])!;
        var row = new TableEntity(dossier.Office, $"{dossier.Kind}-{dossier.Year}")
        {
            ["Kind"] = "plan", ["Year"] = 2025, ["OfficeName"] = "Đơn vị cũ", ["Province"] = "", ["Received"] = "2025-12-01", ["Revision"] = 2, ["Stage"] = "Reported", ["Note"] = "",
            ["ReportedRevision"] = 2, ["Verdict"] = "Complete", ["ChangedAt"] = DateTimeOffset.UnixEpoch,
        };
        if (schema != Unnumbered) row[RowSchema.Property] = int.Parse(schema, System.Globalization.CultureInfo.InvariantCulture);
        if (countedIn is not null) row["CountedIn"] = countedIn;
        var table = await stack.Places.TableAsync(Tables.Dossiers, None);
        await table.AddEntityAsync(row, None);

        var head = (await stack.Heads.FindAsync(dossier, None))!;
        Assert.Equal(("Đơn vị cũ", 2, DossierStage.Reported, read), (head.OfficeName, head.ReportedRevision, head.Stage, head.CountedIn));

        await stack.Heads.ChangeAsync(dossier, before => before! with { Note = "đọc lại" }, None);
        var after = (await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: None)).Value;
        Assert.Equal((RowSchemas.Heads.Written, read, "đọc lại"), (after.GetInt32(RowSchema.Property), after.GetString("CountedIn"), after.GetString("Note")));
    }

    // Statistics from before rows were numbered.
    [Fact]
    public async Task Statistics_of_an_older_schema_go_on_counting_and_are_written_back_in_the_new_one()
    {
        var stack = new StatisticsStack(azurite);
        var dossier = await stack.OfficeAsync("a", 0);
        await stack.ShowAsync(dossier, 1, Result.Level1);
        await RenumberAsync(stack, null);
        Assert.Equal(1, (await stack.TallyAsync())["computed.level-1"]);

        await stack.ShowAsync(dossier, 2, Result.Level2);

        var tally = await stack.TallyAsync();
        Assert.Equal((1, 0, 1), (tally[Measures.Dossiers], tally["computed.level-1"], tally["computed.level-2"]));
        // That there is the partition at all is written once, and holds nothing but its key; receipts were never without a number, and a revision received as before leaves them as they are.
        Assert.All((await RowsAsync(stack)).Where(row => row.PartitionKey != "index" && !row.RowKey.StartsWith("came|", StringComparison.Ordinal)), row => Assert.Equal(1, row.GetInt32(RowSchema.Property)));
    }

    [Fact]
    public async Task Every_row_that_is_written_bears_its_schema()
    {
        var stack = new StatisticsStack(azurite);
        var dossier = await stack.OfficeAsync("a", 0);
        var report = StatisticsStack.ReportOf(dossier, 1, Result.Level1, Verdict.Complete, "1=2 1.1=2");
        await stack.ShowAsync(dossier, report);
        await new FileProgress(stack.Places).NoteAsync(dossier.ToString(), "r000001-0000", 1, "read", [], None);

        var written = RecordRows.Of(report).Select(row => row.Row).Concat(await RowsAsync(stack)).ToList();
        await foreach (var row in (await stack.Places.TableAsync(Tables.Progress, None)).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {dossier.ToString()}"), cancellationToken: None))
            written.Add(row);
        await foreach (var row in (await stack.Places.TableAsync(Tables.Dossiers, None)).QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {dossier.Office}"), cancellationToken: None))
            written.Add(row);
        Assert.True(written.Count > 8);
        Assert.All(written, row => Assert.True(row.GetInt32(RowSchema.Property) is not null, $"{row.PartitionKey} | {row.RowKey} bears no schema."));
    }

    private static RowSchema Notes(int newest, int written)
    {
        Action<TableEntity>[] upgrades =
        [
            row => (row["Thousands"], _) = (row.GetInt32("Price") / 1_000, row.Remove("Price")),
            row => row["Unit"] = "nghìn đồng",
        ];
        return new("note", written, [.. upgrades[..(newest - 1)]]);
    }

    private static TableEntity Row(string text)
    {
        var row = new TableEntity("notes", "1");
        foreach (var property in text.Replace("nghìn đồng", "nghìn_đồng", StringComparison.Ordinal).Split(' '))
        {
            var (name, value) = (property.Split('=')[0], property.Split('=')[1].Replace('_', ' '));
            row[name] = int.TryParse(value, out var number) ? number : value;
        }

        return row;
    }

    private static string Text(TableEntity row) => string.Join(' ', row
        .Where(pair => pair.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" or RowSchema.Property))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private static async Task<List<TableEntity>> RowsAsync(StatisticsStack stack)
    {
        var rows = new List<TableEntity>();
        var table = await stack.Places.TableAsync(Tables.Statistics, None);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {$"{stack.Province}-2024"}"), cancellationToken: None))
            rows.Add(row);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"index"}"), cancellationToken: None))
            if (row.RowKey.Contains(stack.Province, StringComparison.Ordinal)) rows.Add(row);
        return rows;
    }

    internal static async Task RenumberAsync(StatisticsStack stack, int? schema, string key = "")
    {
        var table = await stack.Places.TableAsync(Tables.Statistics, None);
        foreach (var row in (await RowsAsync(stack)).Where(row => row.RowKey.StartsWith(key, StringComparison.Ordinal)))
        {
            row.Remove(RowSchema.Property);
            if (schema is { } number) row[RowSchema.Property] = number;
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, None);
        }
    }
}
