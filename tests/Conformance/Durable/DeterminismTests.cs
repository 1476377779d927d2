using LearningSociety.Fixtures;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>Orchestrators that could not be replayed are found out and fail with a reason.</summary>
public sealed class DeterminismTests(AzuriteFixture azurite)
{
    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    [Theory]
    [InlineData("another activity", "activity 'OtherStep' (#0), where its history has activity 'Step' (#0)")]
    [InlineData("a timer", "a timer (#0), where its history has activity 'Step' (#0)")]
    [InlineData("one more", "activity 'Step' (#1), which its history does not have at that point")]
    [InlineData("nothing", "its history has activity 'Step' (#0), which the code no longer asks for")]
    [InlineData("the end", "its history has activity 'Step' (#0), which the code no longer asks for")]
    public async Task Code_that_departs_from_its_history_fails(string change, string difference)
    {
        var journal = new Journal();
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(UnsoundFunctions)) { Journal = journal });
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(UnsoundFunctions.Fickle));
        while (journal.Count("first") == 0)
            await Task.Delay(10, Soon);
        await Task.Delay(200, TestContext.Current.CancellationToken);

        journal.Mode = change;
        await app.Client.RaiseEventAsync(id, "go", true);

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains("NonDeterministic", done.FailureDetails!.ErrorType);
        Assert.Contains(difference, done.FailureDetails.ErrorMessage);
        Assert.Contains("is not deterministic", done.FailureDetails.ErrorMessage);
    }

    [Theory]
    [InlineData(nameof(UnsoundFunctions.AwaitsDelay))]
    [InlineData(nameof(UnsoundFunctions.AwaitsPool))]
    [InlineData(nameof(UnsoundFunctions.AwaitsBoth))]
    [InlineData(nameof(UnsoundFunctions.AwaitsCancellation))]
    public async Task Awaiting_what_is_no_durable_task_fails(string orchestrator)
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(UnsoundFunctions)));
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator);

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains("not a durable task", done.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task A_custom_status_beyond_16_KiB_fails()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(UnsoundFunctions)));
        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(UnsoundFunctions.TooMuchStatus));

        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Contains("16 KiB", done.FailureDetails!.ErrorMessage);
    }
}
