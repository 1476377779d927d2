using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Intake;

/// <summary>Takes dossiers and files in. What it accepts is never lost; what it refuses is said with a reason.</summary>
public interface IDossierIntake
{
    /// <summary>Opens a dossier, or finds the one that is open already.</summary>
    Task<IntakeOutcome> OpenAsync(OpenDossier request, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a file into a dossier: stores the original, writes a receipt, wakes the dossier.
    /// A file that can be read by nobody (no PDF, encrypted) is accepted too, and becomes a finding.
    /// </summary>
    Task<IntakeOutcome> AcceptAsync(DossierId dossier, string fileName, Stream content, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a file out of the dossier's next report, such as one handed in by mistake. The removal is an arrival like any other
    /// (a row; it wakes the dossier or opens the next revision); the original and its receipt stay in the history.
    /// Removing a file that is not there is refused with code "unknown-file", status 404. HTTP: DELETE /api/dossiers/{id}/files/{file}.
    /// </summary>
    Task<IntakeOutcome> RemoveAsync(DossierId dossier, string fileName, CancellationToken cancellationToken);

    /// <summary>The office has handed in all it wants to: the revision closes without waiting for the quiet period.</summary>
    Task<IntakeOutcome> SubmitAsync(DossierId dossier, CancellationToken cancellationToken);

    /// <summary>Reads all current files again as the next revision: the way on after processing failed. Refused with "nothing-to-read" when there are no files.</summary>
    Task<IntakeOutcome> ReadAgainAsync(DossierId dossier, CancellationToken cancellationToken);
}

/// <summary>What opens a dossier.</summary>
/// <param name="Kind">Dossier kind of the catalogue.</param>
/// <param name="Office">The office's slug; it must be registered.</param>
/// <param name="Year">The dossier's year.</param>
/// <param name="Received">The day of receipt, when an administrator enters an older dossier; null for the day of the first file.</param>
public sealed record OpenDossier(string Kind, string Office, int Year, DateOnly? Received = null);

/// <summary>A receipt, or the reason why there is none. Exactly one of the two is set.</summary>
public sealed record IntakeOutcome
{
    private IntakeOutcome(IntakeReceipt? receipt, IntakeProblem? problem) => (Receipt, Problem) = (receipt, problem);

    /// <summary>What was accepted.</summary>
    public IntakeReceipt? Receipt { get; }

    /// <summary>Why nothing was accepted.</summary>
    public IntakeProblem? Problem { get; }

    /// <summary>Accepted.</summary>
    public static IntakeOutcome Accepted(IntakeReceipt receipt) => new(receipt, null);

    /// <summary>Refused.</summary>
    public static IntakeOutcome Refused(IntakeProblem problem) => new(null, problem);
}

/// <summary>What was accepted.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Revision">The revision that will report on it.</param>
/// <param name="File">The file's name as stored; null for an opening or a submission.</param>
/// <param name="Sha256">The file's SHA-256 in lower-case hex; null for an opening or a submission.</param>
/// <param name="ReceivedAt">When.</param>
public sealed record IntakeReceipt(DossierId Dossier, int Revision, string? File, string? Sha256, DateTimeOffset ReceivedAt);

/// <summary>Why something was refused: a stable code for machines ("unknown-kind", "unknown-office", "invalid-year", "invalid-name", "file-too-large", "empty-file", "nothing-to-submit", …), an HTTP status and a sentence in Vietnamese for people.</summary>
public sealed record IntakeProblem(string Code, int Status, string Message);
