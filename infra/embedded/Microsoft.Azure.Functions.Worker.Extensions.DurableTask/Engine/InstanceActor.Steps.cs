using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Replay;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>Steps: the orchestrator runs, what came of it is stored as a whole, and only then it takes effect.</summary>
internal sealed partial class InstanceActor
{
    private async Task FlushAsync()
    {
        if (_inbound.Count == 0)
        {
            await TidyAsync();
            return;
        }

        var (inbound, dones) = (_inbound.ToList(), _dones.ToList());
        var now = Services.Time.GetUtcNow();
        try
        {
            await StepAsync(_instance!, inbound, now);
        }
        catch (WriteRefusedException refused)
        {
            session.Logger.LogError(refused, "Orchestration {InstanceId} fails: its step cannot be stored.", instanceId);
            await StepAsync(_instance!, [new HistoryEvent(HistoryKind.Broken) { Failure = TaskFailureDetails.FromException(refused) }], now);
        }

        _inbound.Clear();
        _dones.Clear();
        _answered.Clear();
        foreach (var done in dones)
            done(null);
        await FlushAsync();
    }

    private async Task StepAsync(StoredInstance instance, List<HistoryEvent> inbound, DateTimeOffset now)
    {
        var outcome = Replay(instance, inbound, now);
        var episode = new Episode(now.UtcDateTime, inbound, [.. outcome.Actions.Select(action => action.Event)]);
        var outbox = new OutgoingMessages(instance.Head, _pending, _answered, Services.Settings.Versions.Default);
        outbox.AddActions(outcome.Actions, outcome.Ending is not null);
        outbox.AddEnding(outcome, _terminatesSubs);
        _terminatesSubs = false;

        if (outcome.Ending == Ending.ContinuedAsNew)
            await BeginAnewAsync(instance, outcome, episode, outbox, now);
        else
            await AppendAsync(instance, outcome, episode, outbox, now);

        foreach (var (number, message) in outbox.Messages)
            if (!outbox.RunsAlready(message))
                session.Deliver(instanceId, number, message);
    }

    private async Task AppendAsync(StoredInstance instance, StepOutcome outcome, Episode episode, OutgoingMessages outbox, DateTimeOffset now)
    {
        var finished = outcome.Ending is not null;
        var head = instance.Head with
        {
            Episodes = instance.Head.Episodes + 1,
            OutboxNext = outbox.Next,
            Status = outcome.Ending switch
            {
                Ending.Completed => OrchestrationRuntimeStatus.Completed,
                Ending.Failed => OrchestrationRuntimeStatus.Failed,
                Ending.Terminated => OrchestrationRuntimeStatus.Terminated,
                _ when outcome.Suspended => OrchestrationRuntimeStatus.Suspended,
                _ when _pending.Started || episode.Inbound.Any(e => e.Kind == HistoryKind.ExecutionStarted) => OrchestrationRuntimeStatus.Running,
                _ => OrchestrationRuntimeStatus.Pending,
            },
            Open = !finished || instance.Outbox.Count + outbox.Messages.Count > 0,
            UpdatedAt = now,
            CustomStatus = outcome.SetsCustomStatus ? outcome.CustomStatus : instance.Head.CustomStatus,
            Failure = outcome.Failure,
            HasOutput = finished && outcome.Data is not null,
        };
        var rows = TextRows.Cut(instanceId, head.EpisodeKey(instance.Head.Episodes), StoredJson.Write(episode)).ToList();
        if (head.HasOutput)
            rows.AddRange(TextRows.Cut(instanceId, head.OutputKey, outcome.Data!));
        await CommitAsync(instance, head, [.. rows, .. outbox.Rows]);

        _pending.Apply(episode);
        instance.Episodes.Add(episode);
        foreach (var (number, message) in outbox.Messages)
            instance.Outbox.Add(number, message);
        _cancelledTimers.UnionWith(outcome.CancelledTimers);
        if (!finished)
            SetGoing(outcome);
    }

    private void SetGoing(StepOutcome outcome)
    {
        var execution = _instance!.Head.ExecutionId;
        foreach (var asked in outcome.Actions.Select(action => action.Event))
        {
            if (asked.Kind == HistoryKind.TaskScheduled)
                session.Activities.Enqueue(new ActivityJob(instanceId, execution, asked.TaskId, asked.Name!, asked.Data));
            else if (asked.Kind == HistoryKind.TimerCreated && !_cancelledTimers.Contains(asked.TaskId))
                SetTimer(asked);
        }
    }

    private async Task BeginAnewAsync(StoredInstance instance, StepOutcome outcome, Episode episode, OutgoingMessages outbox, DateTimeOffset now)
    {
        // Marks of events from other instances go along, the latest thousand: their senders may deliver again.
        var seen = _pending.SeenMessages.Concat(episode.Inbound.Select(e => e.MessageId).OfType<string>()).Distinct().TakeLast(1000).ToList();
        var head = instance.Head with
        {
            ExecutionId = Guid.NewGuid().ToString("N"),
            Generation = instance.Head.Generation + 1,
            Episodes = 0,
            OutboxNext = outbox.Next,
            Status = OrchestrationRuntimeStatus.Running,
            UpdatedAt = now,
            StartAt = null,
            Version = string.IsNullOrWhiteSpace(outcome.NewVersion) ? instance.Head.Version : outcome.NewVersion,
            CustomStatus = outcome.SetsCustomStatus ? outcome.CustomStatus : instance.Head.CustomStatus,
            HasInput = outcome.Data is not null,
        };
        await ReplaceAsync(head, outcome.Data, new CarriedOver(outcome.Carried, seen), outbox.Rows);
        foreach (var (number, message) in outbox.Messages)
            _instance!.Outbox.Add(number, message);
        session.Post(instanceId, new WakeMessage());
    }

    // Another execution takes the place of this one: its rows are written, those of the old one are in the way.
    private async Task ReplaceAsync(InstanceHead head, string? input, CarriedOver? carried, IEnumerable<TableEntity> more)
    {
        carried = carried is { Events.Count: 0, SeenMessages.Count: 0 } ? null : carried;
        head = head with { HasCarried = carried is not null, HasOutput = false, Failure = null };
        var next = new StoredInstance { Head = head, Input = input, Carried = carried };
        if (_instance is { } old)
        {
            next.RowKeys.UnionWith(old.RowKeys);
            next.Garbage.AddRange(old.Garbage.Union(old.RowKeys.Where(key => StoredInstance.IsOld(key, head.Generation))));
            foreach (var (number, message) in old.Outbox)
                next.Outbox.Add(number, message);
        }

        var rows = more.ToList();
        if (input is not null)
            rows.AddRange(TextRows.Cut(instanceId, head.InputKey, input));
        if (carried is not null)
            rows.AddRange(TextRows.Cut(instanceId, head.CarriedKey, StoredJson.Write(carried)));
        await CommitAsync(next, head, rows);
        _instance = next;
        Begin();
    }

    // Rows that nobody needs go with the next write; when there is none to come, they get one of their own.
    private async Task TidyAsync()
    {
        if (_instance is not { Head.Open: true } instance)
            return;
        var closes = instance.Head.Finished && instance.Outbox.Count == 0;
        var leaves = CanLeave && System.Diagnostics.Stopwatch.GetElapsedTime(_lastWorked) > EngineSession.Idle;
        if (closes || (instance.Garbage.Count > 0 && (leaves || instance.Garbage.Count > 50)))
            await CommitAsync(instance, instance.Head with { Open = !closes }, []);
    }

    private async Task CommitAsync(StoredInstance instance, InstanceHead head, IReadOnlyList<TableEntity> rows)
    {
        var garbage = instance.Garbage.ToList();
        instance.Head = await Services.Store.CommitAsync(head, rows, garbage, session.Ended);
        instance.RowKeys.UnionWith(rows.Select(row => row.RowKey));
        instance.RowKeys.ExceptWith(garbage);
        instance.Garbage.Clear();
        Services.Changes.Signal(instanceId, instance.Head);
    }

    private StepOutcome Replay(StoredInstance instance, List<HistoryEvent> inbound, DateTimeOffset now)
    {
        var head = instance.Head;
        var parent = head.Parent is { } p ? new ParentOrchestrationInstance(p.Name, p.InstanceId) : null;
        var identity = new ExecutionIdentity(instanceId, head.ExecutionId, head.Name, head.Version, instance.Input, parent);
        var broken = new InboundMessage(
            new HistoryEvent(HistoryKind.Broken) { Failure = TaskFailureDetails.FromException(IllegalAwait.Of(head.Name)) }, head.ExecutionId);
        var replay = new OrchestrationReplay(identity, Services.Converter, Services.Loggers, Invoke, () => session.Post(instanceId, broken));
        var outcome = Services.Settings.Versions.Matches(head.Version)
            ? replay.Run(instance.Episodes, now.UtcDateTime, inbound)
            : replay.Run([], now.UtcDateTime, WithoutCode(inbound));
        if (outcome.Failure is { } failure)
            session.Logger.LogWarning("Orchestration {InstanceId} ({Orchestrator}) failed: {Failure}", instanceId, head.Name, failure);
        return outcome;
    }

    private Task<object?> Invoke(ReplayContext context)
    {
        if (!Services.Catalog.Functions.TryGetValue(context.Name, out var function) || function.TriggerAttribute is not OrchestrationTriggerAttribute)
            throw new InvalidOperationException($"The function '{context.Name}' doesn't exist, is disabled, or is not an orchestrator function.");
        return Services.Invoker.InvokeAsync(
            function, context, surroundings => surroundings.Items[typeof(TaskOrchestrationContext)] = context, session.Ended);
    }
}
