using Azure;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Timers;

/// <summary>Runs one timer function: never twice at a time, and once for any number of occurrences missed.</summary>
internal sealed class TimerLoop(FunctionDescriptor function, ISchedule schedule, TimerStatusStore? store, IFunctionInvoker invoker, TimeProvider time, ILogger logger)
{
    // Task.Delay takes no more than about 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    private ScheduleStatus? _status;

    public async Task RunAsync(bool runOnStartup, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        var due = store is null ? schedule.NextAfter(now) : await RestoreAsync(now, stopping);
        var missed = due <= now;
        if (runOnStartup || missed) due = now;

        while (due is { } at)
        {
            await WaitUntilAsync(at, stopping);
            var began = time.GetUtcNow();
            await InvokeAsync(missed, stopping);
            due = schedule.NextAfter(began);
            await RecordAsync(began, due, stopping);
            // A run longer than its schedule is followed by one more, however many occurrences it covered.
            missed = due <= time.GetUtcNow();
        }

        logger.LogWarning("Timer function {Function}: its schedule has no further occurrence.", function.Name);
    }

    private async Task<DateTimeOffset?> RestoreAsync(DateTimeOffset now, CancellationToken stopping)
    {
        _status = await RetryAsync(store!.ReadAsync, stopping);
        if (_status is null)
        {
            var first = schedule.NextAfter(now);
            await RecordAsync(null, first, stopping);
            return first;
        }

        var last = _status.Last == default ? _status.LastUpdated : _status.Last;
        return schedule.NextAfter(new DateTimeOffset(DateTime.SpecifyKind(last, DateTimeKind.Utc)));
    }

    private async Task InvokeAsync(bool pastDue, CancellationToken stopping)
    {
        try
        {
            await invoker.InvokeAsync(function, new TimerInfo { IsPastDue = pastDue, ScheduleStatus = _status }, null, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            logger.LogError(e, "Timer function {Function} failed; it runs again when it is due.", function.Name);
        }
    }

    private async Task RecordAsync(DateTimeOffset? ran, DateTimeOffset? next, CancellationToken stopping)
    {
        if (store is null) return;
        _status = new ScheduleStatus
        {
            Last = ran?.UtcDateTime ?? default,
            Next = next?.UtcDateTime ?? default,
            LastUpdated = time.GetUtcNow().UtcDateTime,
        };
        await RetryAsync(async token => { await store.WriteAsync(_status, token); return true; }, stopping);
    }

    private async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Also while the host stops: a run that is not recorded would be made up for after the next start.
                return await action(CancellationToken.None);
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException or IOException)
            {
                if (attempt == 1) logger.LogWarning("Timer function {Function}: the storage does not answer ({Reason}); trying again.", function.Name, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, attempt)), time, stopping);
            }
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        for (var left = due - time.GetUtcNow(); left > TimeSpan.Zero; left = due - time.GetUtcNow())
        {
            // A millisecond more, because timers round down.
            var wait = left < LongestWait ? left + TimeSpan.FromMilliseconds(1) : LongestWait;
            await Task.Delay(wait, time, stopping);
        }
    }
}
