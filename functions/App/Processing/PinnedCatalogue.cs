using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.App.Processing;

/// <summary>Catalogues by version: a revision begun under one is checked by it, also after the app was renewed.</summary>
public sealed class PinnedCatalogue(Catalogue current, JsonBlobs blobs)
{
    private volatile bool isKept;

    /// <summary>Keeps the present catalogue under its version, for revisions that begin under it.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (isKept)
            return;
        if (!await blobs.ExistsAsync(Containers.Work, Name(current.Version), cancellationToken))
            await blobs.WriteAsync(Containers.Work, Name(current.Version), current, cancellationToken);
        isKept = true;
    }

    /// <summary>The catalogue of a version.</summary>
    /// <exception cref="InvalidOperationException">There is none of that version.</exception>
    public async Task<Catalogue> OfAsync(string version, CancellationToken cancellationToken) =>
        version == current.Version ? current
        : await blobs.ReadAsync<Catalogue>(Containers.Work, Name(version), cancellationToken)
            ?? throw new InvalidOperationException($"There is no catalogue of version {version}.");

    private static string Name(string version) => $"catalogues/{TableKeys.Encode(version)}.json";
}
