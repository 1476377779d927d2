namespace Azure.Data.Tables.Wire;

/// <summary>Paths below the account, escaped for the wire.</summary>
internal static class Resource
{
    /// <summary>The row of a table: quotes in keys are doubled, then everything but unreserved characters is escaped.</summary>
    public static string Row(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    /// <summary>One more setting of a query.</summary>
    public static string Query(string name, string value) => $"{name}={Uri.EscapeDataString(value)}";

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
