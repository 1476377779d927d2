using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>What can reach an instance. <see cref="Done"/> is called once it has taken effect or turned out to be without any.</summary>
internal abstract record Message
{
    /// <summary>Called with null, or with what is to be said to the caller.</summary>
    public Action<Exception?>? Done { get; init; }
}

/// <summary>An instance could not take a message, for a reason that lies in the store.</summary>
internal sealed class InstanceUnavailableException(string instanceId, Exception cause)
    : Exception($"The orchestration '{instanceId}' cannot be worked on: {cause.Message}", cause);

/// <summary>An instance is to come into being.</summary>
internal sealed record CreateMessage(string Name, string? Input, ParentTask? Parent) : Message
{
    public DateTimeOffset? StartAt { get; init; }

    public string Version { get; init; } = "";

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>States in which an instance of the same id keeps its place; null for those in which it has not finished.</summary>
    public IReadOnlySet<OrchestrationRuntimeStatus>? Dedupe { get; init; }
}

/// <summary>Something for the history.</summary>
/// <param name="Event">What.</param>
/// <param name="ExecutionId">The execution that it is for; null for whichever runs.</param>
internal sealed record InboundMessage(HistoryEvent Event, string? ExecutionId) : Message
{
    /// <summary>Whether a termination reaches sub-orchestrations too.</summary>
    public bool Recursive { get; init; }
}

/// <summary>A message of this instance has been taken by whom it was for.</summary>
internal sealed record OutboxTakenMessage(long Number) : Message;

/// <summary>Everything stored is to go.</summary>
internal sealed record PurgeMessage(Action<int> Purged, bool Recursive) : Message;

/// <summary>The instance is to be in memory, with all that it waits for set going; what it does not need is to go.</summary>
internal sealed record WakeMessage : Message;
