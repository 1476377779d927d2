using LearningSociety.Embedded.Durable.Engine;
using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Replay;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Embedded.Durable.Hosting;

/// <summary>The client of the engine in the same process.</summary>
internal sealed partial class StoredOrchestrationsClient(Lazy<DurableHost> host) : DurableTaskClient("embedded")
{
    private DurableHost Host => host.Value;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(orchestratorName.Name))
            throw new ArgumentNullException(nameof(orchestratorName));
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceIds.Check(instanceId);
        if (!Host.Catalog.Functions.TryGetValue(orchestratorName.Name, out var function) || function.TriggerAttribute is not OrchestrationTriggerAttribute)
            throw new ArgumentException($"The function '{orchestratorName}' doesn't exist, is disabled, or is not an orchestrator function.", nameof(orchestratorName));
        var json = PayloadLimit.Check(Host.Converter.Serialize(input), $"the input of orchestration '{orchestratorName}'");
        await AskAsync(
            instanceId,
            done => new CreateMessage(function.Name, json, null)
            {
                StartAt = options?.StartAt?.ToUniversalTime(),
                Version = options?.Version?.Version ?? Host.Settings.Versions.Default,
                Tags = options?.Tags is { Count: > 0 } tags ? tags : null,
                Dedupe = Dedupe(options?.DedupeStatuses),
                Done = done,
            },
            cancellation);
        return instanceId;
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var data = PayloadLimit.Check(Host.Converter.Serialize(eventPayload), $"the event '{eventName}'");
        return SendAsync(instanceId, new HistoryEvent(HistoryKind.EventRaised) { Name = eventName, Data = data }, cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var data = PayloadLimit.Check(Host.Converter.Serialize(options?.Output), "the output");
        return SendAsync(instanceId, new HistoryEvent(HistoryKind.Terminated) { Data = data }, cancellation, options?.Recursive ?? false);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return SendAsync(instanceId, new HistoryEvent(HistoryKind.Suspended) { Data = reason }, cancellation);
    }

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return SendAsync(instanceId, new HistoryEvent(HistoryKind.Resumed) { Data = reason }, cancellation);
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var purged = 0;
        await AskAsync(
            instanceId,
            done => new PurgeMessage(count => Interlocked.Add(ref purged, count), options?.Recursive ?? false) { Done = done },
            cancellation);
        return new PurgeResult(purged, true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task SendAsync(string instanceId, HistoryEvent e, CancellationToken cancellation, bool recursive = false) =>
        AskAsync(instanceId, done => new InboundMessage(e, null) { Recursive = recursive, Done = done }, cancellation);

    private async Task AskAsync(string instanceId, Func<Action<Exception?>, Message> message, CancellationToken cancellation)
    {
        var session = await Host.SessionAsync(cancellation);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Post(instanceId, message(failure =>
        {
            if (failure is null)
                answer.TrySetResult();
            else
                answer.TrySetException(failure);
        }));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, session.Ended);
        try
        {
            await answer.Task.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && session.Ended.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The host stopped before it could say whether the orchestration '{instanceId}' has taken the request.");
        }
    }

    private static HashSet<OrchestrationRuntimeStatus>? Dedupe(IReadOnlyList<string>? names)
    {
        if (names is null)
            return null;
        var statuses = names
            .Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
                ? status
                : throw new ArgumentException($"'{name}' is not a state that an orchestration can be in."))
            .ToHashSet();
        // One that runs would be terminated to make room, and then be in the way as terminated.
        if (statuses.Contains(OrchestrationRuntimeStatus.Terminated)
            && !(statuses.Contains(OrchestrationRuntimeStatus.Running) && statuses.Contains(OrchestrationRuntimeStatus.Pending) && statuses.Contains(OrchestrationRuntimeStatus.Suspended)))
            throw new ArgumentException("When terminated instances are to keep their place, running, pending and suspended ones must keep theirs too.");
        return statuses;
    }
}
