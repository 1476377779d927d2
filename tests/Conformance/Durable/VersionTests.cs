using LearningSociety.Embedded.Plumbing;
using LearningSociety.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>An instance has the version of the host that it began on, and goes on where its version is known.</summary>
public sealed class VersionTests(AzuriteFixture azurite)
{
    private const string Id = "order-1";

    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    // The instance's version, the one it compares itself with.
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", "", 1)]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2.0", "1.10", 1)]
    [InlineData("1.0", "1.0.0", -1)]
    // What System.Version does not know compares as text.
    [InlineData("10", "9", -1)]
    [InlineData("2026-01-01", "2025-12-31", 1)]
    [InlineData("V1", "v1", 0)]
    public async Task An_instance_compares_its_version(string version, string other, int expected)
    {
        await using var app = await StartAsync(new Journal(), "9999.0", null, typeof(VersionFunctions), "None");
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(VersionFunctions.Compares), other, new StartOrchestrationOptions(Id) { Version = version });

        Assert.Equal($"{expected}", await OutputAsync(app));
    }

    // The host's default version, the version given at the start ("-" for none given), what the instance sees.
    [Theory]
    [InlineData("", "-", "[] []")]
    [InlineData("1.0", "-", "[1.0] [1.0]")]
    [InlineData("1.0", "0.9", "[0.9] [0.9]")]
    [InlineData("1.0", "", "[] []")]
    public async Task An_instance_has_the_version_given_or_the_hosts_in_every_replay(string hosts, string given, string seen)
    {
        await using var app = await StartAsync(new Journal(), hosts);
        var options = new StartOrchestrationOptions(Id);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(VersionFunctions.TellsVersion), given == "-" ? options : options with { Version = given });
        await app.Client.RaiseEventAsync(Id, "go", true);

        Assert.Equal($"\"{seen}\"", await OutputAsync(app));
    }

    [Fact]
    public async Task A_part_has_the_version_given_or_the_hosts()
    {
        await using var app = await StartAsync(new Journal(), "1.0");
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(VersionFunctions.TellsParts), new StartOrchestrationOptions(Id) { Version = "0.1" });

        Assert.Equal("\"[0.1]: [1.0] [0.5] []\"", await OutputAsync(app));
    }

    [Fact]
    public async Task A_new_run_keeps_the_version()
    {
        var first = await StartAsync(new Journal(), "1.0");
        await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(VersionFunctions.Renews), 1, new StartOrchestrationOptions(Id));
        await first.DisposeAsync();
        await using var second = await StartAsync(new Journal(), "2.0", first.Hub);
        await second.Client.RaiseEventAsync(Id, "go", true);

        Assert.Equal("\"[1.0]\"", await OutputAsync(second));
    }

    // Begun on a host of 1.0, ended on one of 1.10 whose orchestrator has a step more.
    [Fact]
    public async Task An_instance_begun_before_a_step_was_added_ends_without_it()
    {
        var journal = new Journal();
        var hub = await BeginOrderAsync(journal, "1.0", typeof(FirstOrders));

        await using var renewed = await StartAsync(journal, "1.10", hub, typeof(SecondOrders));
        await renewed.Client.RaiseEventAsync(Id, "go", true);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndAsync(renewed)).RuntimeStatus);
        Assert.Equal(["check", "pay"], journal.Entries);

        await renewed.Client.ScheduleNewOrchestrationInstanceAsync("Order", new StartOrchestrationOptions("order-2"));
        await renewed.Client.RaiseEventAsync("order-2", "go", true);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndAsync(renewed, "order-2")).RuntimeStatus);
        Assert.Equal(["check", "discount", "pay"], journal.Entries.Skip(2));
    }

    [Fact]
    public async Task A_step_added_without_a_branch_fails_what_was_begun_before()
    {
        var journal = new Journal();
        var hub = await BeginOrderAsync(journal, "1.0", typeof(FirstOrders));

        await using var careless = await StartAsync(journal, "1.10", hub, typeof(CarelessOrders));
        await careless.Client.RaiseEventAsync(Id, "go", true);

        Assert.Contains("is not deterministic", (await EndAsync(careless)).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    // Rolled back: a host of 1.0 leaves alone what was begun under 1.10, keeps what comes for it, and 1.10 ends it later.
    [Fact]
    public async Task An_instance_of_a_newer_version_waits_for_its_host_and_loses_nothing()
    {
        var journal = new Journal();
        var hub = await BeginOrderAsync(journal, "1.10", typeof(SecondOrders));

        await using (var older = await StartAsync(journal, "1.0", hub, typeof(FirstOrders)))
        {
            await older.Client.RaiseEventAsync(Id, "go", true);
            await Assert.ThrowsAsync<InvalidOperationException>(() => older.Client.SuspendInstanceAsync(Id));
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await older.Client.GetInstanceAsync(Id))!.RuntimeStatus);
            Assert.Equal(["check", "discount"], journal.Entries);
        }

        await using var newer = await StartAsync(journal, "1.10", hub, typeof(SecondOrders));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndAsync(newer)).RuntimeStatus);
        Assert.Equal(["check", "discount", "pay"], journal.Entries);
    }

    [Fact]
    public async Task What_other_instances_send_to_one_of_a_newer_version_waits_for_its_host_too()
    {
        var first = await StartAsync(new Journal(), "1.0", null, typeof(EventFunctions));
        await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.TwoEvents), new StartOrchestrationOptions(Id) { Version = "2.0" });
        var sender = await first.Client.ScheduleNewOrchestrationInstanceAsync(nameof(EventFunctions.Sends), Id);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndAsync(first, sender)).RuntimeStatus);
        await first.DisposeAsync();

        await using var second = await StartAsync(new Journal(), "2.0", first.Hub, typeof(EventFunctions));
        Assert.Equal($"\"from {sender}, and again\"", await OutputAsync(second));
    }

    [Fact]
    public async Task An_instance_of_a_newer_version_can_be_terminated()
    {
        var journal = new Journal();
        var hub = await BeginOrderAsync(journal, "1.10", typeof(SecondOrders));
        await using var older = await StartAsync(journal, "1.0", hub, typeof(FirstOrders));
        await older.Client.TerminateInstanceAsync(Id, "enough");

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "\"enough\""), ((await EndAsync(older)).RuntimeStatus, await OutputAsync(older)));
    }

    // The instance's version, the host's, its strategies; whether the instance runs, fails or waits.
    [Theory]
    [InlineData("1.0", "1.0", "Strict", "Reject", "runs")]
    [InlineData("0.9", "1.0", "Strict", "Reject", "waits")]
    [InlineData("0.9", "1.0", "Strict", "Fail", "fails")]
    [InlineData("", "1.0", "Strict", "Fail", "fails")]
    [InlineData("", "", "Strict", "Fail", "runs")]
    [InlineData("0.9", "1.0", "CurrentOrOlder", "Fail", "runs")]
    [InlineData("", "1.0", "CurrentOrOlder", "Fail", "runs")]
    [InlineData("1.1", "1.0", "CurrentOrOlder", "Fail", "fails")]
    [InlineData("1.1", "1.0", "CurrentOrOlder", "Reject", "waits")]
    [InlineData("1.1", "", "CurrentOrOlder", "Reject", "waits")]
    [InlineData("1.1", "1.0", "None", "Fail", "runs")]
    public async Task A_host_works_on_versions_as_its_strategies_say(string version, string hosts, string match, string failure, string then)
    {
        await using var app = await StartAsync(new Journal(), hosts, null, typeof(VersionFunctions), match, failure);
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(VersionFunctions.Part), new StartOrchestrationOptions(Id) { Version = version });
        if (then == "waits")
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await app.Client.GetInstanceAsync(Id))!.RuntimeStatus);
            return;
        }

        var done = await EndAsync(app);
        Assert.Equal(then == "runs" ? null : "VersionMismatch", done.FailureDetails?.ErrorType);
    }

    [Fact]
    public async Task A_part_that_fails_by_its_version_is_not_tried_again()
    {
        await using var app = await StartAsync(new Journal(), "1.0", null, typeof(VersionFunctions), "CurrentOrOlder", "Fail");
        await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(VersionFunctions.AsksForTheFuture), new StartOrchestrationOptions(Id));

        Assert.Equal("\"VersionMismatch\"", await OutputAsync(app));
    }

    [Fact]
    public async Task A_strategy_that_there_is_not_is_refused_at_the_start()
    {
        var refused = await Assert.ThrowsAsync<HostRefusedException>(() => StartAsync(new Journal(), "1.0", null, typeof(VersionFunctions), "Newest"));
        Assert.Contains("host.json: extensions.durableTask.versionMatchStrategy is \"Newest\"", refused.Message, StringComparison.Ordinal);
    }

    private async Task<string> BeginOrderAsync(Journal journal, string version, Type orders)
    {
        await using var app = await StartAsync(journal, version, null, orders);
        await app.Client.ScheduleNewOrchestrationInstanceAsync("Order", new StartOrchestrationOptions(Id));
        var last = orders == typeof(FirstOrders) ? "check" : "discount";
        while (journal.Count(last) == 0)
            await Task.Delay(10, Soon);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        return app.Hub;
    }

    private Task<DurableApp> StartAsync(Journal journal, string version, string? hub = null, Type? orders = null, string? match = null, string? failure = null)
    {
        Dictionary<string, string> settings = new() { ["defaultVersion"] = version };
        if (match is not null)
            settings["versionMatchStrategy"] = match;
        if (failure is not null)
            settings["versionFailureStrategy"] = failure;
        Type[] functions = orders is null || orders == typeof(VersionFunctions) ? [typeof(VersionFunctions)] : [typeof(VersionFunctions), orders];
        return DurableApp.StartAsync(azurite, new DurableAppOptions(functions) { Journal = journal, Hub = hub, HostJson = settings });
    }

    private static Task<OrchestrationMetadata> EndAsync(DurableApp app, string id = Id) => app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

    private static async Task<string?> OutputAsync(DurableApp app) => (await EndAsync(app)).SerializedOutput;
}
