namespace LearningSociety.App.Registers;

/// <summary>
/// A value that is read again now and then, behind the back of whoever asks: registers of thousands of rows of which a few change a
/// day are not read for every question, and nobody waits for them but the first.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="load">Reads the value; is given the one before, null at first.</param>
/// <param name="fresh">How old a value may be before it is read again.</param>
/// <param name="clock">The clock.</param>
public sealed class Refreshed<T>(Func<T?, Task<T>> load, TimeSpan fresh, TimeProvider clock)
    where T : class
{
    private readonly Lock gate = new();
    private Task<T>? shown;
    private Task<T>? coming;
    private DateTimeOffset begun;

    /// <summary>The value; one that grew old is given once more while it is read again.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (coming is { IsCompletedSuccessfully: true }) (shown, coming) = (coming, null);
            var now = clock.GetUtcNow();
            if (shown is null || shown.IsFaulted)
                (shown, begun) = (load(null), now);
            else if (shown.IsCompletedSuccessfully && now - begun > fresh && coming is null or { IsFaulted: true })
                (coming, begun) = (load(shown.Result), now);
            return shown.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Puts a value in place of the one that was read.</summary>
    public void Set(T value)
    {
        lock (gate)
            (shown, coming, begun) = (Task.FromResult(value), null, clock.GetUtcNow());
    }
}
