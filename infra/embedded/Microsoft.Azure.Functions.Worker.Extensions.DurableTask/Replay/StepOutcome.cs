using LearningSociety.Embedded.Durable.History;
using Microsoft.DurableTask;

namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>How an execution ended.</summary>
internal enum Ending
{
    Completed,
    Failed,
    Terminated,
    ContinuedAsNew,
}

/// <summary>What a step came to: what the orchestrator newly asks for, and whether it has ended.</summary>
internal sealed record StepOutcome
{
    /// <summary>What the orchestrator newly asks for, in its order.</summary>
    public required IReadOnlyList<ScheduledAction> Actions { get; init; }

    /// <summary>How the execution ended; null when it goes on.</summary>
    public Ending? Ending { get; init; }

    /// <summary>The output, or the next run's input, as JSON.</summary>
    public string? Data { get; init; }

    /// <summary>Why it failed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>The custom status as JSON, if the execution has set one.</summary>
    public string? CustomStatus { get; init; }

    /// <summary>Whether the execution has set a custom status; if not, the one before stays.</summary>
    public bool SetsCustomStatus { get; init; }

    /// <summary>Whether the instance stands still until it is resumed.</summary>
    public bool Suspended { get; init; }

    /// <summary>Timers that the orchestrator has cancelled.</summary>
    public IReadOnlyCollection<int> CancelledTimers { get; init; } = [];

    /// <summary>What goes over to the next run, oldest first.</summary>
    public IReadOnlyList<HistoryEvent> Carried { get; init; } = [];

    /// <summary>The next run's version; unchanged when null.</summary>
    public string? NewVersion { get; init; }
}

/// <summary>An event for the history, and what besides it the delivery needs.</summary>
/// <param name="Event">The event as it is stored.</param>
/// <param name="Data">The payload, which for messages to others stands in the outbox and not in the history.</param>
/// <param name="Version">A new instance's version.</param>
/// <param name="Tags">A new instance's tags.</param>
internal sealed record ScheduledAction(HistoryEvent Event, string? Data = null, string? Version = null, IDictionary<string, string>? Tags = null);
