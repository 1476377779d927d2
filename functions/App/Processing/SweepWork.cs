using LearningSociety.App.Intake;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Processing;

/// <summary>Every minute: looks for arrivals that nobody took, dropped files that no trigger took, revisions that ended by a fault.</summary>
public sealed class SweepWork(
    PendingWork pending, RevisionStarter starter, RevisionStore revisions, IncomingFiles incoming, TimeProvider clock, ILogger<SweepWork> log)
{
    private static readonly TimeSpan TriggerTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FaultPause = TimeSpan.FromMinutes(10);

    /// <summary>Runs by the clock.</summary>
    [Function(nameof(SweepWork))]
    public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await incoming.SweepAsync(now - TriggerTime, cancellationToken);
        await foreach (var item in pending.ListAsync(PendingWork.Arrivals, cancellationToken))
            if (item.ChangedAt < now - TriggerTime && DossierId.TryParse(item.Key) is { } dossier)
                await SweepArrivalsAsync(client, item, dossier, cancellationToken);
        await foreach (var item in pending.ListAsync(PendingWork.Revisions, cancellationToken))
            if (item.ChangedAt < now - FaultPause && RevisionKey.TryParse(item.Key) is { } revision)
                await SweepRevisionAsync(client, item, revision.Dossier, revision.Revision, cancellationToken);
    }

    private async Task SweepArrivalsAsync(DurableTaskClient client, PendingItem item, DossierId dossier, CancellationToken cancellationToken)
    {
        var newest = await revisions.NewestAsync(dossier, cancellationToken);
        if (await starter.StartAsync(client, dossier, newest + 1, cancellationToken))
            log.LogInformation("Sweep: {Dossier} had arrivals that no revision had taken.", item.Key);
    }

    private async Task SweepRevisionAsync(DurableTaskClient client, PendingItem item, DossierId dossier, int revision, CancellationToken cancellationToken)
    {
        if (!await starter.StartAsync(client, dossier, revision, cancellationToken))
            return;
        await pending.PutAsync(item.Sort, item.Key, cancellationToken);
        log.LogWarning("Sweep: {Revision} had ended by a fault and was started again.", item.Key);
    }
}
