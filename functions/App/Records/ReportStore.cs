using System.Text.Json;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>Reports as blobs: {dossier}/r{n}/report.json, written once.</summary>
public sealed class ReportStore(JsonBlobs blobs)
{
    /// <summary>Where a revision's report is kept.</summary>
    public static string Name(DossierId dossier, int revision) => $"{dossier}/{TableKeys.Revision(revision)}/report.json";

    /// <summary>The report; null when there is none.</summary>
    public async Task<DossierReport?> ReadAsync(DossierId dossier, int revision, CancellationToken cancellationToken)
    {
        var bytes = await blobs.ReadBytesAsync(Containers.Reports, Name(dossier, revision), cancellationToken);
        return bytes is null ? null : JsonSerializer.Deserialize<DossierReport>(bytes, DossierReport.Json);
    }

    /// <summary>Keeps the report, unless there is one: the first stands.</summary>
    public Task WriteAsync(DossierId dossier, int revision, DossierReport report, CancellationToken cancellationToken) =>
        blobs.WriteBytesOnceAsync(Containers.Reports, Name(dossier, revision), JsonSerializer.SerializeToUtf8Bytes(report, DossierReport.Json), "application/json; charset=utf-8", cancellationToken);
}
