using Microsoft.DurableTask;

namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>
/// Events and those who wait for them. The youngest waiter is served first, and a cancelled one stays in line: the
/// event that reaches it is lost, as in the official package.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, Stack<Waiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Data)> _kept = [];

    /// <summary>How many wait that have not been cancelled.</summary>
    public int Open => _waiters.Values.Sum(stack => stack.Count(waiter => !waiter.Completion.IsCompleted));

    /// <summary>Events that nobody has waited for, oldest first.</summary>
    public IReadOnlyList<(string Name, string? Data)> Kept => _kept;

    public Task<T> Wait<T>(string name, CancellationToken cancellationToken)
    {
        var stack = _waiters.TryGetValue(name, out var found) ? found : _waiters[name] = new Stack<Waiter>();
        if (stack.TryPeek(out var other) && other.Type != typeof(T))
            throw new ArgumentException($"Somebody waits for the event '{name}' as {other.Type.FullName}; it cannot be awaited as {typeof(T).FullName} too.");
        var completion = new TaskCompletionSource<T>();
        stack.Push(new Waiter(
            typeof(T),
            completion.Task,
            data => Serve(completion, data)));

        var index = _kept.FindIndex(kept => string.Equals(kept.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            var data = _kept[index].Data;
            _kept.RemoveAt(index);
            stack.Pop().Deliver(data);
        }

        cancellationToken.Register(() => completion.TrySetCanceled(cancellationToken));
        return completion.Task;
    }

    public void Raise(string name, string? data)
    {
        if (_waiters.TryGetValue(name, out var stack) && stack.TryPop(out var waiter))
            waiter.Deliver(data);
        else
            _kept.Add((name, data));
    }

    private void Serve<T>(TaskCompletionSource<T> completion, string? data)
    {
        T? value;
        try
        {
            value = converter.Deserialize<T>(data);
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or NotSupportedException)
        {
            completion.TrySetException(unreadable);
            return;
        }

        completion.TrySetResult(value!);
    }

    private sealed record Waiter(Type Type, Task Completion, Action<string?> Deliver);
}
