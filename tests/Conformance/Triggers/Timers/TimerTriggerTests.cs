using LearningSociety.Fixtures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Conformance.Triggers.Timers;

public sealed class EveryTenSeconds(Journal journal, TimeProvider time)
{
    [Function("EveryTenSeconds")]
    public void Run([TimerTrigger("%Often%")] TimerInfo timer)
    {
        journal.Add($"{time.GetUtcNow():HH:mm:ss}{(timer.IsPastDue ? " past due" : "")}{(timer.ScheduleStatus is null ? "" : " monitored")}");
        if (time.GetUtcNow().Second == 10) throw new InvalidOperationException("fails now and then");
    }
}

public sealed class AtStart(Journal journal, TimeProvider time)
{
    [Function("AtStart")]
    public void Run([TimerTrigger("0 0 * * * *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) => journal.Add($"{time.GetUtcNow():HH:mm:ss}");
}

public sealed class Hourly(Journal journal, TimeProvider time)
{
    [Function("Hourly")]
    public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) =>
        journal.Add($"{time.GetUtcNow():HH:mm:ss} {(timer.IsPastDue ? "past due" : "on time")} next {timer.ScheduleStatus?.Next:HH:mm}");
}

public sealed class Slow(Journal journal, TimeProvider time)
{
    private static int _running;

    public static TaskCompletionSource Finish { get; set; } = new();

    [Function("Slow")]
    public async Task Run([TimerTrigger("*/10 * * * * *")] TimerInfo timer)
    {
        journal.Add($"{time.GetUtcNow():HH:mm:ss} {Interlocked.Increment(ref _running)}{(timer.IsPastDue ? " past due" : "")}");
        await Finish.Task;
        Interlocked.Decrement(ref _running);
    }
}

/// <summary>Timers keep their schedule on the app's own clock.</summary>
public sealed class TimerTriggerTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 7, 59, 55, TimeSpan.Zero);

    private readonly ManualTime _time = new(Start);
    private readonly string _hostId = $"timers-{Guid.NewGuid():N}";

    [Fact]
    public async Task It_runs_at_each_occurrence_also_after_a_failure()
    {
        await using var host = await StartAsync(typeof(EveryTenSeconds));
        await Due("08:00:00");
        Assert.Equal(["08:00:00"], await host.Journal.WaitForAsync(1));
        await Due("08:00:10");
        await host.Journal.WaitForAsync(2);
        await Due("08:00:20");
        Assert.Equal(["08:00:00", "08:00:10", "08:00:20"], await host.Journal.WaitForAsync(3));
        Assert.Single(host.Log.Lines, l => l.StartsWith("Error Function.EveryTenSeconds"));
    }

    [Fact]
    public async Task It_runs_at_start_where_that_is_asked_for_and_on_schedule_from_then_on()
    {
        await using var host = await StartAsync(typeof(AtStart));
        await host.Journal.WaitForAsync(1);
        await Due("08:00:00");
        Assert.Equal(["07:59:55", "08:00:00"], await host.Journal.WaitForAsync(2));
    }

    [Fact]
    public async Task Occurrences_missed_while_the_host_was_down_are_made_up_for_once()
    {
        await using (var host = await StartAsync(typeof(Hourly)))
        {
            await Due("08:00:00");
            Assert.Equal(["08:00:00 on time next 08:00"], await host.Journal.WaitForAsync(1));
        }

        _time.MoveTo(At("08:30:00"));
        await using (var early = await StartAsync(typeof(Hourly)))
        {
            await Until(() => _time.IsAwaited(Awaited("09:00:00")));
            Assert.Empty(early.Journal.Lines);
        }

        _time.MoveTo(At("11:20:00"));
        await using var late = await StartAsync(typeof(Hourly));
        Assert.Equal(["11:20:00 past due next 09:00"], await late.Journal.WaitForAsync(1));
        await Due("12:00:00");
        Assert.Equal("12:00:00 on time next 12:00", (await late.Journal.WaitForAsync(2))[1]);
    }

    [Fact]
    public async Task A_run_longer_than_its_schedule_is_followed_by_one_more_and_never_overlaps()
    {
        Slow.Finish = new TaskCompletionSource();
        await using var host = await StartAsync(typeof(Slow));
        await Due("08:00:00");
        await host.Journal.WaitForAsync(1);
        _time.MoveTo(At("08:00:35"));
        Slow.Finish.SetResult();
        await host.Journal.WaitForAsync(2);
        await Due("08:00:40");
        Assert.Equal(["08:00:00 1", "08:00:35 1 past due", "08:00:40 1"], await host.Journal.WaitForAsync(3));
    }

    private Task<TriggerHost> StartAsync(Type functions) => TriggerHost.StartAsync(
        [functions],
        [$"AzureWebJobsStorage={azurite.ConnectionString}", $"AzureFunctionsWebHost:hostid={_hostId}", "Often=*/10 * * * * *"],
        builder => builder.Services.AddSingleton<TimeProvider>(_time));

    private static DateTimeOffset At(string time) => new(Start.Date + TimeSpan.Parse(time), TimeSpan.Zero);

    // The loop waits a millisecond beyond the occurrence, because real timers round down.
    private static DateTimeOffset Awaited(string time) => At(time).AddMilliseconds(1);

    private async Task Due(string time)
    {
        await Until(() => _time.IsAwaited(Awaited(time)));
        _time.MoveTo(Awaited(time));
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var end = DateTime.UtcNow.AddSeconds(20); !condition() && DateTime.UtcNow < end;) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.True(condition());
    }
}
