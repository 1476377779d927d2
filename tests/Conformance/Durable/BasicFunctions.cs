using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.Conformance.Tests.Durable;

public sealed record Greeting(string Name, int Times);

/// <summary>Functions of the plain kind: activities, inputs, outputs, failures, retries, sub-orchestrations.</summary>
public sealed class BasicFunctions(Journal journal)
{
    [Function(nameof(Hello))]
    public string Hello([ActivityTrigger] string name)
    {
        journal.Add($"hello {name}");
        return $"Hello {name}";
    }

    [Function(nameof(Greet))]
    public static async Task<string[]> Greet([OrchestrationTrigger] TaskOrchestrationContext context, Greeting greeting)
    {
        var calls = Enumerable.Range(1, greeting.Times)
            .Select(i => context.CallActivityAsync<string>(nameof(Hello), $"{greeting.Name}{i}"));
        return await Task.WhenAll(calls);
    }

    [Function(nameof(One))]
    public static Task<string> One([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Hello), context.GetInput<string>());

    [Function(nameof(Fail))]
    public void Fail([ActivityTrigger] string what, FunctionContext context)
    {
        Assert.NotNull(context);
        journal.Add($"fail {what}");
        throw new InvalidDataException($"bad {what}");
    }

    [Function(nameof(FailUntil))]
    public int FailUntil([ActivityTrigger] int attempt, CancellationToken cancellationToken)
    {
        Assert.False(cancellationToken.IsCancellationRequested);
        journal.Add("attempt");
        return journal.Count("attempt") >= attempt ? attempt : throw new TimeoutException("not yet");
    }

    [Function(nameof(Catches))]
    public static async Task<string> Catches([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync(nameof(Fail), "milk");
            return "no failure";
        }
        catch (TaskFailedException failed)
        {
            return $"{failed.TaskName}|{failed.FailureDetails.ErrorType}|{failed.FailureDetails.ErrorMessage}|{failed.FailureDetails.IsCausedBy<InvalidDataException>()}|{failed.FailureDetails.IsCausedBy<TimeoutException>()}";
        }
    }

    [Function(nameof(Fails))]
    public static Task Fails([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync(nameof(Fail), "eggs");

    [Function(nameof(CallsMissing))]
    public static Task CallsMissing([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync("Nowhere", TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromHours(1))));

    [Function(nameof(Retries))]
    public static async Task<double> Retries([OrchestrationTrigger] TaskOrchestrationContext context, int neededAttempts)
    {
        var begun = context.CurrentUtcDateTime;
        var policy = new RetryPolicy(5, TimeSpan.FromSeconds(10), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(30));
        await context.CallActivityAsync<int>(nameof(FailUntil), neededAttempts, TaskOptions.FromRetryPolicy(policy));
        return (context.CurrentUtcDateTime - begun).TotalSeconds;
    }

    [Function(nameof(RetriesSelected))]
    public static async Task<string> RetriesSelected([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMilliseconds(1)) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() };
        try
        {
            await context.CallActivityAsync(nameof(Fail), "bread", new TaskOptions(policy));
            return "no failure";
        }
        catch (TaskFailedException)
        {
            return "failed";
        }
    }

    [Function(nameof(RetriesByHandler))]
    public static Task<int> RetriesByHandler([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<int>(nameof(FailUntil), 4, TaskOptions.FromRetryHandler(retry => retry.LastAttemptNumber < 10 && retry.LastFailure.IsCausedBy<TimeoutException>()));

    [Function(nameof(Parent))]
    public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var named = await context.CallSubOrchestratorAsync<string>(nameof(Child), "a", new SubOrchestrationOptions(instanceId: context.InstanceId + "-child"));
        var unnamed = await context.CallSubOrchestratorAsync<string>(nameof(Child), "b");
        return $"{named} {unnamed}";
    }

    [Function(nameof(Child))]
    public static async Task<string> Child([OrchestrationTrigger] TaskOrchestrationContext context, string input)
    {
        var hello = await context.CallActivityAsync<string>(nameof(Hello), input);
        return $"{hello}/{context.Parent!.Name}/{context.Parent.InstanceId}";
    }

    [Function(nameof(ParentOfFailing))]
    public static async Task<string> ParentOfFailing([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallSubOrchestratorAsync(nameof(Fails));
            return "no failure";
        }
        catch (TaskFailedException failed)
        {
            return $"{failed.TaskName}|{failed.FailureDetails.ErrorType}|{failed.FailureDetails.InnerFailure?.ErrorType}";
        }
    }

    [Function(nameof(RetriesSub))]
    public static Task<string> RetriesSub([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync<string>(
            nameof(FailsTwice), null, new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromMilliseconds(5)), context.InstanceId + "-again"));

    [Function(nameof(FailsTwice))]
    public static async Task<string> FailsTwice([OrchestrationTrigger] TaskOrchestrationContext context) =>
        $"attempt {await context.CallActivityAsync<int>(nameof(FailUntil), 3)}";

    [Function(nameof(Echo))]
    public static string Echo([ActivityTrigger] string text) => text;

    [Function(nameof(EchoTwice))]
    public static async Task<string> EchoTwice([OrchestrationTrigger] TaskOrchestrationContext context, string text) =>
        await context.CallActivityAsync<string>(nameof(Echo), await context.CallActivityAsync<string>(nameof(Echo), text));

    [Function(nameof(Determined))]
    public async Task<string[]> Determined([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var log = context.CreateReplaySafeLogger<BasicFunctions>();
        var seen = new List<string> { $"{context.NewGuid()} {context.CurrentUtcDateTime:O}" };
        await context.CallActivityAsync<string>(nameof(Hello), seen[0]);
        if (!context.IsReplaying)
            journal.Add("live after first");
        Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, "After the first");
        seen.Add($"{context.NewGuid()} {context.CurrentUtcDateTime:O}");
        await context.CallActivityAsync<string>(nameof(Hello), seen[1]);
        return [.. seen];
    }
}
