using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>What an instance does whose version is not one that this host works on: it stays as it is, for a host that does.</summary>
internal sealed partial class InstanceActor
{
    private bool IsLeftAlone => _instance is { Head.Finished: false } instance && Services.Settings.Versions.LeavesAlone(instance.Head.Version);

    private string OtherVersion =>
        $"Its version '{_instance!.Head.Version}' is not one that this host works on ('{Services.Settings.Versions.Default}', {Services.Settings.Versions.Match}); it goes on when a host of its version starts.";

    private void SayLeftAlone() => session.Logger.LogWarning("Orchestration {InstanceId} is left as it is. {Reason}", instanceId, OtherVersion);

    // An event is kept as a message of the instance to itself: any host that loads it delivers it, until one takes it.
    private async Task KeepAsync(InboundMessage message)
    {
        await FlushAsync();
        if (!IsLeftAlone || (message.ExecutionId is { } execution && execution != _instance!.Head.ExecutionId) || message.Event.Kind == HistoryKind.Terminated)
        {
            Take(message);
            return;
        }

        var (instance, e) = (_instance!, message.Event);
        if (e is { Kind: HistoryKind.EventRaised, MessageId: null })
        {
            var number = instance.Head.OutboxNext;
            var kept = new OutboxMessage(OutboxKind.Event, instanceId) { Name = e.Name, Data = e.Data, MessageId = Guid.NewGuid().ToString("N") };
            var rows = TextRows.Cut(instanceId, InstanceHead.OutboxKey(number), StoredJson.Write(kept));
            await CommitAsync(instance, instance.Head with { OutboxNext = number + 1 }, [.. rows]);
            instance.Outbox.Add(number, kept);
            message.Done?.Invoke(null);
        }
        else
        {
            var reason = new InvalidOperationException($"The orchestration '{instanceId}' cannot take this now. {OtherVersion}");
            // What other instances send stays with them until it can be taken.
            message.Done?.Invoke(e.Kind is HistoryKind.Suspended or HistoryKind.Resumed ? reason : new InstanceUnavailableException(instanceId, reason));
        }
    }

    // No code runs for an instance of another version: it is terminated, or fails because of its version.
    private List<HistoryEvent> WithoutCode(List<HistoryEvent> inbound) =>
        [inbound.Find(e => e.Kind == HistoryKind.Terminated) ?? new HistoryEvent(HistoryKind.Broken)
        {
            Failure = new TaskFailureDetails(VersionRule.Mismatch, "Orchestration version did not comply with Worker Versioning. " + OtherVersion, null, null, null),
        }];
}
