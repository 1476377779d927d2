using LearningSociety.App.Intake;
using LearningSociety.App.Settings;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.App.Processing;

/// <summary>Starts the orchestration of a revision, or wakes the one that is collecting.</summary>
public sealed class RevisionStarter(ArrivalStore arrivals, RevisionStore revisions, PinnedCatalogue pinned, Catalogue catalogue, AppSettings settings)
{
    /// <summary>Sees to it that somebody takes the arrivals of a dossier; does nothing when there are none.</summary>
    public async Task WakeAsync(DurableTaskClient client, DossierId dossier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if ((await arrivals.WaitingAsync(dossier, cancellationToken)).Length == 0)
            return;
        var revision = await revisions.NewestAsync(dossier, cancellationToken) + 1;
        var id = RevisionKey.Of(dossier, revision);
        if (await StartAsync(client, dossier, revision, cancellationToken))
            return;
        await client.RaiseEventAsync(id, DossierOrchestrator.Arrived, dossier.ToString(), cancellationToken);
    }

    /// <summary>Starts a revision that is not running; false when it is.</summary>
    public async Task<bool> StartAsync(DurableTaskClient client, DossierId dossier, int revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var id = RevisionKey.Of(dossier, revision);
        if (IsAlive(await client.GetInstanceAsync(id, cancellation: cancellationToken)))
            return false;
        // Before the revision exists: the app may be renewed while it still collects.
        await pinned.KeepAsync(cancellationToken);
        var task = new RevisionTask(dossier.ToString(), revision, catalogue.Version, settings.Layout.Version);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(DossierOrchestrator), task, new StartOrchestrationOptions(id), cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody else started it between the two calls: that is as good. Anything else is a fault.
            if (!IsAlive(await client.GetInstanceAsync(id, cancellation: cancellationToken)))
                throw;
            return false;
        }
    }

    private static bool IsAlive(OrchestrationMetadata? instance) =>
        instance?.RuntimeStatus is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended;
}
