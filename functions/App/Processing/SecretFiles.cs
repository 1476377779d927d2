using System.Collections.Immutable;
using Azure.Storage.Blobs.Models;
using LearningSociety.App.Intake;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Processing;

/// <summary>Documents with a secrecy stamp: what was stored of them is deleted, a record without content stays, the report names the file alone.</summary>
public sealed class SecretFiles(OriginalStore originals, StoragePlaces places, QuarantineStore quarantine)
{
    /// <summary>True for a file with a secrecy stamp.</summary>
    public static bool IsSecret(FileReading file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Problems.Any(problem => problem.Code == FindingCode.SecretDocument);
    }

    /// <summary>The reading without anything from secret files but that they were there.</summary>
    public static DossierReading Without(DossierReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var secret = reading.Files.Where(IsSecret).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return secret.Count == 0 ? reading : reading with
        {
            Files = [.. reading.Files.Select(file => secret.Contains(file.Name) ? file with { Problems = [new(FindingCode.SecretDocument, null, "")] } : file)],
            Forms = [.. reading.Forms.Where(form => !secret.Contains(form.File))],
        };
    }

    /// <summary>Deletes all that was stored of the secret files of a revision; doing it again changes nothing.</summary>
    public async Task ExpungeAsync(DossierReport report, RevisionManifest manifest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(manifest);
        foreach (var secret in report.Findings.Where(finding => finding.Code == FindingCode.SecretDocument))
            if (manifest.Files.FirstOrDefault(file => file.Name == secret.File) is { Blob.Length: > 0 } file)
            {
                await quarantine.RecordWithoutContentAsync($"{manifest.Dossier}/{file.Name}", file.Sha256, file.Bytes, "Tài liệu có dấu mật; nội dung đã bị xóa.", cancellationToken);
                var work = await places.ContainerAsync(Containers.Work, cancellationToken);
                foreach (var folder in ImmutableArray.Create($"layouts/{file.Sha256}/", $"signatures/{file.Sha256}/"))
                    await foreach (var blob in work.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
                        await work.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
                await originals.DeleteAsync(file.Blob, cancellationToken);
            }
    }
}
