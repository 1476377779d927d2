using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>Functions that wait: for events, timers, and what an event does to a waiter that gave up.</summary>
public sealed class EventFunctions(Journal journal)
{
    [Function(nameof(Note))]
    public void Note([ActivityTrigger] string text) => journal.Add(text);

    [Function(nameof(TwoEvents))]
    public static async Task<string> TwoEvents([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = await context.WaitForExternalEvent<string>("news");
        var second = await context.WaitForExternalEvent<string>("NEWS");
        return $"{first}, {second}";
    }

    [Function(nameof(LateListener))]
    public static async Task<string> LateListener([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<bool>("go");
        var first = await context.WaitForExternalEvent<int>("number");
        var second = await context.WaitForExternalEvent<int>("number");
        return $"{first}, {second}";
    }

    [Function(nameof(YoungestFirst))]
    public static async Task<string> YoungestFirst([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var older = context.WaitForExternalEvent<string>("news");
        var younger = context.WaitForExternalEvent<string>("news");
        return $"older: {await older}, younger: {await younger}";
    }

    [Function(nameof(GivesUp))]
    public static async Task<string> GivesUp([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using (var patience = new CancellationTokenSource())
        {
            var abandoned = context.WaitForExternalEvent<string>("news", patience.Token);
            await context.WaitForExternalEvent<bool>("give up");
            patience.Cancel();
            try
            {
                await abandoned;
            }
            catch (OperationCanceledException)
            {
                context.SetCustomStatus("gave up");
            }
        }

        await context.WaitForExternalEvent<bool>("listen again");
        return await context.WaitForExternalEvent<string>("news");
    }

    [Function(nameof(Timeout))]
    public static async Task<string> Timeout([OrchestrationTrigger] TaskOrchestrationContext context, int minutes)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("news", TimeSpan.FromMinutes(minutes));
        }
        catch (TaskCanceledException)
        {
            return "nothing came";
        }
    }

    [Function(nameof(Sleeps))]
    public static async Task<string> Sleeps([OrchestrationTrigger] TaskOrchestrationContext context, int days)
    {
        await context.CallActivityAsync(nameof(Note), "asleep");
        await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
        await context.CallActivityAsync(nameof(Note), "awake");
        return $"{context.CurrentUtcDateTime:yyyy-MM-dd}";
    }

    [Function(nameof(Sends))]
    public static Task Sends([OrchestrationTrigger] TaskOrchestrationContext context, string target)
    {
        context.SendEvent(target, "news", $"from {context.InstanceId}");
        context.SendEvent(target, "news", "and again");
        return Task.CompletedTask;
    }

    [Function(nameof(Counts))]
    public static async Task<int> Counts([OrchestrationTrigger] TaskOrchestrationContext context, int sum)
    {
        var number = await context.WaitForExternalEvent<int>("add");
        if (number == 0)
            return sum;
        context.SetCustomStatus(sum + number);
        context.ContinueAsNew(sum + number);
        return -1;
    }

    [Function(nameof(Forgets))]
    public static async Task<string> Forgets([OrchestrationTrigger] TaskOrchestrationContext context, int run)
    {
        await context.WaitForExternalEvent<bool>("go");
        if (run == 1)
            return await context.WaitForExternalEvent<string>("news");
        context.ContinueAsNew(1, preserveUnprocessedEvents: false);
        return "";
    }

    [Function(nameof(WorksAndWaits))]
    public static async Task<string> WorksAndWaits([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<bool>("go");
        await context.CallActivityAsync(nameof(Note), "worked");
        return "done";
    }

    [Function(nameof(ParentThatWaits))]
    public static async Task<string> ParentThatWaits([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<string>(nameof(WorksAndWaits), null, new SubOrchestrationOptions(instanceId: context.InstanceId + "-sub"));
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorMessage;
        }
    }

    [Function(nameof(LeavesWork))]
    public static Task LeavesWork([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        _ = context.CallActivityAsync(nameof(Note), "left behind");
        return Task.CompletedTask;
    }
}
