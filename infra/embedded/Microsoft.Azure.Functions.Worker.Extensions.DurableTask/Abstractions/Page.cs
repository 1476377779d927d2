namespace Microsoft.DurableTask;

/// <summary>One page of a longer answer.</summary>
/// <typeparam name="T">What the page holds.</typeparam>
public sealed class Page<T>
    where T : notnull
{
    /// <summary>Makes a page.</summary>
    /// <param name="values">What it holds.</param>
    /// <param name="continuationToken">Leads to the next page; null on the last one.</param>
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        ContinuationToken = continuationToken;
    }

    /// <summary>What the page holds.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>Leads to the next page; null on the last one.</summary>
    public string? ContinuationToken { get; }
}
