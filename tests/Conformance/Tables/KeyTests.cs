using Azure.Data.Tables;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

public sealed class KeyTests(AzuriteFixture azurite) : TableTests(azurite)
{
    public static TheoryData<string> Keys =>
    [
        "",
        "31-012",
        "Phường Lê Lợi, thị xã Sơn Tây",
        "Đồng Nai",
        "it's",
        "''quoted''",
        "100%",
        "%27",
        "a%20b%2Fc",
        "a b+c&d=e",
        "x,y;z:@!$()*~^|<>\"{}[]`",
        ".",
        "..",
        "a)(PartitionKey='b'",
        "😀",
        new string('k', 512),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_finds_its_row_by_every_way(string key)
    {
        await Table.AddEntityAsync(new TableEntity(key, key) { ["Value"] = "added" }, Cancellation);

        var row = (await Table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Cancellation)).Value;
        Assert.Equal((key, key), (row.PartitionKey, row.RowKey));

        row["Value"] = "updated";
        await Table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
        var found = await RowKeysAsync(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key} and Value eq {"updated"}"));
        Assert.Equal([key], found);

        await Table.UpsertEntityAsync(new TableEntity(key, key) { ["More"] = 1 }, TableUpdateMode.Merge, Cancellation);
        row = (await Table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Cancellation)).Value;
        Assert.Equal(("updated", 1), (row.GetString("Value"), row.GetInt32("More")));

        var deleted = await Table.DeleteEntityAsync(key, key, cancellationToken: Cancellation);
        Assert.Equal(204, deleted.Status);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>(key, key, cancellationToken: Cancellation)).HasValue);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_finds_its_row_in_every_kind_of_transaction(string key)
    {
        var row = new TableEntity(key, key) { ["Value"] = "x" };
        TableTransactionActionType[] life =
        [
            TableTransactionActionType.Add,
            TableTransactionActionType.UpdateMerge,
            TableTransactionActionType.UpdateReplace,
            TableTransactionActionType.UpsertMerge,
            TableTransactionActionType.Delete,
            TableTransactionActionType.UpsertReplace,
        ];

        foreach (var type in life)
        {
            await Table.SubmitTransactionAsync([Action(type, row)], Cancellation);
            var there = await Table.GetEntityIfExistsAsync<TableEntity>(key, key, cancellationToken: Cancellation);
            Assert.Equal(type != TableTransactionActionType.Delete, there.HasValue);
        }
    }
}
