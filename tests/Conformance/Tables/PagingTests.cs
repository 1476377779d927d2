using Azure.Data.Tables;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

public sealed class PagingTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private const int Rows = 2300;

    [Fact]
    public async Task A_query_goes_on_after_the_service_s_thousand_rows()
    {
        await FillAsync();

        var sizes = new List<int>();
        var keys = new List<string>();
        await foreach (var page in Table.QueryAsync<TableEntity>(cancellationToken: Cancellation).AsPages())
        {
            sizes.Add(page.Values.Count);
            keys.AddRange(page.Values.Select(row => $"{row.PartitionKey}/{row.RowKey}"));
        }

        Assert.Equal([1000, 1000, 300], sizes);
        Assert.Equal(Rows, keys.Distinct().Count());
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public async Task A_query_can_be_taken_up_later_from_a_kept_mark()
    {
        await FillAsync();
        string? mark = null;
        var seen = new List<string>();
        do
        {
            // Each page by a new query, as a web page would ask for it.
            await foreach (var page in Table.QueryAsync<TableEntity>("Number ge 0", maxPerPage: 700, select: ["PartitionKey", "RowKey"], cancellationToken: Cancellation).AsPages(mark))
            {
                Assert.True(page.Values.Count <= 700);
                seen.AddRange(page.Values.Select(row => $"{row.PartitionKey}/{row.RowKey}"));
                mark = page.ContinuationToken;
                break;
            }
        }
        while (mark is not null);

        Assert.Equal(Rows, seen.Count);
        Assert.Equal(Rows, seen.Distinct().Count());
    }

    [Fact]
    public async Task Rows_are_read_only_as_far_as_they_are_asked_for()
    {
        await FillAsync();
        var first = new List<string>();
        await foreach (var row in Table.QueryAsync<TableEntity>(maxPerPage: 5, cancellationToken: Cancellation))
        {
            first.Add(row.RowKey);
            if (first.Count == 7)
                break;
        }

        Assert.Equal(["0000", "0001", "0002", "0003", "0004", "0005", "0006"], first);
    }

    private async Task FillAsync()
    {
        foreach (var batch in Enumerable.Range(0, Rows).Chunk(100))
        {
            await Table.SubmitTransactionAsync(
                batch.Select(i => Action(TableTransactionActionType.Add, new TableEntity($"xã {batch[0] / 500}", $"{i:D4}") { ["Number"] = i })), Cancellation);
        }
    }
}
