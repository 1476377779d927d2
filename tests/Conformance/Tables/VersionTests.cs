using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

/// <summary>What happens when two writers meet.</summary>
public sealed class VersionTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task A_row_is_added_once()
    {
        await Table.AddEntityAsync(new TableEntity("p", "1"), Cancellation);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(new TableEntity("p", "1"), Cancellation));

        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.ErrorCode));
        Assert.True(refusal.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task Of_two_writers_that_read_the_same_version_one_wins(TableUpdateMode mode)
    {
        await Table.AddEntityAsync(new TableEntity("p", "1") { ["Kept"] = "yes" }, Cancellation);
        var first = (await Table.GetEntityAsync<TableEntity>("p", "1", cancellationToken: Cancellation)).Value;
        var second = (await Table.GetEntityAsync<TableEntity>("p", "1", cancellationToken: Cancellation)).Value;

        var written = await Table.UpdateEntityAsync(new TableEntity("p", "1") { ["By"] = "first" }, first.ETag, mode, Cancellation);
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.UpdateEntityAsync(new TableEntity("p", "1") { ["By"] = "second" }, second.ETag, mode, Cancellation));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refusal.Status, refusal.ErrorCode));
        var now = (await Table.GetEntityAsync<TableEntity>("p", "1", cancellationToken: Cancellation)).Value;
        Assert.Equal("first", now["By"]);
        Assert.Equal(mode == TableUpdateMode.Merge ? "yes" : null, now["Kept"]);
        Assert.Equal(written.Headers.ETag, now.ETag);
    }

    [Fact]
    public async Task A_delete_asks_for_the_version_it_is_given()
    {
        await Table.AddEntityAsync(new TableEntity("p", "1"), Cancellation);
        var old = (await Table.GetEntityAsync<TableEntity>("p", "1", cancellationToken: Cancellation)).Value;
        await Table.UpsertEntityAsync(new TableEntity("p", "1") { ["Changed"] = true }, cancellationToken: Cancellation);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Table.DeleteEntityAsync("p", "1", old.ETag, Cancellation));
        Assert.Equal(412, refusal.Status);

        Assert.Equal(204, (await Table.DeleteEntityAsync(old, cancellationToken: Cancellation)).Status);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "1", cancellationToken: Cancellation)).Status);
    }

    [Fact]
    public async Task An_update_needs_a_row_and_a_version()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.UpdateEntityAsync(new TableEntity("p", "none"), ETag.All, cancellationToken: Cancellation));
        Assert.Equal((404, "ResourceNotFound"), (refusal.Status, refusal.ErrorCode));

        await Assert.ThrowsAsync<ArgumentException>(
            () => Table.UpdateEntityAsync(new TableEntity("p", "none"), default, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_said_to_be_absent()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Table.GetEntityAsync<TableEntity>("p", "none", cancellationToken: Cancellation));
        Assert.Equal((404, "ResourceNotFound"), (refusal.Status, refusal.ErrorCode));

        var absent = await Table.GetEntityIfExistsAsync<TableEntity>("p", "none", cancellationToken: Cancellation);
        Assert.False(absent.HasValue);
        Assert.Equal(404, absent.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
    }
}
