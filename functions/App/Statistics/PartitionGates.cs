using System.Collections.Concurrent;
using Azure;

namespace LearningSociety.App.Statistics;

/// <summary>
/// Lets one change at a time of this process into a partition, so that changes wait in line instead of failing each other. Another process
/// that changed a row meanwhile shows in its ETag: the change is then made again from the start.
/// </summary>
public sealed class PartitionGates
{
    private const int Attempts = 100;
    private const int LongestPause = 400;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Runs a change when no other one of the partition runs, until nobody overtakes it.</summary>
    /// <param name="at">The partition.</param>
    /// <param name="change">Reads, and writes guarded by what was read; made anew after it was overtaken.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<T> RunAsync<T>(ProvinceYear at, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var gate = gates.GetOrAdd(at.Partition, _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await change();
                }
                catch (RequestFailedException fault) when (IsOvertaken(fault) && attempt < Attempts)
                {
                    await Task.Delay(Random.Shared.Next(5, Math.Min(20 * attempt, LongestPause)), cancellationToken);
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    // Somebody else changed a row meanwhile: it is there by now, has another version, or is gone.
    private static bool IsOvertaken(RequestFailedException fault) => fault.Status is 404 or 409 or 412;
}
