using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LearningSociety.App.Intake;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>Reads dossiers from head rows, manifests, arrivals and reports.</summary>
public sealed class DossierBook(DossierHeads heads, RevisionStore revisions, ArrivalStore arrivals, FileProgress progress, ReportStore reports, OriginalStore originals) : IDossierBook
{
    /// <inheritdoc/>
    public async Task<DossierStatus?> StatusAsync(DossierId dossier, CancellationToken cancellationToken) =>
        await heads.FindAsync(dossier, cancellationToken) is { } head ? await StatusAsync(head, cancellationToken) : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DossierStatus> ListAsync(string? office, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = new List<DossierHead>();
        await foreach (var head in heads.ListAsync(office, cancellationToken))
            all.Add(head);
        foreach (var head in all.OrderByDescending(head => head.ChangedAt).ThenBy(head => head.Dossier.ToString(), StringComparer.Ordinal))
            yield return await StatusAsync(head, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<DossierReport?> ReportAsync(DossierId dossier, int? revision, CancellationToken cancellationToken)
    {
        var shown = (await heads.FindAsync(dossier, cancellationToken))?.ReportedRevision;
        // A report is there for readers once the head row shows it, not before.
        return (revision ?? shown) is { } number && number <= shown ? await reports.ReadAsync(dossier, number, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenOriginalAsync(DossierId dossier, string fileName, CancellationToken cancellationToken)
    {
        var (files, _) = await FilesAsync(dossier, cancellationToken);
        return files.FirstOrDefault(file => file.Name == fileName) is { Blob.Length: > 0 } file ? await originals.OpenAsync(file.Blob, cancellationToken) : null;
    }

    private async Task<DossierStatus> StatusAsync(DossierHead head, CancellationToken cancellationToken)
    {
        var (files, closed) = await FilesAsync(head.Dossier, cancellationToken);
        var notes = closed is null ? null : await progress.OfAsync(head.Dossier, closed.Revision, cancellationToken);
        var states = ImmutableArray.CreateBuilder<FileStatus>(files.Length);
        foreach (var file in files)
        {
            var index = closed?.Files.IndexOf(file) ?? -1;
            var note = index >= 0 ? notes!.GetValueOrDefault(FileProgress.Key(closed!.Revision, index)) : null;
            states.Add(new(file.Name, file.Bytes, file.Sha256, file.At, note?.Pages, note?.State ?? "received", note?.Recognised ?? []));
        }

        return new(head.Dossier, head.OfficeName, head.Revision, head.Stage, states.ToImmutable(), head.ReportedRevision, head.Verdict, head.ChangedAt);
    }

    private async Task<(ImmutableArray<ReceivedFile> Files, RevisionManifest? Closed)> FilesAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        var newest = await revisions.NewestAsync(dossier, cancellationToken);
        var closed = newest == 0 ? null : await revisions.ReadAsync(dossier, newest, cancellationToken);
        var waiting = await arrivals.WaitingAsync(dossier, cancellationToken);
        return (RevisionPlan.Files(closed?.Files ?? [], [.. waiting.Where(arrival => closed?.Arrivals.Contains(arrival.Key) != true)]), closed);
    }
}
