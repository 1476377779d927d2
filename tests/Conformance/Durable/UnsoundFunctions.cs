using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>Orchestrators that break the rules for orchestrators.</summary>
public sealed class UnsoundFunctions(Journal journal)
{
    [Function(nameof(Step))]
    public void Step([ActivityTrigger] string name) => journal.Add(name);

    [Function(nameof(OtherStep))]
    public void OtherStep([ActivityTrigger] string name) => journal.Add(name);

    // What it asks for depends on a setting that changes while it waits.
    [Function(nameof(Fickle))]
    public async Task<string> Fickle([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        switch (journal.Mode)
        {
            case "another activity":
                await context.CallActivityAsync(nameof(OtherStep), "first");
                break;
            case "a timer":
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                break;
            case "one more":
                await Task.WhenAll(context.CallActivityAsync(nameof(Step), "first"), context.CallActivityAsync(nameof(Step), "second"));
                break;
            case "nothing":
                break;
            case "the end":
                return "early";
            default:
                await context.CallActivityAsync(nameof(Step), "first");
                break;
        }

        await context.WaitForExternalEvent<bool>("go");
        return "done";
    }

    [Function(nameof(AwaitsDelay))]
    public static async Task<string> AwaitsDelay([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await Task.Delay(50);
        return "done";
    }

    [Function(nameof(AwaitsPool))]
    public static async Task<string> AwaitsPool([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync(nameof(Step), "first");
        await Task.Run(() => Thread.Sleep(20));
        await context.CallActivityAsync(nameof(Step), "second");
        return "done";
    }

    // An open durable task hides that something else is awaited, until that comes back.
    [Function(nameof(AwaitsBoth))]
    public static async Task<string> AwaitsBoth([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var never = context.WaitForExternalEvent<bool>("never");
        await Task.WhenAny(never, Task.Delay(50));
        await context.CallActivityAsync(nameof(Step), "after");
        return "done";
    }

    [Function(nameof(AwaitsCancellation))]
    public static async Task<string> AwaitsCancellation([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var cancelled = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromHours(1), cancelled.Token);
        await context.CallActivityAsync(nameof(Step), "first");
        await cancelled.CancelAsync();
        await context.CallActivityAsync(nameof(Step), $"after {timer.Status}");
        return "done";
    }

    [Function(nameof(TooMuchStatus))]
    public static Task TooMuchStatus([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new string('x', 9000));
        return Task.CompletedTask;
    }
}
