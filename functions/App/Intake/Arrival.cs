using LearningSociety.Domain.Findings;

namespace LearningSociety.App.Intake;

/// <summary>What arrived.</summary>
public enum ArrivalKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>The wish to leave a file out of the next report.</summary>
    Removal,

    /// <summary>The wish to have all files read again, after a fault of the software or its surroundings.</summary>
    Again,

    /// <summary>The office's word that it has handed in all.</summary>
    Submission,
}

/// <summary>Something that arrived for a dossier and counts from the moment its row is written.</summary>
/// <param name="Key">The row's key; sorts by time.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file, or the one to leave out; null for the other kinds.</param>
public sealed record Arrival(string Key, DateTimeOffset At, ArrivalKind Kind, ReceivedFile? File);

/// <summary>A file as received.</summary>
/// <param name="Name">Its name within the dossier.</param>
/// <param name="Sha256">SHA-256 in lower-case hex; empty for a file that was not kept.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="At">When it was received.</param>
/// <param name="Blob">Its path in the originals; empty for a file that was not kept.</param>
/// <param name="Fault">What was wrong with a file refused before it was stored, such as too large; null otherwise.</param>
/// <param name="Reason">Why, in Vietnamese; empty otherwise.</param>
public sealed record ReceivedFile(string Name, string Sha256, long Bytes, DateTimeOffset At, string Blob, FindingCode? Fault = null, string Reason = "");
