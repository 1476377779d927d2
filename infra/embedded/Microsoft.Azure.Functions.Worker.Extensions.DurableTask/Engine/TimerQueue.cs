namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>Calls back when a time has come, by the runtime's clock; for any number of times, with one wait.</summary>
internal sealed class TimerQueue(TimeProvider time)
{
    // No wait is longer, whatever a clock may do meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly PriorityQueue<Action, DateTimeOffset> _due = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(DateTimeOffset due, Action callback)
    {
        lock (_gate)
        {
            var first = !_due.TryPeek(out _, out var earliest) || due < earliest;
            _due.Enqueue(callback, due);
            if (first)
                _changed.TrySetResult();
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (callbacks, wait, changed) = Next();
            foreach (var callback in callbacks)
                callback();
            if (callbacks.Count > 0)
                continue;
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(Task.Delay(wait, time, waiting.Token), changed);
            await waiting.CancelAsync();
        }
    }

    private (List<Action> Due, TimeSpan Wait, Task Changed) Next()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var due = new List<Action>();
            while (_due.TryPeek(out var callback, out var at) && at <= now)
            {
                due.Add(callback);
                _due.Dequeue();
            }

            if (_changed.Task.IsCompleted)
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var wait = _due.TryPeek(out _, out var next) ? next - now : LongestWait;
            // A timer of the system counts whole milliseconds: one more, and it never wakes too early.
            wait = wait < LongestWait ? wait + TimeSpan.FromMilliseconds(1) : LongestWait;
            return (due, wait, _changed.Task);
        }
    }
}
