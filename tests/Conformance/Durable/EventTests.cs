using LearningSociety.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>External events, timers and beginning anew.</summary>
public sealed class EventTests(AzuriteFixture azurite)
{
    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    private Task<DurableApp> StartAsync(Journal? journal = null, TimeProvider? time = null, string? hub = null) =>
        DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(EventFunctions)) { Journal = journal ?? new(), Time = time ?? TimeProvider.System, Hub = hub });

    private static async Task<string?> OutputAsync(DurableApp app, string id) =>
        (await app.Client.WaitForInstanceCompletionAsync(id, true, Soon)).SerializedOutput;

    [Fact]
    public async Task Events_of_the_same_name_come_one_by_one_and_case_does_not_matter()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.TwoEvents));

        await app.Client.RaiseEventAsync(id, "News", "rain");
        await app.Client.RaiseEventAsync(id, "news", "sun");

        Assert.Equal("\"rain, sun\"", await OutputAsync(app, id));
    }

    [Fact]
    public async Task An_event_that_comes_twice_is_two_events()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.TwoEvents));

        await app.Client.RaiseEventAsync(id, "news", "rain");
        await app.Client.RaiseEventAsync(id, "news", "rain");

        Assert.Equal("\"rain, rain\"", await OutputAsync(app, id));
    }

    [Fact]
    public async Task Events_that_come_before_anybody_waits_are_kept_in_order()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.LateListener));

        await app.Client.RaiseEventAsync(id, "number", 1);
        await app.Client.RaiseEventAsync(id, "number", 2);
        await app.Client.RaiseEventAsync(id, "go", true);

        Assert.Equal("\"1, 2\"", await OutputAsync(app, id));
    }

    [Fact]
    public async Task Of_two_waiters_the_younger_is_served_first()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.YoungestFirst));

        await app.Client.RaiseEventAsync(id, "news", "one");
        await app.Client.RaiseEventAsync(id, "news", "two");

        Assert.Equal("\"older: two, younger: one\"", await OutputAsync(app, id));
    }

    [Fact]
    public async Task A_cancelled_wait_still_swallows_the_next_event()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.GivesUp));

        await app.Client.RaiseEventAsync(id, "give up", true);
        await app.Client.RaiseEventAsync(id, "news", "lost");
        await app.Client.RaiseEventAsync(id, "listen again", true);
        await app.Client.RaiseEventAsync(id, "news", "heard");

        Assert.Equal("\"heard\"", await OutputAsync(app, id));
    }

    [Fact]
    public async Task Waiting_ends_when_its_time_has_passed()
    {
        var clock = new ManualClock(new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        await using var app = await StartAsync(time: clock);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Timeout), 90);
        await app.Client.WaitForInstanceStartAsync(id, Soon);

        clock.Advance(TimeSpan.FromMinutes(89));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False((await app.Client.GetInstanceAsync(id))!.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("\"nothing came\"", await clock.PassUntilAsync(OutputAsync(app, id)));
    }

    [Fact]
    public async Task An_event_in_time_ends_the_waiting()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Timeout), 1000);

        await app.Client.RaiseEventAsync(id, "news", "here");

        Assert.Equal("\"here\"", await OutputAsync(app, id));
    }

    [Fact]
    public async Task A_timer_of_weeks_outlives_the_host()
    {
        var clock = new ManualClock(new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        var journal = new Journal();
        var app = await StartAsync(journal, clock);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Sleeps), 40);
        await Until(() => journal.Count("asleep") == 1);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await app.KillAsync();

        clock.Advance(TimeSpan.FromDays(39));
        var again = await StartAsync(journal, clock, app.Hub);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(0, journal.Count("awake"));
        await again.KillAsync();

        clock.Advance(TimeSpan.FromDays(2));
        await using var last = await StartAsync(journal, clock, app.Hub);
        Assert.Equal("\"2026-04-11\"", await OutputAsync(last, id));
        Assert.Equal(1, journal.Count("awake"));
    }

    [Fact]
    public async Task Orchestrations_send_events_to_each_other()
    {
        await using var app = await StartAsync();
        var listener = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.TwoEvents));
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Sends), listener, new StartOrchestrationOptions("sender"));

        Assert.Equal("\"from sender, and again\"", await OutputAsync(app, listener));
    }

    [Fact]
    public async Task Events_for_nobody_are_dropped()
    {
        await using var app = await StartAsync();
        await app.Client.RaiseEventAsync("nobody", "news", "lost");
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Sends), "nobody", new StartOrchestrationOptions("done"));
        await app.Client.WaitForInstanceCompletionAsync(id, Soon);
        await app.Client.RaiseEventAsync(id, "news", "lost");

        Assert.Null(await app.Client.GetInstanceAsync("nobody"));
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Timeout), 0, new StartOrchestrationOptions("nobody"));
        Assert.Equal("\"nothing came\"", await OutputAsync(app, "nobody"));
    }

    [Fact]
    public async Task Beginning_anew_loses_no_event()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Counts), 0);

        await Task.WhenAll(Enumerable.Range(1, 50).Select(i => app.Client.RaiseEventAsync(id, "add", i)));
        await app.Client.RaiseEventAsync(id, "add", 0);

        Assert.Equal("1275", await OutputAsync(app, id));
        Assert.Equal("1275", (await app.Client.GetInstanceAsync(id, true))!.SerializedCustomStatus);
    }

    [Fact]
    public async Task Beginning_anew_without_its_events_forgets_them()
    {
        await using var app = await StartAsync();
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Forgets), 0);
        await app.Client.RaiseEventAsync(id, "news", "forgotten");
        await app.Client.RaiseEventAsync(id, "go", true);
        await Until(async () => (await app.Client.GetInstanceAsync(id, true))!.ReadInputAs<int>() == 1);

        await app.Client.RaiseEventAsync(id, "go", true);
        await app.Client.RaiseEventAsync(id, "news", "heard");

        Assert.Equal("\"heard\"", await OutputAsync(app, id));
    }

    [Fact]
    public async Task Work_that_nobody_waits_for_is_done_all_the_same()
    {
        var journal = new Journal();
        await using var app = await StartAsync(journal);
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.LeavesWork));

        await app.Client.WaitForInstanceCompletionAsync(id, Soon);

        await Until(() => journal.Count("left behind") == 1);
    }

    private static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    private static async Task Until(Func<Task<bool>> condition)
    {
        var deadline = Soon;
        while (!await condition())
            await Task.Delay(20, deadline);
    }
}
