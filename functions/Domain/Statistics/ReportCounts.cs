using System.Collections.Immutable;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>Who owes a report.</summary>
/// <param name="Code">The office's slug, or the administrative unit's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ReportOwed(string Code, string Name, PlacePath Place);

/// <summary>How many reports of a place are in, late, missing or still in time.</summary>
/// <param name="InTime">In, and in time.</param>
/// <param name="Late">In, too late.</param>
/// <param name="Missing">Not in, and too late by now.</param>
/// <param name="Waiting">Not in, and still in time.</param>
public sealed record ReportCounts(int InTime, int Late, int Missing, int Waiting)
{
    /// <summary>All that are owed.</summary>
    public int Owed => InTime + Late + Missing + Waiting;

    /// <summary>The counts of states.</summary>
    public static ReportCounts Of(IReadOnlyCollection<ReportState> states) =>
        new(states.Count(one => one == ReportState.InTime), states.Count(one => one == ReportState.Late), states.Count(one => one == ReportState.Missing), states.Count(one => one == ReportState.Waiting));

    /// <summary>The counts by place of a tier, by code, and of what lies in none; a place from which nothing is owed is not named.</summary>
    /// <param name="reports">Who owes, and how it stands.</param>
    /// <param name="tier">The tier of the places.</param>
    public static (ImmutableArray<(string Place, ReportCounts Counts)> Places, ReportCounts Elsewhere) ByPlace(IEnumerable<(ReportOwed Owed, ReportState State)> reports, UnitTier tier)
    {
        var byPlace = reports.ToLookup(one => one.Owed.Place.At(tier) ?? "", one => one.State, StringComparer.Ordinal);
        return (
            [.. byPlace.Where(place => place.Key.Length > 0).OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => (place.Key, Of([.. place])))],
            Of([.. byPlace[""]]));
    }
}
