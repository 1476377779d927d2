using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.App.Processing;

/// <summary>Catalogues by version: a revision begun under one is checked by it, also after the app was renewed.</summary>
public sealed class PinnedCatalogue(Catalogue current, JsonBlobs blobs)
{
    /// <summary>Keeps the present catalogue under its version.</summary>
    public async Task KeepAsync(string version, CancellationToken cancellationToken)
    {
        if (version == current.Version && !await blobs.ExistsAsync(Containers.Work, Name(version), cancellationToken))
            await blobs.WriteAsync(Containers.Work, Name(version), current, cancellationToken);
    }

    /// <summary>The catalogue of a version.</summary>
    /// <exception cref="InvalidOperationException">There is none of that version.</exception>
    public async Task<Catalogue> OfAsync(string version, CancellationToken cancellationToken) =>
        version == current.Version ? current
        : await blobs.ReadAsync<Catalogue>(Containers.Work, Name(version), cancellationToken)
            ?? throw new InvalidOperationException($"There is no catalogue of version {version}.");

    private static string Name(string version) => $"catalogues/{TableKeys.Encode(version)}.json";
}
