using System.Collections.Immutable;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>Reads dossiers. A reader sees a whole revision or the one before, never a half-written one.</summary>
public interface IDossierBook
{
    /// <summary>A dossier's state; null when there is none.</summary>
    Task<DossierStatus?> StatusAsync(DossierId dossier, CancellationToken cancellationToken);

    /// <summary>Dossiers by newest change, of one office or of all.</summary>
    IAsyncEnumerable<DossierStatus> ListAsync(string? office, CancellationToken cancellationToken);

    /// <summary>The report of a revision, of the newest one when none is named; null when there is none yet.</summary>
    Task<DossierReport?> ReportAsync(DossierId dossier, int? revision, CancellationToken cancellationToken);

    /// <summary>An original as it was handed in; null when there is none of that name.</summary>
    Task<Stream?> OpenOriginalAsync(DossierId dossier, string fileName, CancellationToken cancellationToken);
}

/// <summary>Where a dossier stands.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="OfficeName">The office's name.</param>
/// <param name="Revision">The revision being collected, read or reported.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Files">Files received, with what was recognised so far.</param>
/// <param name="ReportedRevision">The newest revision with a report; null when there is none.</param>
/// <param name="Verdict">That report's verdict.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record DossierStatus(
    DossierId Dossier, string OfficeName, int Revision, DossierStage Stage, ImmutableArray<FileStatus> Files,
    int? ReportedRevision, Verdict? Verdict, DateTimeOffset ChangedAt);

/// <summary>How far a revision is.</summary>
public enum DossierStage
{
    /// <summary>Waiting for files or for the office to submit.</summary>
    Received,

    /// <summary>Reading pages.</summary>
    Reading,

    /// <summary>Sorting forms and checking.</summary>
    Checking,

    /// <summary>The report is there.</summary>
    Reported,

    /// <summary>Processing ended by a fault that retries did not mend; it is said and can be started again.</summary>
    Failed,
}

/// <summary>A file of a dossier.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 in lower-case hex.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Pages">Its pages once known.</param>
/// <param name="State">"received", "reading", "read" or "faulty".</param>
/// <param name="Recognised">Names of the forms recognised so far.</param>
public sealed record FileStatus(string Name, long Bytes, string Sha256, DateTimeOffset ReceivedAt, int? Pages, string State, ImmutableArray<string> Recognised);
