using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LearningSociety.App.Records;
using LearningSociety.App.Settings;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Intake;

/// <summary>Takes in what was dropped into the container, or puts it into quarantine with a reason. The container stays empty.</summary>
public sealed class IncomingFiles(
    Catalogue catalogue, AppSettings settings, DossierIntake intake, DossierHeads heads, QuarantineStore quarantine, StoragePlaces places, ILogger<IncomingFiles> log)
{
    /// <summary>Takes one blob in. It is removed last, and only the version that was read: a repeat finds the same and changes nothing.</summary>
    public async Task TakeAsync(string path, CancellationToken cancellationToken)
    {
        var blob = (await places.ContainerAsync(Containers.Incoming, cancellationToken)).GetBlobClient(path);
        ETag version;
        IncomingFile file;
        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            version = download.Value.Details.ETag;
            await using var content = download.Value.Content;
            file = await OriginalStore.ReceiveAsync(content, settings.Intake.MaxFileBytes, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return;
        }

        await using (file)
            await PlaceAsync(path, file, cancellationToken);
        await RemoveAsync(blob, version, cancellationToken);
    }

    /// <summary>Takes in what lies in the container for longer than a trigger takes.</summary>
    public async Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var container = await places.ContainerAsync(Containers.Incoming, cancellationToken);
        await foreach (var item in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
            if (item.Properties.LastModified < before)
                await TakeAsync(item.Name, cancellationToken);
    }

    private async Task PlaceAsync(string path, IncomingFile file, CancellationToken cancellationToken)
    {
        var (place, reason) = IncomingPath.Parse(path, catalogue);
        if (place is null)
        {
            await RefuseAsync(path, file, reason, cancellationToken);
            return;
        }

        var opened = await intake.OpenAsync(new(place.Dossier.Kind, place.Dossier.Office, place.Dossier.Year), cancellationToken);
        if (opened.Problem is { } unknown)
        {
            await RefuseAsync(path, file, unknown.Message, cancellationToken);
            return;
        }

        if (file.Bytes > settings.Intake.MaxFileBytes)
        {
            await quarantine.RecordWithoutContentAsync(path, "", file.Bytes, intake.TooLarge(place.File), cancellationToken);
            await intake.AcceptFaultAsync(place.Dossier, place.File, file.Bytes, FindingCode.FileTooLarge, intake.TooLarge(place.File), cancellationToken);
        }
        else if (place.File == IncomingPath.FactsFile)
        {
            await NoteAsync(path, place.Dossier, file, cancellationToken);
        }
        else if (file.Bytes == 0)
        {
            await intake.AcceptFaultAsync(place.Dossier, place.File, 0, FindingCode.FileNotPdf, "Tệp rỗng.", cancellationToken);
        }
        else
        {
            file.Content.Position = 0;
            var taken = await intake.AcceptAsync(place.Dossier, place.File, file.Content, cancellationToken);
            if (taken.Problem is { } problem)
                await RefuseAsync(path, file, problem.Message, cancellationToken);
        }
    }

    // Who may drop files into the container may also say when the dossier was received.
    private async Task NoteAsync(string path, DossierId dossier, IncomingFile file, CancellationToken cancellationToken)
    {
        var json = new byte[Math.Min(file.Bytes, 65536)];
        file.Content.Position = 0;
        await file.Content.ReadExactlyAsync(json, cancellationToken);
        var (note, reason) = DossierNote.Parse(json, dossier);
        if (note is null)
        {
            await RefuseAsync(path, file, reason, cancellationToken);
            await intake.AcceptFaultAsync(dossier, IncomingPath.FactsFile, file.Bytes, FindingCode.FileDamaged, reason, cancellationToken);
            return;
        }

        await heads.ChangeAsync(
            dossier, head => head is null ? null : head with { OfficeName = note.OfficeName ?? head.OfficeName, Received = note.Received ?? head.Received }, cancellationToken);
        await intake.WithdrawFaultAsync(dossier, IncomingPath.FactsFile, cancellationToken);
    }

    private async Task RefuseAsync(string path, IncomingFile file, string reason, CancellationToken cancellationToken)
    {
        await quarantine.KeepAsync(path, file, reason, cancellationToken);
        log.LogWarning("Put into quarantine: {Path}: {Reason}", path, reason);
    }

    private static async Task RemoveAsync(BlobClient blob, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = version }, cancellationToken);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            // Taken by another delivery, or replaced meanwhile: the newer version has a delivery of its own.
        }
    }
}
