using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace LearningSociety.Embedded.Durable.History;

/// <summary>What a message asks for. The names are stored: they must not change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutboxKind>))]
internal enum OutboxKind
{
    StartSub,
    SubDone,
    Event,
    Terminate,
    RunActivity,
}

/// <summary>
/// A message to another instance, or an activity that nobody waits for any more. Stored together with the step that
/// made it, delivered after that and until it is taken; whoever takes it can tell a second delivery from the first.
/// </summary>
internal sealed record OutboxMessage([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] OutboxKind Kind, string Target)
{
    /// <summary>The execution that sent it; of a <see cref="OutboxKind.SubDone"/> the one it is meant for.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The task's number in that execution.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int TaskId { get; init; } = -1;

    /// <summary>The function or the event.</summary>
    public string? Name { get; init; }

    /// <summary>Input, result or payload as JSON.</summary>
    public string? Data { get; init; }

    /// <summary>Why a sub-orchestration failed; null when it completed.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>The sender's function.</summary>
    public string? SenderName { get; init; }

    /// <summary>The new instance's version.</summary>
    public string? Version { get; init; }

    /// <summary>The new instance's tags.</summary>
    public IDictionary<string, string>? Tags { get; init; }

    /// <summary>Tells a second delivery of an event.</summary>
    public string? MessageId { get; init; }
}
