namespace LearningSociety.Embedded.Durable.History;

/// <summary>What an execution has asked for and not yet received: read off its history, with no run of its code.</summary>
internal sealed class PendingWork
{
    /// <summary>Activities by task number.</summary>
    public Dictionary<int, HistoryEvent> Activities { get; } = [];

    /// <summary>Sub-orchestrations by task number.</summary>
    public Dictionary<int, HistoryEvent> Subs { get; } = [];

    /// <summary>Timers by task number.</summary>
    public Dictionary<int, HistoryEvent> Timers { get; } = [];

    /// <summary>Marks of events taken, so that a second delivery is told.</summary>
    public HashSet<string> SeenMessages { get; } = [];

    /// <summary>Whether the execution has begun.</summary>
    public bool Started { get; private set; }

    /// <summary>Takes in an episode.</summary>
    public void Apply(Episode episode)
    {
        foreach (var inbound in episode.Inbound)
            Take(inbound);
        foreach (var asked in episode.Outbound)
            (asked.Kind switch
            {
                HistoryKind.TaskScheduled => Activities,
                HistoryKind.SubScheduled => Subs,
                HistoryKind.TimerCreated => Timers,
                _ => null,
            })?.Add(asked.TaskId, asked);
    }

    private void Take(HistoryEvent inbound)
    {
        if (inbound.MessageId is { } id)
            SeenMessages.Add(id);
        switch (inbound.Kind)
        {
            case HistoryKind.ExecutionStarted:
                Started = true;
                break;
            case HistoryKind.TaskCompleted or HistoryKind.TaskFailed:
                Activities.Remove(inbound.TaskId);
                break;
            case HistoryKind.SubCompleted or HistoryKind.SubFailed:
                Subs.Remove(inbound.TaskId);
                break;
            case HistoryKind.TimerFired:
                Timers.Remove(inbound.TaskId);
                break;
        }
    }
}
