using System.Diagnostics;
using LearningSociety.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>Many instances and many activities at once.</summary>
public sealed class LoadTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token;

    [Fact]
    public async Task A_thousand_instances_started_at_once_all_finish()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(SlowFunctions)) { MaxActivities = 16 });
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(SlowFunctions.Small), i, new StartOrchestrationOptions($"n{i}"))));
        var done = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => app.Client.WaitForInstanceCompletionAsync($"n{i}", true, Soon)));

        output.WriteLine($"1,000 instances with two activities each: {watch.Elapsed.TotalSeconds:F1} s");
        Assert.All(done.Index(), one => Assert.Equal(one.Index + 1, one.Item.ReadOutputAs<int>()));
        while (await app.InMemoryAsync() > 0)
            await Task.Delay(50, Soon);
    }

    [Fact]
    public async Task Activities_run_side_by_side_up_to_the_limit()
    {
        await using var app = await DurableApp.StartAsync(azurite, new DurableAppOptions(typeof(SlowFunctions)) { MaxActivities = 16 });

        var id = await app.Client.ScheduleNewOrchestrationInstanceAsync(nameof(SlowFunctions.FansOut), 400);
        var done = await app.Client.WaitForInstanceCompletionAsync(id, true, Soon);

        Assert.Equal(400 * 401 / 2, done.ReadOutputAs<int>());
        Assert.InRange(SlowFunctions.Most, 2, 16);
    }
}
