using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>One orchestration that does everything an orchestration can do.</summary>
public sealed class CrashFunctions(Journal journal)
{
    [Function(nameof(Work))]
    public string Work([ActivityTrigger] string item)
    {
        journal.Add(item);
        return item.ToUpperInvariant();
    }

    [Function(nameof(Everything))]
    public static async Task<string> Everything([OrchestrationTrigger] TaskOrchestrationContext context, int round)
    {
        var work = await Task.WhenAll(
            context.CallActivityAsync<string>(nameof(Work), $"a{round}"),
            context.CallActivityAsync<string>(nameof(Work), $"b{round}"));
        context.SetCustomStatus($"round {round}");
        var sub = context.CallSubOrchestratorAsync<string>(nameof(Part), context.InstanceId, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{round}"));
        var told = await context.WaitForExternalEvent<string>("from part");
        var part = await sub;
        await context.CreateTimer(TimeSpan.FromMilliseconds(30), CancellationToken.None);
        if (round == 1)
        {
            context.ContinueAsNew(2);
            return "";
        }

        return $"{string.Join(' ', work)} {told} {part}";
    }

    [Function(nameof(Part))]
    public static async Task<string> Part([OrchestrationTrigger] TaskOrchestrationContext context, string parent)
    {
        var done = await context.CallActivityAsync<string>(nameof(Work), $"part of {context.InstanceId}");
        context.SendEvent(parent, "from part", $"told by {context.InstanceId}");
        return done;
    }
}
