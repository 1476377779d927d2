using LearningSociety.Embedded.Durable.Store;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>Tells those who wait for an instance to reach a state when it has.</summary>
internal sealed class InstanceChanges
{
    private readonly Dictionary<string, List<Waiter>> _waiters = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>
    /// Waits for a state. Take the waiter before looking at the store, and nothing is missed. Its task gives the head
    /// that has the state, or null when the instance was purged.
    /// </summary>
    public Waiter Wait(string instanceId, Func<InstanceHead, bool> reached)
    {
        var waiter = new Waiter(this, instanceId, reached);
        lock (_gate)
        {
            if (!_waiters.TryGetValue(instanceId, out var others))
                _waiters[instanceId] = others = [];
            others.Add(waiter);
        }

        return waiter;
    }

    /// <summary>Tells what is now stored of an instance.</summary>
    public void Signal(string instanceId, InstanceHead? head)
    {
        lock (_gate)
        {
            foreach (var waiter in _waiters.GetValueOrDefault(instanceId) ?? [])
                waiter.Tell(head);
        }
    }

    private void Remove(Waiter waiter)
    {
        lock (_gate)
        {
            var others = _waiters[waiter.InstanceId];
            others.Remove(waiter);
            if (others.Count == 0)
                _waiters.Remove(waiter.InstanceId);
        }
    }

    /// <summary>Somebody who waits; disposing ends the waiting.</summary>
    internal sealed class Waiter(InstanceChanges changes, string instanceId, Func<InstanceHead, bool> reached) : IDisposable
    {
        private readonly TaskCompletionSource<InstanceHead?> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string InstanceId => instanceId;

        public Task<InstanceHead?> Reached => _reached.Task;

        public void Tell(InstanceHead? head)
        {
            if (head is null || reached(head))
                _reached.TrySetResult(head);
        }

        public void Dispose() => changes.Remove(this);
    }
}
