namespace LearningSociety.App.Storage;

/// <summary>The blob containers of the app.</summary>
public static class Containers
{
    /// <summary>Where people drop files: {kind}/{year}/{office}/{file}. Stays empty.</summary>
    public const string Incoming = "incoming";

    /// <summary>Files as they were handed in; never overwritten.</summary>
    public const string Originals = "originals";

    /// <summary>What processing keeps between its steps; can be made again from the originals.</summary>
    public const string Work = "work";

    /// <summary>Reports, one folder a dossier and revision.</summary>
    public const string Reports = "reports";

    /// <summary>E-mails as sent.</summary>
    public const string Outbox = "outbox";

    /// <summary>What was dropped and fits nowhere.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>Registers that are replaced as a whole: administrative units.</summary>
    public const string Registers = "registers";

    /// <summary>One small blob a dossier that something arrived for; its trigger wakes the dossier and takes it away.</summary>
    public const string Wake = "wake";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Incoming, Originals, Work, Reports, Outbox, Quarantine, Registers, Wake];
}

/// <summary>The tables of the app, with their keys.</summary>
public static class Tables
{
    /// <summary>One head row a dossier: office | kind-year.</summary>
    public const string Dossiers = "dossiers";

    /// <summary>What arrived: dossier | time-random.</summary>
    public const string Arrivals = "arrivals";

    /// <summary>Work that must not be forgotten: sort of work | its key. The sweep reads it.</summary>
    public const string Pending = "pending";

    /// <summary>How far each file of a revision is: dossier | revision-file.</summary>
    public const string Progress = "progress";

    /// <summary>Forms found: dossier | revision-index.</summary>
    public const string Documents = "documents";

    /// <summary>Rows of summary tables: dossier | revision-form-criterion-indicator.</summary>
    public const string Criteria = "criteria";

    /// <summary>Findings: dossier | revision-index.</summary>
    public const string Findings = "findings";

    /// <summary>Facts and what they add up to: province-year | fact-dossier, roll-kind-district-commune, version; and "index" | year-province.</summary>
    public const string Statistics = "statistics";

    /// <summary>Mails to send and sent: dossier | revision-reader.</summary>
    public const string Outbox = "outbox";

    /// <summary>What was refused after it was dropped: year-month | time-random.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>Offices: "office" | slug.</summary>
    public const string Offices = "offices";

    /// <summary>Readers: "reader" | address.</summary>
    public const string Readers = "readers";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Dossiers, Arrivals, Pending, Progress, Documents, Criteria, Findings, Statistics, Outbox, Quarantine, Offices, Readers];
}
