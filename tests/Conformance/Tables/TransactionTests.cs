using Azure;
using Azure.Data.Tables;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

public sealed class TransactionTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task All_changes_are_made_and_answered_in_their_order()
    {
        await Table.AddEntityAsync(new TableEntity("p", "03") { ["Old"] = 1 }, Cancellation);
        await Table.AddEntityAsync(new TableEntity("p", "04") { ["Old"] = 1 }, Cancellation);
        await Table.AddEntityAsync(new TableEntity("p", "05"), Cancellation);

        var answers = await Table.SubmitTransactionAsync(
            [
                Action(TableTransactionActionType.Add, Row("01")),
                Action(TableTransactionActionType.UpsertMerge, Row("02")),
                Action(TableTransactionActionType.UpdateMerge, Row("03")),
                Action(TableTransactionActionType.UpdateReplace, Row("04")),
                Action(TableTransactionActionType.Delete, Row("05")),
                Action(TableTransactionActionType.UpsertReplace, Row("06")),
            ],
            Cancellation);

        Assert.Equal(6, answers.Value.Count);
        Assert.All(answers.Value, answer => Assert.Equal(204, answer.Status));
        var rows = await Table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToDictionaryAsync(row => row.RowKey, cancellationToken: Cancellation);
        Assert.Equal(["01", "02", "03", "04", "06"], rows.Keys);
        Assert.Equal(1, rows["03"]["Old"]);
        Assert.False(rows["04"].ContainsKey("Old"));
        Assert.All([0, 1, 2, 3], i => Assert.Equal(rows[$"{i + 1:D2}"].ETag, answers.Value[i].Headers.ETag));
    }

    public static TheoryData<string, TableTransactionActionType, string, int, string> Failures => new()
    {
        { "a row that is there is added", TableTransactionActionType.Add, "there", 409, "EntityAlreadyExists" },
        { "a row that is not there is merged into", TableTransactionActionType.UpdateMerge, "absent", 404, "ResourceNotFound" },
        { "a row that is not there is replaced", TableTransactionActionType.UpdateReplace, "absent", 404, "ResourceNotFound" },
        { "a row that is not there is deleted", TableTransactionActionType.Delete, "absent", 404, "ResourceNotFound" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task When_one_change_fails_none_is_made(string because, TableTransactionActionType type, string key, int status, string code)
    {
        await Table.AddEntityAsync(new TableEntity("p", "there") { ["Value"] = "old" }, Cancellation);

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [
                Action(TableTransactionActionType.Add, Row("new")),
                Action(TableTransactionActionType.UpsertReplace, Row("another")),
                new(type, Row(key), ETag.All),
                Action(TableTransactionActionType.Add, Row("later")),
            ],
            Cancellation));

        Assert.True((status, code, 2) == (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex), $"{because}: {refusal.Message}");
        Assert.Equal(["there"], await RowKeysAsync(null));
        Assert.Equal("old", (await Table.GetEntityAsync<TableEntity>("p", "there", cancellationToken: Cancellation)).Value["Value"]);
    }

    // An update that is to fail without its row must name a version, if only any.
    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    public async Task An_update_without_a_version_makes_a_row_that_is_not_there(TableTransactionActionType type)
    {
        await Table.SubmitTransactionAsync([Action(type, Row("absent"))], Cancellation);

        Assert.Equal(["absent"], await RowKeysAsync(null));
    }

    [Fact]
    public async Task A_change_asks_for_the_version_it_is_given()
    {
        await Table.AddEntityAsync(Row("head"), Cancellation);
        var head = (await Table.GetEntityAsync<TableEntity>("p", "head", cancellationToken: Cancellation)).Value;
        TableTransactionAction[] Flip(string row) =>
            [Action(TableTransactionActionType.UpsertReplace, Row(row)), new(TableTransactionActionType.UpdateReplace, Row("head"), head.ETag)];

        await Table.SubmitTransactionAsync(Flip("first"), Cancellation);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(Flip("second"), Cancellation));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["first", "head"], await RowKeysAsync(null));
    }

    [Fact]
    public async Task A_hundred_changes_are_one_transaction()
    {
        var answers = await Table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(i => Action(TableTransactionActionType.Add, Row($"{i:D3}"))), Cancellation);

        Assert.Equal(100, answers.Value.Count);
        Assert.Equal(100, (await RowKeysAsync(null)).Count);
    }

    [Fact]
    public async Task A_transaction_on_a_table_that_is_not_there_is_refused()
    {
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => Service.GetTableClient("nosuchtable").SubmitTransactionAsync([Action(TableTransactionActionType.Add, Row("1"))], Cancellation));
        Assert.Equal((404, "TableNotFound"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public Task A_transaction_needs_a_change() =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([], Cancellation));

    private static TableEntity Row(string key) => new("p", key) { ["Value"] = "giá trị" };
}
