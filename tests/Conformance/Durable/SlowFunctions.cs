using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>Functions whose activities take their time, or are many.</summary>
public sealed class SlowFunctions(Journal journal)
{
    private static int _running;
    private static int _most;

    /// <summary>The most activities that ran at the same time.</summary>
    public static int Most => Volatile.Read(ref _most);

    [Function(nameof(Gate))]
    public async Task<string> Gate([ActivityTrigger] string name, CancellationToken cancellationToken)
    {
        journal.Add("begun");
        await journal.Gate.Task.WaitAsync(cancellationToken);
        return "opened";
    }

    [Function(nameof(WaitsForGate))]
    public static Task<string> WaitsForGate([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Gate), "gate");

    [Function(nameof(Brief))]
    public async Task<int> Brief([ActivityTrigger] int number)
    {
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(running);
        await Task.Delay(5);
        Interlocked.Decrement(ref _running);
        return number;
    }

    [Function(nameof(FansOut))]
    public static async Task<int> FansOut([OrchestrationTrigger] TaskOrchestrationContext context, int count)
    {
        var numbers = await Task.WhenAll(Enumerable.Range(1, count).Select(i => context.CallActivityAsync<int>(nameof(Brief), i)));
        return numbers.Sum();
    }

    [Function(nameof(Small))]
    public static async Task<int> Small([OrchestrationTrigger] TaskOrchestrationContext context, int number)
    {
        var first = await context.CallActivityAsync<int>(nameof(Brief), number);
        return first + await context.CallActivityAsync<int>(nameof(Brief), 1);
    }

    private static void InterlockedMax(int running)
    {
        for (var most = Most; running > most; most = Most)
            Interlocked.CompareExchange(ref _most, running, most);
    }
}
