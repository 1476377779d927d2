using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LearningSociety.App.Processing;

/// <summary>Runs for each signal that something arrived for a dossier.</summary>
public sealed class WakeDossier(RevisionStarter starter)
{
    /// <summary>Runs for a signal.</summary>
    [Function(nameof(WakeDossier))]
    public async Task RunAsync(
        [BlobTrigger("wake/{name}", Connection = "DataStorage", Source = BlobTriggerSource.EventGrid)] BlobClient signal,
        string name, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        try
        {
            // Only the signal that was acted on is taken away: one that comes meanwhile stands for itself.
            var version = (await signal.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ETag;
            if (DossierId.TryParse(name) is { } dossier)
                await starter.WakeAsync(client, dossier, cancellationToken);
            await signal.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = version }, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 412)
        {
            // Taken by another delivery, or renewed: the new one has a delivery of its own.
        }
    }
}
