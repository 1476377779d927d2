// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.Data.Tables;

/// <summary>A row of a table. Implemented by <see cref="TableEntity"/> and by an application's own row classes.</summary>
public interface ITableEntity
{
    /// <summary>The partition that the row belongs to: at most 512 characters, none of <c>/ \ # ?</c> and no controls.</summary>
    string PartitionKey { get; set; }

    /// <summary>The row's key, unique in its partition; the same rules as for the partition key.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the row. Set by the service alone; null on a row that was never read.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row as it was read. Default on a row that was never read.</summary>
    ETag ETag { get; set; }
}
