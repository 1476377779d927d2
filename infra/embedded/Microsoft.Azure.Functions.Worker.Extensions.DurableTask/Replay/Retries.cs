using Microsoft.DurableTask;

namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>Failure of one attempt, with what a decision on the next one needs.</summary>
internal sealed class AttemptFailedException(string name, int taskId, TaskFailureDetails details, bool final) : Exception(details.ErrorMessage)
{
    public TaskFailureDetails Details { get; } = details;

    public bool Final { get; } = final;

    public TaskFailedException ToTaskFailed() => new(name, taskId, Details);
}

/// <summary>Runs a task until it succeeds or its retry options say that it is enough.</summary>
internal static class Retries
{
    public static async Task<T> Run<T>(TaskOrchestrationContext context, TaskRetryOptions? options, Func<Task<T>> attempt)
    {
        var begun = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt();
            }
            catch (AttemptFailedException failed)
            {
                if (failed.Final || !await WaitForNext(context, options, failed.Details, failures, begun))
                    throw failed.ToTaskFailed();
            }
        }
    }

    /// <summary>The wait before the next attempt; null when there is none.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="failures">How many attempts have failed.</param>
    /// <param name="elapsed">The time since the first attempt.</param>
    public static TimeSpan? NextDelay(RetryPolicy policy, int failures, TimeSpan elapsed)
    {
        if (failures >= policy.MaxNumberOfAttempts)
            return null;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout)
            return null;
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, failures - 1);
        return ticks >= longest.Ticks ? longest : TimeSpan.FromTicks((long)ticks);
    }

    private static async Task<bool> WaitForNext(
        TaskOrchestrationContext context, TaskRetryOptions? options, TaskFailureDetails failure, int failures, DateTime begun)
    {
        var elapsed = context.CurrentUtcDateTime - begun;
        if (options?.Handler is { } handler)
            return await handler(new RetryContext(context, failures, failure, elapsed, CancellationToken.None));
        if (options?.Policy is not { } policy || !policy.Retries(failure) || NextDelay(policy, failures, elapsed) is not { } delay)
            return false;
        await context.CreateTimer(delay, CancellationToken.None);
        return true;
    }
}
