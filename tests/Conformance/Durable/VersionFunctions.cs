using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>The activities of an order, and orchestrations that tell their version.</summary>
public sealed class VersionFunctions(Journal journal)
{
    [Function(nameof(Step))]
    public void Step([ActivityTrigger] string name) => journal.Add(name);

    /// <summary>Its version, before and after it has waited.</summary>
    [Function(nameof(TellsVersion))]
    public static async Task<string> TellsVersion([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = context.Version;
        await context.CallActivityAsync(nameof(Step), $"[{context.Version}]");
        await context.WaitForExternalEvent<bool>("go");
        return $"[{first}] [{context.Version}]";
    }

    /// <summary>-1, 0 or 1: its version is older than another, the same, or newer.</summary>
    [Function(nameof(Compares))]
    public static Task<int> Compares([OrchestrationTrigger] TaskOrchestrationContext context, string other) => Task.FromResult(Math.Sign(context.CompareVersionTo(other)));

    /// <summary>The versions of its parts: one as it comes, one of version 0.5, one without.</summary>
    [Function(nameof(TellsParts))]
    public static async Task<string> TellsParts([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var asItComes = await context.CallSubOrchestratorAsync<string>(nameof(Part));
        var older = await context.CallSubOrchestratorAsync<string>(nameof(Part), null, new SubOrchestrationOptions { Version = "0.5" });
        var without = await context.CallSubOrchestratorAsync<string>(nameof(Part), null, new SubOrchestrationOptions { Version = "" });
        return $"[{context.Version}]: {asItComes} {older} {without}";
    }

    [Function(nameof(Part))]
    public static Task<string> Part([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult($"[{context.Version}]");

    /// <summary>Its version in its second run.</summary>
    [Function(nameof(Renews))]
    public static async Task<string> Renews([OrchestrationTrigger] TaskOrchestrationContext context, int run)
    {
        if (run == 2)
            return $"[{context.Version}]";
        await context.WaitForExternalEvent<bool>("go");
        context.ContinueAsNew(2);
        return "";
    }

    /// <summary>A part of a version that this host does not work on, tried three times.</summary>
    [Function(nameof(AsksForTheFuture))]
    public static async Task<string> AsksForTheFuture([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var options = new SubOrchestrationOptions(new TaskRetryOptions(new RetryPolicy(3, TimeSpan.FromMilliseconds(1))), context.InstanceId + "-part") { Version = "9.0" };
        try
        {
            return await context.CallSubOrchestratorAsync<string>(nameof(Part), null, options);
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorType;
        }
    }
}

/// <summary>An order as it was in version 1.0.</summary>
public static class FirstOrders
{
    [Function("Order")]
    public static async Task Order([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync(nameof(VersionFunctions.Step), "check");
        await context.WaitForExternalEvent<bool>("go");
        await context.CallActivityAsync(nameof(VersionFunctions.Step), "pay");
    }
}

/// <summary>An order as it is since version 1.10, which grants a discount before it waits; orders begun before end as they began.</summary>
public static class SecondOrders
{
    [Function("Order")]
    public static async Task Order([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync(nameof(VersionFunctions.Step), "check");
        if (context.CompareVersionTo("1.10") >= 0)
            await context.CallActivityAsync(nameof(VersionFunctions.Step), "discount");
        await context.WaitForExternalEvent<bool>("go");
        await context.CallActivityAsync(nameof(VersionFunctions.Step), "pay");
    }
}

/// <summary>The step without the branch: what versions are there to prevent.</summary>
public static class CarelessOrders
{
    [Function("Order")]
    public static async Task Order([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync(nameof(VersionFunctions.Step), "check");
        await context.CallActivityAsync(nameof(VersionFunctions.Step), "discount");
        await context.WaitForExternalEvent<bool>("go");
        await context.CallActivityAsync(nameof(VersionFunctions.Step), "pay");
    }
}
