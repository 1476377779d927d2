using Azure;
using Azure.Data.Tables;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

/// <summary>What Azure refuses is refused here, too, although Azurite accepts much of it: the stand-in does it, the official client leaves it to Azure.</summary>
public sealed class LimitTests(AzuriteFixture azurite) : TableTests(azurite)
{
    public static TheoryData<string, int, string> Refused => new()
    {
        { "partition key of 513 characters", 400, "KeyValueTooLarge" },
        { "row key of 513 characters", 400, "KeyValueTooLarge" },
        { "slash in a key", 400, "OutOfRangeInput" },
        { "backslash in a key", 400, "OutOfRangeInput" },
        { "number sign in a key", 400, "OutOfRangeInput" },
        { "question mark in a key", 400, "OutOfRangeInput" },
        { "tab in a key", 400, "OutOfRangeInput" },
        { "delete character in a key", 400, "OutOfRangeInput" },
        { "text of 32 Ki + 1 characters", 400, "PropertyValueTooLarge" },
        { "64 Ki + 1 bytes", 400, "PropertyValueTooLarge" },
        { "row over 1 MiB", 400, "EntityTooLarge" },
        { "253 properties", 400, "TooManyProperties" },
        { "property name of 256 characters", 400, "PropertyNameTooLong" },
        { "property name with a space", 400, "PropertyNameInvalid" },
        { "instant before 1601", 400, "OutOfRangeInput" },
    };

    public static TheoryData<string> Accepted =>
    [
        "keys of 512 characters", "text of 32 Ki characters", "64 Ki bytes", "row just under 1 MiB", "252 properties", "property name of 255 characters",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_row_over_a_limit_is_refused_alone_and_in_a_transaction(string what, int status, string code)
    {
        RefusedByTheClient();
        var row = RowWith(what);

        var added = await Assert.ThrowsAnyAsync<RequestFailedException>(() => Table.AddEntityAsync(row, Cancellation));
        Assert.Equal((status, code), (added.Status, added.ErrorCode));

        var upserted = await Assert.ThrowsAnyAsync<RequestFailedException>(() => Table.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation));
        Assert.Equal((status, code), (upserted.Status, upserted.ErrorCode));

        var together = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [Action(TableTransactionActionType.Add, new TableEntity(row.PartitionKey, "ok")), Action(TableTransactionActionType.Add, row)], Cancellation));
        Assert.Equal(status, together.Status);
        Assert.Empty(await RowKeysAsync(null));
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_row_at_a_limit_is_kept_whole(string what)
    {
        var row = RowWith(what);
        await Table.AddEntityAsync(row, Cancellation);

        var back = (await Table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: Cancellation)).Value;
        Assert.All(row.Keys, name => Assert.Equal(row[name], back[name]));
    }

    [Fact]
    public async Task A_transaction_stays_in_one_partition()
    {
        RefusedByTheClient();
        var refusal = await Refusal([new("p", "1"), new("p", "2"), new("q", "3")]);
        Assert.Equal((400, "CommandsInBatchActOnDifferentPartitions", 2), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_transaction_touches_a_row_once()
    {
        RefusedByTheClient();
        var refusal = await Refusal([new("p", "1"), new("p", "2"), new("p", "1")]);
        Assert.Equal((400, "InvalidDuplicateRow", 2), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_transaction_has_a_hundred_changes_at_most()
    {
        RefusedByTheClient();
        var refusal = await Refusal([.. Enumerable.Range(0, 101).Select(i => new TableEntity("p", $"{i}"))]);
        Assert.Equal((400, "InvalidInput", 99), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_transaction_has_4_MiB_at_most()
    {
        RefusedByTheClient();
        var text = new string('x', 30_000);
        TableTransactionAction[] HalfMebibytes(int rows) =>
            [.. Enumerable.Range(0, rows).Select(i => Action(TableTransactionActionType.Add, Wide($"{i}", 17, text)))];

        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(() => Table.SubmitTransactionAsync(HalfMebibytes(9), Cancellation));
        Assert.Equal((413, "RequestBodyTooLarge"), (refusal.Status, refusal.ErrorCode));
        Assert.Empty(await RowKeysAsync(null));

        await Table.SubmitTransactionAsync(HalfMebibytes(8), Cancellation);
        Assert.Equal(8, (await RowKeysAsync(null)).Count);
    }

    [Fact]
    public async Task Keys_must_be_given()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Table.AddEntityAsync(new TableEntity { ["A"] = 1 }, Cancellation));
    }

    private static void RefusedByTheClient() => Assert.SkipUnless(StandIn.IsUsed, "Azurite accepts what Azure refuses, and the official client does not look.");

    private static TableEntity RowWith(string what) => what switch
    {
        "partition key of 513 characters" => new(new string('a', 513), "1"),
        "row key of 513 characters" => new("p", new string('a', 513)),
        "slash in a key" => new("p", "12/QĐ-UBND"),
        "backslash in a key" => new("p", "a\\b"),
        "number sign in a key" => new("p", "#1"),
        "question mark in a key" => new("why?", "1"),
        "tab in a key" => new("p", "a\tb"),
        "delete character in a key" => new("p", "a\u007fb"),
        "text of 32 Ki + 1 characters" => new("p", "1") { ["Text"] = new string('ệ', (32 * 1024) + 1) },
        "64 Ki + 1 bytes" => new("p", "1") { ["Bytes"] = new byte[(64 * 1024) + 1] },
        "row over 1 MiB" => Wide("1", 17, new string('ệ', 32 * 1024)),
        "253 properties" => Narrow(253),
        "property name of 256 characters" => new("p", "1") { [new string('n', 256)] = 1 },
        "property name with a space" => new("p", "1") { ["a b"] = 1 },
        "instant before 1601" => new("p", "1") { ["At"] = new DateTimeOffset(1600, 12, 31, 0, 0, 0, TimeSpan.Zero) },
        "keys of 512 characters" => new(new string('a', 512), new string('ệ', 512)),
        "text of 32 Ki characters" => new("p", "1") { ["Text"] = new string('ệ', 32 * 1024) },
        "64 Ki bytes" => new("p", "1") { ["Bytes"] = new byte[64 * 1024] },
        "row just under 1 MiB" => Wide("1", 15, new string('e', 32 * 1024)),
        "252 properties" => Narrow(252),
        "property name of 255 characters" => new("p", "1") { [new string('n', 255)] = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such case."),
    };

    private static TableEntity Narrow(int properties)
    {
        var row = new TableEntity("p", "1");
        for (var i = 0; i < properties; i++)
            row[$"P{i}"] = i;
        return row;
    }

    private static TableEntity Wide(string key, int properties, string text)
    {
        var row = new TableEntity("p", key);
        for (var i = 0; i < properties; i++)
            row[$"P{i}"] = text;
        return row;
    }

    private async Task<TableTransactionFailedException> Refusal(TableEntity[] rows)
    {
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync(rows.Select(row => Action(TableTransactionActionType.UpsertReplace, row)), Cancellation));
        Assert.Empty(await RowKeysAsync(null));
        return refusal;
    }
}
