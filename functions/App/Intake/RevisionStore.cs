using System.Globalization;
using Azure.Storage.Blobs.Models;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Intake;

/// <summary>Manifests of revisions as blobs that are written once: whoever writes first closes the revision.</summary>
public sealed class RevisionStore(StoragePlaces places, JsonBlobs blobs)
{
    /// <summary>The number of the newest closed revision; 0 when none is.</summary>
    public async Task<int> NewestAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        var container = await places.ContainerAsync(Containers.Work, cancellationToken);
        var newest = 0;
        var found = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder(dossier), cancellationToken);
        await foreach (var blob in found)
            if (int.TryParse(Path.GetFileNameWithoutExtension(blob.Name).TrimStart('r'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
                newest = Math.Max(newest, revision);
        return newest;
    }

    /// <summary>A manifest; null while the revision is open.</summary>
    public Task<RevisionManifest?> ReadAsync(DossierId dossier, int revision, CancellationToken cancellationToken) =>
        blobs.ReadAsync<RevisionManifest>(Containers.Work, Name(dossier, revision), cancellationToken);

    /// <summary>Closes a revision with this manifest, or gives the one that closed it before.</summary>
    public Task<RevisionManifest> CloseAsync(DossierId dossier, RevisionManifest manifest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return blobs.WriteOnceAsync(Containers.Work, Name(dossier, manifest.Revision), manifest, cancellationToken);
    }

    private static string Folder(DossierId dossier) => $"revisions/{dossier}/";

    private static string Name(DossierId dossier, int revision) => $"{Folder(dossier)}{TableKeys.Revision(revision)}.json";
}
