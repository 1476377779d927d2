using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace LearningSociety.Embedded.Durable.History;

/// <summary>What an event of the history says. The names are stored: they must not change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HistoryKind>))]
internal enum HistoryKind
{
    // What came in.
    ExecutionStarted,
    TaskCompleted,
    TaskFailed,
    SubCompleted,
    SubFailed,
    TimerFired,
    EventRaised,
    Suspended,
    Resumed,
    Terminated,
    Broken,

    // What the orchestrator asked for.
    TaskScheduled,
    SubScheduled,
    TimerCreated,
    EventSent,
}

/// <summary>One event: something that reached the orchestrator, or something it asked for.</summary>
internal sealed record HistoryEvent([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] HistoryKind Kind)
{
    /// <summary>The task's number in its execution; it joins a request to its answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int TaskId { get; init; } = -1;

    /// <summary>The function or the event.</summary>
    public string? Name { get; init; }

    /// <summary>Input, result or payload as JSON.</summary>
    public string? Data { get; init; }

    /// <summary>The other instance, for sub-orchestrations and sent events.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When a timer is due, in UTC.</summary>
    public DateTime? FireAt { get; init; }

    /// <summary>Why a task failed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>Whether a failure stays one however often it is tried.</summary>
    public bool Final { get; init; }

    /// <summary>Tells an event that is delivered a second time; null for those that cannot be.</summary>
    public string? MessageId { get; init; }
}

/// <summary>One turn of an orchestrator: what came in at a time, and what it asked for in answer.</summary>
internal sealed record Episode(DateTime At, IReadOnlyList<HistoryEvent> Inbound, IReadOnlyList<HistoryEvent> Outbound);
