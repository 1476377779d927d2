using Azure.Data.Tables;

namespace LearningSociety.App.Statistics;

/// <summary>Rows of one partition, read and then changed in one transaction that fails when any of them was changed meanwhile.</summary>
internal sealed class GuardedRows(TableClient table, string partition)
{
    private readonly Dictionary<string, TableEntity?> read = new(StringComparer.Ordinal);
    private readonly List<TableTransactionAction> changes = [];

    /// <summary>The row as it was read; null when there was none.</summary>
    public TableEntity? this[string key] => read[key];

    /// <summary>Reads rows that were not read yet, side by side.</summary>
    public async Task ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var missing = keys.Where(key => !read.ContainsKey(key)).Distinct(StringComparer.Ordinal).ToArray();
        var rows = await Task.WhenAll(missing.Select(key => table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken)));
        for (var i = 0; i < missing.Length; i++)
            read[missing[i]] = rows[i].HasValue ? rows[i].Value : null;
    }

    /// <summary>Takes a row that was read otherwise; null when there was none.</summary>
    public void Know(string key, TableEntity? row) => read[key] = row;

    /// <summary>Writes a row in place of what was read.</summary>
    public void Put(TableEntity row) => changes.Add(read[row.RowKey] is { } before
        ? new(TableTransactionActionType.UpdateReplace, row, before.ETag)
        : new(TableTransactionActionType.Add, row));

    /// <summary>Removes a row that was read; one that was not there stays away.</summary>
    public void Delete(string key)
    {
        if (read[key] is { } before) changes.Add(new(TableTransactionActionType.Delete, before, before.ETag));
    }

    /// <summary>Makes all changes, or none.</summary>
    public Task SubmitAsync(CancellationToken cancellationToken) => table.SubmitTransactionAsync(changes, cancellationToken);
}
