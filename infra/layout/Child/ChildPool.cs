using System.Collections.Concurrent;
using System.Text.Json;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Child;

/// <summary>
/// Reads pages in child processes of this program, with bounded memory, and bounded time for each page. A child that did well is kept
/// for the next task (starting one costs as much as reading many digital pages) until it has read its share.
/// </summary>
public sealed class ChildPool : IPageSource, IDisposable
{
    /// <summary>A child ends after so many pages, so that what leaks in native code stays small.</summary>
    private const int PagesInALife = 200;

    private readonly ConcurrentBag<ChildProcess> idle = [];
    private volatile bool disposed;
    private int started;

    /// <summary>Children started so far: no more than work at once, as long as none crashes or grows old.</summary>
    public int Started => started;

    /// <inheritdoc/>
    public async Task<ChildEnd> ReadAsync(ChildTask task, Action<PageReading> take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(take);
        ChildProcess? child = null;
        while (child is null && idle.TryTake(out var kept))
        {
            if (kept.IsAlive) child = kept;
            else kept.Dispose();
        }

        child ??= Start(task.Limits.ChildMemory);
        var end = ChildEnd.Crashed;
        try
        {
            end = await ReadAsync(child, task, take, cancel);
        }
        finally
        {
            if (end == ChildEnd.Done && child.PagesRead < PagesInALife && !disposed) idle.Add(child);
            else child.Dispose();
        }

        return end;
    }

    private ChildProcess Start(long memory)
    {
        Interlocked.Increment(ref started);
        return ChildProcess.Start(memory);
    }

    private static async Task<ChildEnd> ReadAsync(ChildProcess child, ChildTask task, Action<PageReading> take, CancellationToken cancel)
    {
        await child.GiveAsync(JsonSerializer.Serialize(task, JsonSerializerOptions.Web));
        var limit = task.Limits.PerChild + task.Limits.PerPage;
        for (var page = task.First; page <= task.Last; page++)
        {
            var (line, inTime) = await child.TakeAsync(limit, cancel);
            if (!inTime) return ChildEnd.TimeLimit;
            if (Parse(line) is not { } reading || reading.Number != page) return ChildEnd.Crashed;
            take(reading);
            limit = task.Limits.PerPage;
        }

        return ChildEnd.Done;
    }

    private static PageReading? Parse(string? line)
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize<PageReading>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // A child that died in the middle of a line.
            return null;
        }
    }

    /// <summary>Ends the children that are kept.</summary>
    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var child)) child.Dispose();
    }
}
