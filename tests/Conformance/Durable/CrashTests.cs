using DurableTask.Core.Exceptions;
using LearningSociety.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>A host that dies between any two writes leaves nothing undone and nothing done otherwise.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    private const string Id = "order-1";
    private const string Expected = "\"A2 B2 told by order-1-2 PART OF ORDER-1-2\"";

    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_write_changes_nothing_in_the_end(bool afterEffect)
    {
        var crashes = 0;
        for (var write = 1; ; write++)
        {
            var journal = new Journal();
            var crash = new CrashAtWrite(write, afterEffect);
            var first = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(CrashFunctions)) { Journal = journal, Crash = crash });
            var start = StartAsync(first.Client);
            await Task.WhenAny(crash.Crashed, Done(start, first.Client));
            var crashed = crash.Crashed.IsCompleted;
            await first.KillAsync();
            await start.ContinueWith(_ => { }, TaskScheduler.Default);

            await using var second = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(CrashFunctions)) { Journal = journal, Hub = first.Hub });
            await StartAsync(second.Client);
            var done = await second.Client.WaitForInstanceCompletionAsync(Id, true, Soon);

            Assert.True(Expected == done.SerializedOutput, $"crash at write {write}: {done.RuntimeStatus} {done.SerializedOutput} {done.FailureDetails}");
            Assert.Equal("\"round 2\"", done.SerializedCustomStatus);
            foreach (var effect in new[] { "a1", "b1", "a2", "b2", $"part of {Id}-1", $"part of {Id}-2" })
                Assert.InRange(journal.Count(effect), 1, 2);
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await second.Client.WaitForInstanceCompletionAsync($"{Id}-2", Soon)).RuntimeStatus);
            if (!crashed)
                break;
            crashes++;
        }

        // The start, two rounds of several steps each, and the parts' own.
        Assert.InRange(crashes, 12, 60);
    }

    [Fact]
    public async Task An_activity_that_was_running_runs_again()
    {
        var journal = new Journal();
        var options = new DurableAppOptions(typeof(SlowFunctions)) { Journal = journal };
        var first = await DurableApp.StartAsync(azurite, options);
        await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(SlowFunctions.WaitsForGate), new StartOrchestrationOptions(Id));
        while (journal.Count("begun") == 0)
            await Task.Delay(10, Soon);
        await first.KillAsync();

        journal.Gate.SetResult();
        await using var second = await DurableApp.StartAsync(azurite, options with { Hub = first.Hub });

        Assert.Equal("\"opened\"", (await second.Client.WaitForInstanceCompletionAsync(Id, true, Soon)).SerializedOutput);
        Assert.Equal(2, journal.Count("begun"));
    }

    [Fact]
    public async Task A_host_that_stops_in_order_lets_its_successor_begin_at_once()
    {
        var options = new DurableAppOptions(typeof(EventFunctions)) { LeaseTime = TimeSpan.FromMinutes(5) };
        var first = await DurableApp.StartAsync(azurite, options);
        await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.TwoEvents), new StartOrchestrationOptions(Id));
        await first.Client.RaiseEventAsync(Id, "news", "before");
        await first.DisposeAsync();

        await using var second = await DurableApp.StartAsync(azurite, options with { Hub = first.Hub });
        await second.Client.RaiseEventAsync(Id, "news", "after", Soon);

        Assert.Equal("\"before, after\"", (await second.Client.WaitForInstanceCompletionAsync(Id, true, Soon)).SerializedOutput);
    }

    [Fact]
    public async Task Two_hosts_on_one_store_take_turns()
    {
        var options = new DurableAppOptions(typeof(EventFunctions));
        var first = await DurableApp.StartAsync(azurite, options);
        await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.TwoEvents), new StartOrchestrationOptions(Id));
        await using var second = await DurableApp.StartAsync(azurite, options with { Hub = first.Hub });
        var waiting = second.Client.RaiseEventAsync(Id, "news", "by the second");
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await first.Client.RaiseEventAsync(Id, "news", "by the first");

        await first.KillAsync();
        await waiting;

        Assert.Equal("\"by the first, by the second\"", (await second.Client.WaitForInstanceCompletionAsync(Id, true, Soon)).SerializedOutput);
    }

    private static async Task StartAsync(DurableTaskClient client)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(CrashFunctions.Everything), 1, new StartOrchestrationOptions(Id).WithDedupeStatuses(
                OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
                OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended));
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // The start had been stored before the crash.
        }
    }

    private static async Task Done(Task start, DurableTaskClient client)
    {
        await start;
        await client.WaitForInstanceCompletionAsync(Id, Soon);
        await client.WaitForInstanceCompletionAsync($"{Id}-2", Soon);
        // The last write clears away what the parts had to send.
        await Task.Delay(500);
    }
}
