using DurableTask.Core.Exceptions;
using LearningSociety.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>Activities, inputs and outputs, failures and sub-orchestrations.</summary>
public sealed class OrchestrationTests(AzuriteFixture azurite)
{
    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    [Fact]
    public async Task Activities_run_and_their_results_come_back_in_order()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.Greet), new Greeting("Bình", 4));

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal(["Hello Bình1", "Hello Bình2", "Hello Bình3", "Hello Bình4"], done.ReadOutputAs<string[]>()!);
        Assert.Equal(new Greeting("Bình", 4), done.ReadInputAs<Greeting>());
        Assert.Equal(nameof(BasicFunctions.Greet), done.Name);
    }

    [Theory]
    [InlineData(nameof(BasicFunctions.Catches), "\"Fail|System.IO.InvalidDataException|bad milk|True|False\"")]
    [InlineData(nameof(BasicFunctions.ParentOfFailing), "\"Fails|Microsoft.DurableTask.TaskFailedException|System.IO.InvalidDataException\"")]
    [InlineData(nameof(BasicFunctions.RetriesSelected), "\"failed\"")]
    [InlineData(nameof(BasicFunctions.RetriesByHandler), "4")]
    [InlineData(nameof(BasicFunctions.RetriesSub), "\"attempt 3\"")]
    public async Task Failures_reach_the_orchestrator(string orchestrator, string output)
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator);

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Equal(output, done.SerializedOutput);
    }

    [Fact]
    public async Task A_failure_that_nobody_catches_fails_the_orchestration()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.Fails));

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal(typeof(TaskFailedException).FullName, done.FailureDetails!.ErrorType);
        Assert.Contains("bad eggs", done.FailureDetails.ErrorMessage);
        Assert.Equal(typeof(InvalidDataException).FullName, done.FailureDetails.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task An_activity_that_does_not_exist_fails_at_once_in_spite_of_a_retry_policy()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.CallsMissing));

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Contains("'Nowhere' doesn't exist", done.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Waits_between_attempts_grow_by_the_coefficient_up_to_the_longest()
    {
        var clock = new ManualClock(new(2026, 1, 31, 23, 59, 0, TimeSpan.Zero));
        var journal = new Journal();
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)) { Time = clock, Journal = journal });
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.Retries), 5);

        for (var seconds = 0; seconds < 100 && !(await app.Client.GetInstanceAsync(id))!.IsCompleted; seconds++)
        {
            await Task.Delay(40, TestContext.Current.CancellationToken);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // 10 + 20 + 30 + 30 seconds; a second may go by while a step is stored.
        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);
        Assert.InRange(done.ReadOutputAs<double>(), 90, 96);
        Assert.Equal(5, journal.Count("attempt"));
    }

    [Fact]
    public async Task Sub_orchestrations_know_their_parent_and_can_be_found()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.Parent), new StartOrchestrationOptions("p1"));

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Equal("Hello a/Parent/p1 Hello b/Parent/p1", done.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.Client.GetInstanceAsync("p1-child"))!.RuntimeStatus);
    }

    [Fact]
    public async Task Guids_and_the_clock_are_the_same_in_every_replay()
    {
        var journal = new Journal();
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)) { Journal = journal });
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.Determined));

        var seen = (await app.Client.WaitForInstanceCompletionAsync(id, true, Soon)).ReadOutputAs<string[]>()!;

        // What the first run passed on is what the last replay still says.
        Assert.Equal(seen.Select(s => $"hello {s}"), journal.Entries.Where(e => e.StartsWith("hello", StringComparison.Ordinal)));
        Assert.NotEqual(seen[0], seen[1]);
        Assert.Equal(1, journal.Count("live after first"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40_000)]
    [InlineData(700_000)]
    public async Task Payloads_of_any_reasonable_length_pass(int length)
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));
        var text = string.Concat(Enumerable.Repeat("Đạt \"tốt\"\n", (length / 10) + 1))[..length];
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.EchoTwice), text);

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Equal(text, done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_payload_beyond_the_limit_is_refused_with_what_to_do()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));

        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.EchoTwice), new string('x', 5_000_000)));

        Assert.Contains("Put it into a blob", refused.Message);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("@a")]
    public async Task Ids_that_Durable_Functions_refuses_are_refused(string id)
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "x", new StartOrchestrationOptions(id)));
    }

    [Fact]
    public async Task Ids_may_be_long_and_hold_what_a_table_must_quote()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));
        var id = "xã 'Đông' 100% & " + new string('x', 239);
        Assert.Equal(256, id.Length);

        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "x", new StartOrchestrationOptions(id));
        Assert.Equal("Hello x", (await app.Client.WaitForInstanceCompletionAsync(id, true, Soon)).ReadOutputAs<string>());

        await Assert.ThrowsAsync<ArgumentException>(() =>
            app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "x", new StartOrchestrationOptions(id + "y")));
    }

    [Fact]
    public async Task An_orchestrator_that_does_not_exist_is_refused()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(BasicFunctions)));

        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.ScheduleNewOrchestrationInstanceAsync("Nowhere"));
        await Assert.ThrowsAsync<ArgumentException>(() => app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.Hello)));
    }
}
