using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Queries;

/// <summary>The answer to a query, fetched page by page as it is read.</summary>
internal sealed class QueryPages<T>(TableEndpoint endpoint, QueryRequest query, Func<JsonElement, T> read, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            var page = await FetchAsync(next, pageSizeHint, CancellationToken).ConfigureAwait(false);
            yield return page;
            next = page.ContinuationToken;
        }
        while (next is not null);
    }

    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, cancellationToken);
        string? next = null;
        do
        {
            var page = await FetchAsync(next, null, both.Token).ConfigureAwait(false);
            foreach (var value in page.Values)
                yield return value;
            next = page.ContinuationToken;
        }
        while (next is not null);
    }

    private async Task<Page<T>> FetchAsync(string? continuation, int? pageSizeHint, CancellationToken cancellationToken)
    {
        var resource = query.Page(continuation, pageSizeHint ?? query.MaxPerPage);
        var response = await endpoint.SendAsync(RequestMethod.Get, resource, null, string.Empty, null, false, cancellationToken).ConfigureAwait(false);
        if (response.Status != 200)
            throw new RequestFailedException(response);

        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var rows = document.RootElement.GetProperty("value");
        var values = new List<T>(rows.GetArrayLength());
        foreach (var row in rows.EnumerateArray())
            values.Add(read(row));
        return Page<T>.FromValues(values, query.Continuation(response), response);
    }
}
