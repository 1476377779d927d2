using System.Text.Json;
using LearningSociety.App.Records;

namespace LearningSociety.App.Api;

/// <summary>A dossier's state as machines read it.</summary>
public sealed record DossierView(
    string Id, string Kind, int Year, string Office, string OfficeName, int Revision, string Stage, int? ReportedRevision, string? Verdict,
    DateTimeOffset ChangedAt, IReadOnlyList<FileView> Files, string Self, string? Report, string Page)
{
    /// <summary>The view of a state.</summary>
    public static DossierView Of(DossierStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var id = status.Dossier.ToString();
        return new(
            id, status.Dossier.Kind, status.Dossier.Year, status.Dossier.Office, status.OfficeName, status.Revision,
            JsonNamingPolicy.CamelCase.ConvertName(status.Stage.ToString()),
            status.ReportedRevision,
            status.Verdict is { } verdict ? JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString()) : null,
            status.ChangedAt,
            [.. status.Files.Select(file => new FileView(
                file.Name, file.Bytes, file.Sha256, file.ReceivedAt, file.Pages, file.State, file.Recognised,
                $"/api/dossiers/{id}/documents/{Uri.EscapeDataString(file.Name)}"))],
            $"/api/dossiers/{id}",
            status.ReportedRevision is { } revision ? $"/api/dossiers/{id}/report?revision={revision}" : null,
            $"/dossiers/{id}");
    }
}

/// <summary>A file of a dossier as machines read it.</summary>
public sealed record FileView(
    string Name, long Bytes, string Sha256, DateTimeOffset ReceivedAt, int? Pages, string State, IReadOnlyList<string> Recognised, string Document);
