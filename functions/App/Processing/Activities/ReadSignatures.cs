using LearningSociety.App.Intake;
using LearningSociety.App.Pdf.Signatures;
using LearningSociety.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Reads a file's digital signatures; gives the blob that holds them.</summary>
public sealed class ReadSignatures(OriginalStore originals, TrustedRoots roots, JsonBlobs blobs)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(ReadSignatures))]
    public async Task<string> RunAsync([ActivityTrigger] FileTask file, CancellationToken cancellationToken)
    {
        var kept = $"signatures/{file.Sha256}/{roots.Fingerprint}.json";
        var bytes = await originals.ReadAsync(file.Blob, cancellationToken);
        await blobs.WriteAsync(Containers.Work, kept, bytes is null ? [] : PdfSignatures.Read(bytes, roots), cancellationToken);
        return kept;
    }
}
