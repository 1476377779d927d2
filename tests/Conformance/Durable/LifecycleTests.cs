using DurableTask.Core.Exceptions;
using LearningSociety.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>Starting, halting, ending, finding and purging instances.</summary>
public sealed class LifecycleTests(AzuriteFixture azurite)
{
    private static readonly StartOrchestrationOptions Same = new("same");

    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    private Task<DurableApp> StartAsync(Journal? journal = null, TimeProvider? time = null) => DurableApp.StartAsync(
        azurite,
        new DurableAppOptions(typeof(EventFunctions), typeof(BasicFunctions)) { Journal = journal ?? new(), Time = time ?? TimeProvider.System });

    [Fact]
    public async Task An_id_that_runs_cannot_be_started_again()
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.WorksAndWaits), Same);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.WorksAndWaits), Same));

        await app.Client.RaiseEventAsync("same", "go", true);
        Assert.Equal("done", (await app.Client.WaitForInstanceCompletionAsync("same", true, Soon)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_id_that_has_finished_can_be_started_again_and_begins_afresh()
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "a", Same);
        await app.Client.WaitForInstanceCompletionAsync("same", Soon);

        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "b", Same);

        var done = await app.Client.WaitForInstanceCompletionAsync("same", true, Soon);
        Assert.Equal("Hello b", done.ReadOutputAs<string>());
        Assert.Equal("b", done.ReadInputAs<string>());
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, false)]
    public async Task States_that_keep_their_place_can_be_named(OrchestrationRuntimeStatus keeps, bool refused)
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "a", Same);
        await app.Client.WaitForInstanceCompletionAsync("same", Soon);

        Task Again() => app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "b", Same.WithDedupeStatuses(keeps));

        if (refused)
            await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(Again);
        else
            await Again();
    }

    [Fact]
    public async Task A_running_instance_whose_state_keeps_no_place_is_replaced()
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.WorksAndWaits), Same);

        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "b", Same.WithDedupeStatuses());

        Assert.Equal("Hello b", (await app.Client.WaitForInstanceCompletionAsync("same", true, Soon)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_start_can_be_set_for_later_and_events_wait_for_it()
    {
        var clock = new ManualClock(new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        await using var app = await StartAsync(time: clock);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(EventFunctions.WorksAndWaits), new StartOrchestrationOptions("later", clock.GetUtcNow().AddHours(2)));
        await app.Client.RaiseEventAsync("later", "go", true);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await app.Client.GetInstanceAsync("later"))!.RuntimeStatus);

        clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal("done", (await clock.PassUntilAsync(app.Client.WaitForInstanceCompletionAsync("later", true, Soon))).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Terminating_ends_an_instance_with_an_output()
    {
        var journal = new Journal();
        await using var app = await StartAsync(journal);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.WorksAndWaits), Same);

        await app.Client.TerminateInstanceAsync("same", (object)"enough");

        var done = await app.Client.WaitForInstanceCompletionAsync("same", true, Soon);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, done.RuntimeStatus);
        Assert.Equal("enough", done.ReadOutputAs<string>());
        await app.Client.RaiseEventAsync("same", "go", true);
        Assert.Equal(0, journal.Count("worked"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Client.TerminateInstanceAsync("same"));
    }

    [Theory]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    public async Task Terminating_a_parent_leaves_its_subs_running_unless_asked_otherwise(bool recursive, OrchestrationRuntimeStatus sub)
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.ParentThatWaits), Same);
        await Until(async () => (await app.Client.GetInstanceAsync("same-sub"))?.RuntimeStatus == OrchestrationRuntimeStatus.Running);

        await app.Client.TerminateInstanceAsync("same", new TerminateInstanceOptions(null, recursive));

        await app.Client.WaitForInstanceCompletionAsync("same", Soon);
        if (recursive)
            await app.Client.WaitForInstanceCompletionAsync("same-sub", Soon);
        else
            await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(sub, (await app.Client.GetInstanceAsync("same-sub"))!.RuntimeStatus);
    }

    [Fact]
    public async Task Terminating_a_sub_is_a_failure_to_its_parent()
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.ParentThatWaits), Same);
        await Until(async () => (await app.Client.GetInstanceAsync("same-sub"))?.RuntimeStatus == OrchestrationRuntimeStatus.Running);

        await app.Client.TerminateInstanceAsync("same-sub", (object)"enough");

        Assert.Contains("terminated", (await app.Client.WaitForInstanceCompletionAsync("same", true, Soon)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_suspended_instance_keeps_its_events_until_it_is_resumed()
    {
        var journal = new Journal();
        await using var app = await StartAsync(journal);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.WorksAndWaits), Same);
        await app.Client.WaitForInstanceStartAsync("same", Soon);

        await app.Client.SuspendInstanceAsync("same", "holiday");
        await app.Client.RaiseEventAsync("same", "go", true);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await app.Client.GetInstanceAsync("same"))!.RuntimeStatus);
        Assert.Equal(0, journal.Count("worked"));
        await app.Client.ResumeInstanceAsync("same");

        Assert.Equal("done", (await app.Client.WaitForInstanceCompletionAsync("same", true, Soon)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Purging_removes_what_has_finished_and_refuses_what_runs()
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.WorksAndWaits), Same);
        await app.Client.WaitForInstanceStartAsync("same", Soon);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Client.PurgeInstanceAsync("same"));
        await app.Client.RaiseEventAsync("same", "go", true);
        await app.Client.WaitForInstanceCompletionAsync("same", Soon);

        Assert.Equal(1, (await app.Client.PurgeInstanceAsync("same")).PurgedInstanceCount);

        Assert.Null(await app.Client.GetInstanceAsync("same"));
        Assert.Equal(0, (await app.Client.PurgeInstanceAsync("same")).PurgedInstanceCount);
    }

    [Fact]
    public async Task Purging_takes_sub_orchestrations_along_when_asked()
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.Parent), Same);
        await app.Client.WaitForInstanceCompletionAsync("same", Soon);

        var purged = await app.Client.PurgeInstanceAsync("same", new PurgeInstanceOptions(Recursive: true));

        Assert.Equal(3, purged.PurgedInstanceCount);
        Assert.Null(await app.Client.GetInstanceAsync("same-child"));
    }

    [Fact]
    public async Task Instances_are_found_by_state_prefix_and_time_in_pages()
    {
        await using var app = await StartAsync();
        foreach (var i in Enumerable.Range(1, 7))
            await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), $"{i}", new StartOrchestrationOptions($"done-{i}"));
        foreach (var i in Enumerable.Range(1, 7))
            await app.Client.WaitForInstanceCompletionAsync($"done-{i}", Soon);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.WorksAndWaits), new StartOrchestrationOptions("waits-1"));
        await app.Client.WaitForInstanceStartAsync("waits-1", Soon);

        var now = DateTimeOffset.UtcNow;
        Assert.Equal(8, await CountAsync(app, new()));
        Assert.Equal(7, await CountAsync(app, new(InstanceIdPrefix: "done-", PageSize: 3)));
        Assert.Equal(7, await CountAsync(app, new(Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed])));
        Assert.Equal(1, await CountAsync(app, new(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal(8, await CountAsync(app, new(CreatedFrom: now.AddMinutes(-10), CreatedTo: now.AddMinutes(10))));
        Assert.Equal(0, await CountAsync(app, new(CreatedTo: now.AddMinutes(-10))));

        var page = await FirstPageAsync(app, new(InstanceIdPrefix: "done-", PageSize: 3, FetchInputsAndOutputs: true));
        Assert.Equal(3, page.Values.Count);
        Assert.NotNull(page.ContinuationToken);
        Assert.All(page.Values, found => Assert.StartsWith("Hello ", found.ReadOutputAs<string>(), StringComparison.Ordinal));

        Assert.Equal(7, (await app.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedFrom: now.AddMinutes(-10)))).PurgedInstanceCount);
        Assert.Equal(1, await CountAsync(app, new()));
    }

    [Fact]
    public async Task Metadata_without_inputs_and_outputs_says_so()
    {
        await using var app = await StartAsync();
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(BasicFunctions.One), "a", Same);
        await app.Client.WaitForInstanceCompletionAsync("same", Soon);

        var bare = (await app.Client.GetInstanceAsync("same"))!;

        Assert.Null(bare.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
        Assert.Null(await app.Client.GetInstanceAsync("unknown"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.Client.WaitForInstanceCompletionAsync("unknown", Soon));
    }

    private static async Task<int> CountAsync(DurableApp app, OrchestrationQuery query)
    {
        var ids = new HashSet<string>();
        await foreach (var found in app.Client.GetAllInstancesAsync(query))
            Assert.True(ids.Add(found.InstanceId));
        return ids.Count;
    }

    private static async Task<Page<OrchestrationMetadata>> FirstPageAsync(DurableApp app, OrchestrationQuery query)
    {
        await foreach (var page in app.Client.GetAllInstancesAsync(query).AsPages())
            return page;
        throw new InvalidOperationException("There is no page.");
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        var deadline = Soon;
        while (!await condition())
            await Task.Delay(20, deadline);
    }
}
