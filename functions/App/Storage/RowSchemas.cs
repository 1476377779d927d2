using Azure.Data.Tables;

namespace LearningSociety.App.Storage;

/// <summary>The schemas of records and statistics. How to change one: "Rows that change" in docs/deploy.md.</summary>
public static class RowSchemas
{
    /// <summary>Head rows of dossiers.</summary>
    public static RowSchema Heads { get; } = new("head of a dossier", Written: 2, CountedNowhere);

    /// <summary>How far files are.</summary>
    public static RowSchema Progress { get; } = new("progress of a file", Written: 1);

    /// <summary>Forms found.</summary>
    public static RowSchema Documents { get; } = new("document", Written: 1);

    /// <summary>Rows of summary tables.</summary>
    public static RowSchema Criteria { get; } = new("criterion", Written: 1);

    /// <summary>Findings.</summary>
    public static RowSchema Findings { get; } = new("finding", Written: 1);

    /// <summary>What dossiers count.</summary>
    public static RowSchema Facts { get; } = new("fact of the statistics", Written: 1);

    /// <summary>What places add up to.</summary>
    public static RowSchema RollUps { get; } = new("roll-up of the statistics", Written: 1);

    /// <summary>Which dossiers of places came in.</summary>
    public static RowSchema Receipts { get; } = new("receipts of the statistics", Written: 1);

    /// <summary>Versions of partitions, and which partitions there are.</summary>
    public static RowSchema Partitions { get; } = new("partition of the statistics", Written: 1);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RowSchema> All { get; } = [Heads, Progress, Documents, Criteria, Findings, Facts, RollUps, Receipts, Partitions];

    // Schema 1 is from before there were statistics: no province counts such a dossier yet.
    private static void CountedNowhere(TableEntity row) => row.TryAdd("CountedIn", "");
}
