using System.Collections.Immutable;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Signatures;
using LearningSociety.Extraction;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.App.Processing;

/// <summary>Puts a revision's layouts and signatures together and reads its forms.</summary>
public sealed class RevisionReading(JsonBlobs blobs)
{
    /// <summary>Reads the forms.</summary>
    public async Task<DossierReading> ReadAsync(Catalogue catalogue, DossierFacts facts, ImmutableArray<FileOutcome> files, CancellationToken cancellationToken)
    {
        var inputs = ImmutableArray.CreateBuilder<FileInput>(files.Length);
        foreach (var file in files)
            inputs.Add(await InputAsync(file, cancellationToken));
        return DossierExtraction.Read(catalogue, facts, inputs.ToImmutable());
    }

    private async Task<FileInput> InputAsync(FileOutcome file, CancellationToken cancellationToken)
    {
        ImmutableArray<FileProblem> problems = file.Fault is { } fault ? [new(fault, null, file.Reason)] : [];
        if (file.Layout is null)
            return new(file.Name, file.Pages, null, [], problems);
        var layout = await blobs.ReadAsync<FileLayout>(Containers.Work, file.Layout, cancellationToken)
            ?? throw new InvalidOperationException($"The layout {file.Layout} of '{file.Name}' is gone.");
        if (file.Seals is not null && await blobs.ReadAsync<FileLayout>(Containers.Work, file.Seals, cancellationToken) is { } seals)
            layout = WithInk(layout, seals);
        ImmutableArray<DigitalSignature> signatures = file.Signatures is null ? [] : await blobs.ReadAsync<ImmutableArray<DigitalSignature>>(Containers.Work, file.Signatures, cancellationToken);
        return new(file.Name, file.Pages > 0 ? file.Pages : layout.Pages.Length, layout, signatures.IsDefault ? [] : signatures, problems);
    }

    private static FileLayout WithInk(FileLayout layout, FileLayout seals)
    {
        var seen = seals.Pages.ToDictionary(page => page.Number);
        return layout with
        {
            LookedForInk = seals.LookedForInk,
            Pages = [.. layout.Pages.Select(page => seen.TryGetValue(page.Number, out var other) ? page with { Ink = other.Ink, TextLayerDiffers = other.TextLayerDiffers } : page with { Ink = [] })],
        };
    }
}
