namespace Microsoft.DurableTask;

/// <summary>An answer that comes in pages; enumerating it reads them all.</summary>
/// <typeparam name="T">What the pages hold.</typeparam>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    where T : notnull
{
    /// <summary>The pages, from a continuation token on.</summary>
    /// <param name="continuationToken">Where to go on; the beginning when null.</param>
    /// <param name="pageSizeHint">How many a page should hold at most.</param>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken))
        {
            foreach (var value in page.Values)
                yield return value;
        }
    }
}
