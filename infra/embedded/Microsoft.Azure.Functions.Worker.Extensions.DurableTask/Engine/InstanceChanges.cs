using System.Collections.Concurrent;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>Wakes those who wait for an instance to change.</summary>
internal sealed class InstanceChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the instance's next change. Take it before looking, and no change is missed.</summary>
    public Task Next(string instanceId) =>
        _waiting.GetOrAdd(instanceId, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Signal(string instanceId)
    {
        if (_waiting.TryRemove(instanceId, out var waiting))
            waiting.TrySetResult();
    }
}
