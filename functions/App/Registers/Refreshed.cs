namespace LearningSociety.App.Registers;

/// <summary>
/// A value that is read again now and then, behind the back of whoever asks: what takes many reads and changes seldom is not read for
/// every question. Nobody waits for it but the first, and whoever comes after a long time in which nobody asked.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="load">Reads the value; is given the one before, null at first.</param>
/// <param name="fresh">How old a value may be before it is read again.</param>
/// <param name="longest">How old a value may be at most to be given while it is read again.</param>
/// <param name="clock">The clock.</param>
public sealed class Refreshed<T>(Func<T?, Task<T>> load, TimeSpan fresh, TimeSpan longest, TimeProvider clock)
    where T : class
{
    private readonly Lock gate = new();
    private Task<T>? shown;
    private Task<T>? coming;
    private DateTimeOffset shownAt;
    private DateTimeOffset comingAt;

    /// <summary>The value.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (coming is { IsCompletedSuccessfully: true }) (shown, shownAt, coming) = (coming, comingAt, null);
            if (shown is null || shown.IsFaulted) (shown, shownAt) = (load(null), now);
            if (shown.IsCompletedSuccessfully && now - shownAt > fresh && (coming is null || (coming.IsFaulted && now - comingAt > fresh)))
                (coming, comingAt) = (load(shown.Result), now);
            return (coming is not null && now - shownAt > longest ? coming : shown).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Puts a value in place of the one that was read.</summary>
    public void Set(T value)
    {
        lock (gate)
            (shown, shownAt, coming) = (Task.FromResult(value), clock.GetUtcNow(), null);
    }
}
