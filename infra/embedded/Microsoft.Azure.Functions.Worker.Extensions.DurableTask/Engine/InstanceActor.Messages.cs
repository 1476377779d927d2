using DurableTask.Core.Exceptions;
using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>What an instance does with its messages before its orchestrator sees them.</summary>
internal sealed partial class InstanceActor
{
    // What the next step takes in, and whom to tell when it is stored.
    private readonly List<HistoryEvent> _inbound = [];
    private readonly List<Action<Exception?>> _dones = [];
    private readonly HashSet<int> _answered = [];
    private readonly HashSet<int> _cancelledTimers = [];
    private bool _terminatesSubs;

    private async Task HandleAsync(List<Message> messages)
    {
        AddStartIfDue();
        foreach (var message in messages)
        {
            switch (message)
            {
                case CreateMessage create:
                    await FlushAsync();
                    await CreateAsync(create);
                    break;
                case PurgeMessage purge:
                    await FlushAsync();
                    await PurgeAsync(purge);
                    break;
                case OutboxTakenMessage taken:
                    Taken(taken.Number);
                    break;
                case InboundMessage inbound when IsLeftAlone:
                    await KeepAsync(inbound);
                    break;
                case InboundMessage inbound:
                    Take(inbound);
                    break;
            }
        }

        await FlushAsync();
    }

    // The start comes before anything that arrives later, and what the execution before has left comes right after it.
    private void AddStartIfDue()
    {
        if (_instance is null or { Head.Finished: true } || _pending.Started || _instance.Head.StartAt > Services.Time.GetUtcNow() || IsLeftAlone
            || _inbound.Any(e => e.Kind == HistoryKind.ExecutionStarted))
            return;
        _inbound.Add(new HistoryEvent(HistoryKind.ExecutionStarted));
        if (_instance.Carried is { } carried)
            _inbound.AddRange(carried.Events);
    }

    private void Taken(long number)
    {
        if (_instance is null || !_instance.Outbox.Remove(number))
            return;
        var prefix = InstanceHead.OutboxKey(number) + "-";
        _instance.Garbage.AddRange(_instance.RowKeys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private void Take(InboundMessage message)
    {
        var e = message.Event;
        if (_instance is null or { Head.Finished: true } || (message.ExecutionId is { } execution && execution != _instance.Head.ExecutionId))
        {
            Refuse(message);
            return;
        }

        var isNew = e.Kind switch
        {
            HistoryKind.TaskCompleted or HistoryKind.TaskFailed => _pending.Activities.ContainsKey(e.TaskId) && _answered.Add(e.TaskId),
            HistoryKind.SubCompleted or HistoryKind.SubFailed => _pending.Subs.ContainsKey(e.TaskId) && _answered.Add(e.TaskId),
            HistoryKind.TimerFired => _pending.Timers.ContainsKey(e.TaskId) && !_cancelledTimers.Contains(e.TaskId) && _answered.Add(e.TaskId),
            _ => e.MessageId is null || (!_pending.SeenMessages.Contains(e.MessageId) && _inbound.All(other => other.MessageId != e.MessageId)),
        };
        if (!isNew)
        {
            message.Done?.Invoke(null);
            return;
        }

        AddStartIfDue();
        _inbound.Add(e);
        _terminatesSubs |= e.Kind == HistoryKind.Terminated && message.Recursive;
        if (message.Done is { } done)
            _dones.Add(done);
    }

    private void Refuse(InboundMessage message)
    {
        var e = message.Event;
        switch (e.Kind)
        {
            case HistoryKind.TaskCompleted or HistoryKind.TaskFailed when _instance is not null:
                // The execution ended without waiting for this activity; what made sure that it ran is done with.
                var orphan = _instance.Outbox.FirstOrDefault(m =>
                    m.Value.Kind == OutboxKind.RunActivity && m.Value.ExecutionId == message.ExecutionId && m.Value.TaskId == e.TaskId);
                if (orphan.Value is not null)
                    Taken(orphan.Key);
                break;
            case HistoryKind.EventRaised:
                session.Logger.LogInformation(
                    "The event {Event} for orchestration {InstanceId} is dropped: the instance {State}.",
                    e.Name, instanceId, _instance is null ? "does not exist" : "has finished");
                break;
        }

        var asksForRunning = e.Kind is HistoryKind.Terminated or HistoryKind.Suspended or HistoryKind.Resumed;
        message.Done?.Invoke(!asksForRunning ? null
            : _instance is null ? new ArgumentException($"No instance with ID '{instanceId}' was found.", nameof(instanceId))
            : new InvalidOperationException($"The orchestration '{instanceId}' cannot be terminated, suspended or resumed: it is {_instance.Head.Status}."));
    }

    private async Task CreateAsync(CreateMessage create)
    {
        var existing = _instance?.Head;
        if (existing is not null)
        {
            if (create.Parent is { } parent && existing.Parent is { } known
                && (parent.InstanceId, parent.ExecutionId, parent.TaskId) == (known.InstanceId, known.ExecutionId, known.TaskId))
            {
                create.Done?.Invoke(null);
                return;
            }

            if (create.Dedupe?.Contains(existing.Status) ?? !existing.Finished)
            {
                RefuseCreation(create, existing);
                return;
            }

            if (!existing.Finished)
            {
                _inbound.Add(new HistoryEvent(HistoryKind.Terminated));
                await FlushAsync();
            }
        }

        var now = Services.Time.GetUtcNow();
        var head = new InstanceHead
        {
            InstanceId = instanceId,
            Name = create.Name,
            ExecutionId = Guid.NewGuid().ToString("N"),
            Generation = (_instance?.Head.Generation ?? 0) + 1,
            OutboxNext = _instance?.Head.OutboxNext ?? 0,
            CreatedAt = now,
            UpdatedAt = now,
            StartAt = create.StartAt,
            Version = create.Version,
            Tags = create.Tags,
            Parent = create.Parent,
            HasInput = create.Input is not null,
            ETag = _instance?.Head.ETag ?? default,
        };
        await ReplaceAsync(head, create.Input, null, []);
        create.Done?.Invoke(null);
        SetStart(head);
        AddStartIfDue();
    }

    private void RefuseCreation(CreateMessage create, InstanceHead existing)
    {
        var reason = $"An orchestration with the instance id '{instanceId}' already exists and is {existing.Status}.";
        if (create.Parent is { } parent)
        {
            var failure = new TaskFailureDetails(typeof(OrchestrationAlreadyExistsException).FullName!, reason, null, null, null);
            var answer = new HistoryEvent(HistoryKind.SubFailed) { TaskId = parent.TaskId, Failure = failure };
            session.Post(parent.InstanceId, new InboundMessage(answer, parent.ExecutionId) { Done = create.Done });
        }
        else
        {
            create.Done?.Invoke(new OrchestrationAlreadyExistsException(reason));
        }
    }

    private async Task PurgeAsync(PurgeMessage purge)
    {
        if (_instance is null)
        {
            purge.Purged(0);
            purge.Done?.Invoke(null);
            return;
        }

        if (!_instance.Head.Finished)
        {
            purge.Done?.Invoke(new InvalidOperationException(
                $"The orchestration '{instanceId}' is {_instance.Head.Status} and cannot be purged: only those that have completed, failed or been terminated can."));
            return;
        }

        var subs = purge.Recursive
            ? _instance.Episodes.SelectMany(e => e.Outbound).Where(e => e.Kind == HistoryKind.SubScheduled).Select(e => e.InstanceId!).Distinct().ToList()
            : [];
        await Services.Store.PurgeAsync(instanceId, session.Ended);
        _instance = null;
        Begin();
        Services.Changes.Signal(instanceId, null);
        purge.Purged(1);
        PurgeSubs(subs, purge);
    }

    // A sub-orchestration that still runs stays; the others go one after the other.
    private void PurgeSubs(List<string> subs, PurgeMessage purge)
    {
        if (subs.Count == 0)
        {
            purge.Done?.Invoke(null);
            return;
        }

        session.Post(subs[0], purge with { Done = _ => PurgeSubs(subs[1..], purge) });
    }
}
