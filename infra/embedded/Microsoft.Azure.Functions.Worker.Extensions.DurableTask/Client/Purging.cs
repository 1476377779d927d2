namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is purged.</summary>
/// <param name="Recursive">Whether its sub-orchestrations are purged with it.</param>
public record PurgeInstanceOptions(bool Recursive = false);

/// <summary>Which instances are purged; those that have not finished never are.</summary>
/// <param name="CreatedFrom">Those accepted then or later.</param>
/// <param name="CreatedTo">Those accepted then or before.</param>
/// <param name="Statuses">Those in one of these states.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    /// <summary>A result.</summary>
    /// <param name="count">How many instances are gone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>A result that says whether all was done.</summary>
    public PurgeResult(int count, bool? isComplete)
        : this(count) => IsComplete = isComplete;

    /// <summary>How many instances are gone.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether all was done; null when nothing is known of it.</summary>
    public bool? IsComplete { get; }
}
