using LearningSociety.Embedded.Durable.History;
using Microsoft.DurableTask;

namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>The tasks that an orchestrator can await.</summary>
internal sealed partial class ReplayContext
{
    private readonly Dictionary<int, Action<HistoryEvent>> _waiting = [];

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RefuseMisplacedOptions(input, options);
        return Retries.Run(this, options?.Retry, () =>
        {
            var data = PayloadLimit.Check(converter.Serialize(input), $"the input of activity '{name}'");
            return Answer<TResult>(Record(new HistoryEvent(HistoryKind.TaskScheduled) { Name = name.Name, Data = data }));
        });
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RefuseMisplacedOptions(input, options);
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        InstanceIds.Check(instanceId);
        return Retries.Run(this, options?.Retry, () =>
        {
            var data = PayloadLimit.Check(converter.Serialize(input), $"the input of sub-orchestration '{orchestratorName}'");
            return Answer<TResult>(Record(
                new HistoryEvent(HistoryKind.SubScheduled) { Name = orchestratorName.Name, InstanceId = instanceId },
                data,
                options?.Version?.Version,
                options?.Tags));
        });
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var timer = Record(new HistoryEvent(HistoryKind.TimerCreated) { FireAt = fireAt.ToUniversalTime() });
        var completion = new TaskCompletionSource();
        _waiting[timer.TaskId] = _ => completion.TrySetResult();
        cancellationToken.Register(() =>
        {
            // CancelAsync and timed sources call back on a thread of their own: no replay would do that alike.
            if (!IsLegal)
            {
                OnIllegalAccess?.Invoke();
                return;
            }

            if (!completion.TrySetCanceled(cancellationToken))
                return;
            _waiting.Remove(timer.TaskId);
            CancelledTimers.Add(timer.TaskId);
        });
        return completion.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        EnsureLegal();
        return _events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        InstanceIds.Check(instanceId);
        var data = PayloadLimit.Check(converter.Serialize(payload), $"the event '{eventName}'");
        Record(new HistoryEvent(HistoryKind.EventSent) { Name = eventName, InstanceId = instanceId }, data);
    }

    /// <summary>Brings an answer or an event to whoever waits for it; runs the orchestrator's code as far as it goes.</summary>
    public void Deliver(HistoryEvent inbound)
    {
        if (inbound.Kind == HistoryKind.EventRaised)
            _events.Raise(inbound.Name!, inbound.Data);
        else if (_waiting.Remove(inbound.TaskId, out var waiter))
            waiter(inbound);
    }

    private Task<T> Answer<T>(HistoryEvent asked)
    {
        // Continuations run inside TrySet…: that is what keeps the orchestrator on the replaying thread.
        var completion = new TaskCompletionSource<T>();
        _waiting[asked.TaskId] = answer =>
        {
            if (answer.Failure is { } failure)
            {
                completion.TrySetException(new AttemptFailedException(asked.Name!, asked.TaskId, failure, answer.Final));
                return;
            }

            T? value;
            try
            {
                value = converter.Deserialize<T>(answer.Data);
            }
            catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or NotSupportedException)
            {
                completion.TrySetException(unreadable);
                return;
            }

            completion.TrySetResult(value!);
        };
        return completion.Task;
    }

    private static void RefuseMisplacedOptions(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
            throw new ArgumentException("Task options were given in the place of the input. Pass null as the input and the options after it.", nameof(input));
    }
}
