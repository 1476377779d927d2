using Azure.Data.Tables;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Tables;

/// <summary>Tests with an empty table of their own.</summary>
public abstract class TableTests(AzuriteFixture azurite) : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected AzuriteFixture Azurite { get; } = azurite;

    protected TableServiceClient Service { get; } = new(azurite.ConnectionString);

    protected TableClient Table => field ??= Service.GetTableClient($"t{Guid.NewGuid():N}");

    public async ValueTask InitializeAsync() => await Table.CreateAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Table.DeleteAsync(CancellationToken.None);
        GC.SuppressFinalize(this);
    }

    protected static TableTransactionAction Action(TableTransactionActionType type, ITableEntity row) => new(type, row);

    protected async Task<List<string>> RowKeysAsync(string? filter)
    {
        var keys = new List<string>();
        await foreach (var row in Table.QueryAsync<TableEntity>(filter, cancellationToken: Cancellation))
            keys.Add(row.RowKey);
        return keys;
    }
}
