using System.Collections.Immutable;
using LearningSociety.Domain.Findings;

namespace LearningSociety.App.Processing;

/// <summary>A revision to collect, read and report, pinned to a catalogue and a layout engine.</summary>
/// <param name="Dossier">The dossier's id.</param>
/// <param name="Revision">1-based revision.</param>
/// <param name="Catalogue">The catalogue's version.</param>
/// <param name="Engine">The layout engine's version.</param>
public sealed record RevisionTask(string Dossier, int Revision, string Catalogue, string Engine);

/// <summary>A file to read. Orchestrations carry references, never contents.</summary>
/// <param name="Name">Its name within the dossier.</param>
/// <param name="Sha256">SHA-256 of its content.</param>
/// <param name="Blob">Its path in the originals.</param>
/// <param name="Progress">The key that its progress is noted under.</param>
/// <param name="Dossier">The dossier's id.</param>
/// <param name="Engine">The layout engine's version.</param>
/// <param name="Fault">What was wrong with it at the intake; null when nothing was.</param>
/// <param name="Reason">Why, in Vietnamese.</param>
public sealed record FileTask(string Name, string Sha256, string Blob, string Progress, string Dossier, string Engine, FindingCode? Fault, string Reason);

/// <summary>What reading a file gave: where its layout and signatures are kept, or why there are none.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pages">Its pages; 0 when it could not be opened.</param>
/// <param name="Layout">Blob of the layout; null when it could not be read.</param>
/// <param name="Seals">Blob of a second layout that holds seals and handwriting; null when the first holds them or nobody looked.</param>
/// <param name="Signatures">Blob of the digital signatures; null when they were not read.</param>
/// <param name="Fault">What is wrong with the file.</param>
/// <param name="Reason">Why, in Vietnamese.</param>
public sealed record FileOutcome(string Name, int Pages, string? Layout, string? Seals, string? Signatures, FindingCode? Fault = null, string Reason = "")
{
    /// <summary>A file that cannot be read.</summary>
    public static FileOutcome Faulty(string name, int pages, FindingCode fault, string reason) => new(name, pages, null, null, null, fault, reason);
}

/// <summary>A revision's files after all were read.</summary>
public sealed record ReportTask(RevisionTask Revision, ImmutableArray<FileOutcome> Files);

/// <summary>Where a revision stands, with counts: the orchestration's custom status.</summary>
/// <param name="Stage">The stage, as in <see cref="Records.DossierStage"/>.</param>
/// <param name="Files">Files of the revision.</param>
/// <param name="Read">Files read so far.</param>
public sealed record RevisionProgress(string Stage, int Files, int Read);
