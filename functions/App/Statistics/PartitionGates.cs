using System.Collections.Concurrent;

namespace LearningSociety.App.Statistics;

/// <summary>Lets one change at a time of this process into a partition, so that changes wait in line instead of failing each other; other processes are met by ETags.</summary>
public sealed class PartitionGates
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Runs a change when no other one of the partition runs.</summary>
    internal async Task<T> RunAsync<T>(ProvinceYear at, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var gate = gates.GetOrAdd(at.Partition, _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await change();
        }
        finally
        {
            gate.Release();
        }
    }
}
