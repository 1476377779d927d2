using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>A dossier's head row: where it stands, and which revision's records are the ones to read.</summary>
public sealed record DossierHead
{
    /// <summary>The dossier.</summary>
    public required DossierId Dossier { get; init; }

    /// <summary>The office's name.</summary>
    public required string OfficeName { get; init; }

    /// <summary>The province's code as the office was registered; empty when unknown.</summary>
    public string Province { get; init; } = "";

    /// <summary>The day of receipt; null before the first file.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>The newest revision: being collected, read or reported.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>How far that revision is.</summary>
    public DossierStage Stage { get; init; } = DossierStage.Received;

    /// <summary>Why it failed, in Vietnamese; empty otherwise.</summary>
    public string Note { get; init; } = "";

    /// <summary>The newest revision with a report.</summary>
    public int? ReportedRevision { get; init; }

    /// <summary>That report's verdict.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The province whose figures that report counts in; empty when it counts in none yet.</summary>
    public string CountedIn { get; init; } = "";

    /// <summary>When the row last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Moves on; a stage of an older revision changes nothing.</summary>
    public DossierHead At(int revision, DossierStage stage, string note = "") =>
        revision < Revision || (revision == Revision && Stage == DossierStage.Reported && stage != DossierStage.Reported)
            ? this
            : this with { Revision = revision, Stage = stage, Note = note };

    /// <summary>Takes back the announcement of a revision that turned out not to be needed.</summary>
    public DossierHead Unneeded(int revision) =>
        revision != Revision || revision == 1 || Stage != DossierStage.Received
            ? this
            : this with { Revision = revision - 1, Stage = ReportedRevision == revision - 1 ? DossierStage.Reported : DossierStage.Reading };

    /// <summary>Shows a revision's report; an older one than is shown changes nothing.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="verdict">Its verdict.</param>
    /// <param name="countedIn">The province whose figures it counts in.</param>
    public DossierHead Reported(int revision, Verdict verdict, string countedIn) =>
        revision < (ReportedRevision ?? 0) ? this : At(revision, DossierStage.Reported) with { ReportedRevision = revision, Verdict = verdict, CountedIn = countedIn };
}
