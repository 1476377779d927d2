using System.Collections.Immutable;
using LearningSociety.Domain.Findings;

namespace LearningSociety.App.Intake;

/// <summary>What a collecting revision does next.</summary>
public enum RevisionStep
{
    /// <summary>There is nothing new: no revision is needed.</summary>
    Idle,

    /// <summary>Files are there; more may come.</summary>
    Wait,

    /// <summary>It closes and is read.</summary>
    Close,
}

/// <summary>A step, and for waiting until when.</summary>
public sealed record RevisionDecision(RevisionStep Step, DateTimeOffset? Until = null);

/// <summary>
/// Decides when a revision closes and what it holds. Pure. Nothing is lost because an arrival is a row that stays
/// untaken until a revision's manifest names it, and rows are read again after each manifest is written.
/// </summary>
public static class RevisionPlan
{
    /// <summary>Decides from the arrivals that no revision has taken.</summary>
    /// <param name="waiting">Arrivals taken by none.</param>
    /// <param name="now">The present.</param>
    /// <param name="quietPeriod">How long no file must come for the revision to close by itself.</param>
    public static RevisionDecision Decide(ImmutableArray<Arrival> waiting, DateTimeOffset now, TimeSpan quietPeriod)
    {
        var files = waiting.Where(arrival => arrival.Kind != ArrivalKind.Submission).ToList();
        if (files.Count == 0)
            return new(RevisionStep.Idle);
        if (waiting.Any(arrival => arrival.Kind is ArrivalKind.Submission or ArrivalKind.Again))
            return new(RevisionStep.Close);
        var until = files.Max(arrival => arrival.At) + quietPeriod;
        return now >= until ? new(RevisionStep.Close) : new(RevisionStep.Wait, until);
    }

    /// <summary>The files of the next revision: those of the one before, each replaced by the newest arrival of its name or left out by a removal, and the new ones.</summary>
    public static ImmutableArray<ReceivedFile> Files(ImmutableArray<ReceivedFile> before, ImmutableArray<Arrival> waiting)
    {
        var current = before.ToDictionary(file => file.Name, StringComparer.Ordinal);
        foreach (var arrival in waiting.Where(arrival => arrival.File is not null).OrderBy(arrival => arrival.At).ThenBy(arrival => arrival.Key, StringComparer.Ordinal))
        {
            if (arrival.Kind == ArrivalKind.Removal)
                current.Remove(arrival.File!.Name);
            else
                current[arrival.File!.Name] = arrival.File;
        }

        return [.. current.Values.OrderBy(file => file.At).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>True when the arrivals leave the revision before as it was: the same file delivered twice needs no new report.</summary>
    public static bool ChangesNothing(ImmutableArray<ReceivedFile> before, ImmutableArray<Arrival> waiting) =>
        waiting.All(arrival => arrival.Kind is ArrivalKind.File or ArrivalKind.Submission)
        && before.Select(Content).ToHashSet().SetEquals(Files(before, waiting).Select(Content));

    private static (string Name, string Sha256, FindingCode? Fault) Content(ReceivedFile file) => (file.Name, file.Sha256, file.Fault);
}

/// <summary>What a revision holds; written once when it closes, never changed.</summary>
/// <param name="Dossier">The dossier's id.</param>
/// <param name="Revision">1-based revision.</param>
/// <param name="ClosedAt">When it closed.</param>
/// <param name="OfficeName">The office's name then.</param>
/// <param name="Received">The dossier's day of receipt.</param>
/// <param name="Files">All files of the revision.</param>
/// <param name="Arrivals">Keys of the arrivals it took.</param>
public sealed record RevisionManifest(
    string Dossier, int Revision, DateTimeOffset ClosedAt, string OfficeName, DateOnly Received, ImmutableArray<ReceivedFile> Files, ImmutableArray<string> Arrivals);
