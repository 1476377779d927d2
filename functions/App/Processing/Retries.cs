using Microsoft.DurableTask;

namespace LearningSociety.App.Processing;

/// <summary>How often activities are tried again.</summary>
public static class Retries
{
    /// <summary>For storage: a fault lasts seconds, seldom minutes.</summary>
    public static TaskOptions Storage { get; } = TaskOptions.FromRetryPolicy(new(8, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1)));

    /// <summary>For the layout engine: it may be restarting.</summary>
    public static TaskOptions Engine { get; } = TaskOptions.FromRetryPolicy(new(6, TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(30)));

    /// <summary>For mail servers: they are down for longer. What still fails is left to the sweep of the outbox.</summary>
    public static TaskOptions Mail { get; } = TaskOptions.FromRetryPolicy(new(4, TimeSpan.FromSeconds(5), 3, TimeSpan.FromMinutes(2)));
}
