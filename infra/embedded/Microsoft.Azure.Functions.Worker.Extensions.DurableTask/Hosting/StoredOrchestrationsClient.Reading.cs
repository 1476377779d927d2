using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Embedded.Durable.Hosting;

/// <summary>What clients read, straight from the store.</summary>
internal sealed partial class StoredOrchestrationsClient
{
    // Changes wake those who wait; this only bounds how long a change by another host goes unseen.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return await Host.Store.HeadAsync(instanceId, cancellation) is { } head ? await DescribeAsync(head, getInputsAndOutputs, cancellation) : null;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, head => head.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, head => head.Finished, getInputsAndOutputs, cancellation);

    public override Microsoft.DurableTask.AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new StoredPages(this, filter ?? new OrchestrationQuery());

    public override async Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var purged = 0;
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        await foreach (var head in Host.Store.Heads(Filter(query), null, cancellation))
        {
            if (InstanceHead.From(head).Finished)
                purged += (await PurgeInstanceAsync(head.PartitionKey, options, cancellation)).PurgedInstanceCount;
        }

        return new PurgeResult(purged, true);
    }

    private async Task<OrchestrationMetadata> WaitAsync(string instanceId, Func<InstanceHead, bool> reached, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        using var waiter = Host.Changes.Wait(instanceId, reached);
        while (true)
        {
            var head = await Host.Store.HeadAsync(instanceId, cancellation);
            if (head is not null && !reached(head))
            {
                if (await Task.WhenAny(waiter.Reached, Task.Delay(LookAgain, cancellation)) != waiter.Reached)
                {
                    cancellation.ThrowIfCancellationRequested();
                    continue;
                }

                head = await waiter.Reached;
            }

            return head is null
                ? throw new InvalidOperationException($"There is no orchestration '{instanceId}'.")
                : await DescribeAsync(head, getInputsAndOutputs, cancellation);
        }
    }

    private async Task<OrchestrationMetadata> DescribeAsync(InstanceHead head, bool withData, CancellationToken cancellation) => new(head.Name, head.InstanceId)
    {
        DataConverter = withData ? Host.Converter : null,
        RuntimeStatus = head.Status,
        CreatedAt = head.CreatedAt,
        LastUpdatedAt = head.UpdatedAt,
        Tags = head.Tags ?? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
        SerializedInput = withData && head.HasInput ? await Host.Store.TextAsync(head.InstanceId, head.InputKey, cancellation) : null,
        SerializedOutput = withData && head.HasOutput ? await Host.Store.TextAsync(head.InstanceId, head.OutputKey, cancellation) : null,
        SerializedCustomStatus = withData ? head.CustomStatus : null,
        FailureDetails = withData ? head.Failure : null,
    };

    private static string Filter(OrchestrationQuery query)
    {
        var conditions = new List<string>();
        if (query.CreatedFrom is { } from)
            conditions.Add(TableClient.CreateQueryFilter($"CreatedAt ge {from}"));
        if (query.CreatedTo is { } to)
            conditions.Add(TableClient.CreateQueryFilter($"CreatedAt le {to}"));
        if (query.InstanceIdPrefix is { Length: > 0 } prefix)
        {
            var beyond = prefix[..^1] + (char)(prefix[^1] + 1);
            conditions.Add(TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {beyond}"));
        }

        if (query.Statuses?.Distinct().Select(status => $"Status eq '{status}'").ToList() is { Count: > 0 } statuses)
            conditions.Add($"({string.Join(" or ", statuses)})");
        return string.Join(" and ", conditions);
    }

    private sealed class StoredPages(StoredOrchestrationsClient client, OrchestrationQuery query) : Microsoft.DurableTask.AsyncPageable<OrchestrationMetadata>
    {
        public override async IAsyncEnumerable<Microsoft.DurableTask.Page<OrchestrationMetadata>> AsPages(string? continuationToken = default, int? pageSizeHint = default)
        {
            if (query.TaskHubNames is { } hubs && !hubs.Contains(client.Host.Settings.HubName, StringComparer.OrdinalIgnoreCase))
                yield break;
            var size = Math.Clamp(pageSizeHint ?? query.PageSize, 1, 1000);
            var heads = client.Host.Store.Heads(Filter(query), size, CancellationToken.None);
            await foreach (var page in heads.AsPages(continuationToken ?? query.ContinuationToken, size))
            {
                var described = new List<OrchestrationMetadata>(page.Values.Count);
                foreach (var row in page.Values)
                    described.Add(await client.DescribeAsync(InstanceHead.From(row), query.FetchInputsAndOutputs, CancellationToken.None));
                yield return new(described, page.ContinuationToken);
            }
        }
    }
}
