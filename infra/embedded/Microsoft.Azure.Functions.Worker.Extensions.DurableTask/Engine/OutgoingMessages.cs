using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Replay;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.DurableTask;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>The messages that a step sends: stored with it, delivered after it.</summary>
internal sealed class OutgoingMessages(InstanceHead head, PendingWork pending, IReadOnlySet<int> answered, string defaultVersion)
{
    private readonly List<(long Number, OutboxMessage Message)> _messages = [];
    private readonly HashSet<int> _running = [.. pending.Activities.Keys];

    /// <summary>The number of the next message of this instance.</summary>
    public long Next { get; private set; } = head.OutboxNext;

    public IReadOnlyList<(long Number, OutboxMessage Message)> Messages => _messages;

    public IEnumerable<TableEntity> Rows => _messages.SelectMany(m =>
        TextRows.Cut(head.InstanceId, InstanceHead.OutboxKey(m.Number), StoredJson.Write(m.Message)));

    /// <summary>Whether the message stands for an activity that was set going by an earlier step.</summary>
    public bool RunsAlready(OutboxMessage message) => message.Kind == OutboxKind.RunActivity && _running.Contains(message.TaskId);

    /// <summary>What the orchestrator asks of others; activities too when it will not be there to wait for them.</summary>
    public void AddActions(IReadOnlyList<ScheduledAction> actions, bool ends)
    {
        foreach (var action in actions)
        {
            var asked = action.Event;
            switch (asked.Kind)
            {
                case HistoryKind.SubScheduled:
                    Add(new OutboxMessage(OutboxKind.StartSub, asked.InstanceId!)
                    {
                        ExecutionId = head.ExecutionId,
                        TaskId = asked.TaskId,
                        Name = asked.Name,
                        Data = action.Data,
                        SenderName = head.Name,
                        // A new instance as any other: of the host's version, not of its parent's.
                        Version = action.Version ?? defaultVersion,
                        Tags = action.Tags,
                    });
                    break;
                case HistoryKind.EventSent:
                    Add(new OutboxMessage(OutboxKind.Event, asked.InstanceId!)
                    {
                        Name = asked.Name,
                        Data = action.Data,
                        MessageId = $"{head.ExecutionId}:{asked.TaskId}",
                    });
                    break;
                case HistoryKind.TaskScheduled when ends:
                    AddActivity(asked);
                    break;
            }
        }
    }

    /// <summary>What an ending means for others.</summary>
    public void AddEnding(StepOutcome outcome, bool terminatesSubs)
    {
        if (outcome.Ending is not { } ending)
            return;
        foreach (var activity in pending.Activities.Values.Where(activity => !answered.Contains(activity.TaskId)))
            AddActivity(activity);
        if (ending == Ending.ContinuedAsNew)
            return;
        if (terminatesSubs && ending == Ending.Terminated)
            foreach (var sub in pending.Subs.Values.Where(sub => !answered.Contains(sub.TaskId)))
                Add(new OutboxMessage(OutboxKind.Terminate, sub.InstanceId!) { Data = outcome.Data });
        if (head.Parent is { } parent)
            Add(new OutboxMessage(OutboxKind.SubDone, parent.InstanceId)
            {
                ExecutionId = parent.ExecutionId,
                TaskId = parent.TaskId,
                Data = ending == Ending.Completed ? outcome.Data : null,
                Failure = ending == Ending.Completed ? null : outcome.Failure ?? Terminated(outcome.Data),
            });
    }

    private TaskFailureDetails Terminated(string? output) => new(
        "Terminated", $"The orchestration '{head.InstanceId}' was terminated{(output is null ? "." : $": {output}")}", null, null, null);

    private void AddActivity(HistoryEvent activity) => Add(new OutboxMessage(OutboxKind.RunActivity, head.InstanceId)
    {
        ExecutionId = head.ExecutionId,
        TaskId = activity.TaskId,
        Name = activity.Name,
        Data = activity.Data,
    });

    private void Add(OutboxMessage message) => _messages.Add((Next++, message));
}
