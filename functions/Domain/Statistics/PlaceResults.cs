using System.Collections.Immutable;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>The results of a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Counts">Its counts.</param>
public sealed record PlaceResult(PlacePath Place, ResultCounts Counts);

/// <summary>Results by place of one tier, which with the rest add up to the whole.</summary>
/// <param name="Rows">By code; also places without a dossier.</param>
/// <param name="Rest">What lies in the whole and in none of the rows, such as dossiers of offices without a unit; null when nothing does.</param>
/// <param name="Whole">The whole.</param>
public sealed record PlaceResults(ImmutableArray<PlaceResult> Rows, ResultCounts? Rest, PlaceResult Whole)
{
    /// <summary>Results of the places of a tier within a whole.</summary>
    /// <param name="rollUps">Roll-ups of one kind that hold those of the whole.</param>
    /// <param name="whole">The whole: a province, or a district of it.</param>
    /// <param name="tier">The tier of the rows.</param>
    /// <param name="places">All places of the tier in the whole; those with roll-ups are taken in anyway.</param>
    /// <param name="registered">Units in the register by place; null where no register gives them.</param>
    public static PlaceResults Of(
        IReadOnlyCollection<RollUp> rollUps, PlacePath whole, UnitTier tier, IEnumerable<PlacePath> places, IReadOnlyDictionary<PlacePath, int>? registered)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var tallies = rollUps.ToDictionary(rollUp => rollUp.Place, rollUp => rollUp.Tally);
        var all = tallies.Keys.Concat(registered?.Keys ?? []).Where(place => place.Tier == tier && place.At(whole.Tier) == whole.Code)
            .Concat(places).Distinct().OrderBy(place => place.Code, StringComparer.Ordinal);
        var rows = all.Select(place => new PlaceResult(place, Counts(place, TallyOf(place)))).ToImmutableArray();
        var rest = rows.Aggregate(TallyOf(whole), (left, row) => left.Minus(TallyOf(row.Place)));
        var restRegistered = Registered(whole) - rows.Sum(row => row.Counts.Registered ?? 0);
        return new(rows, rest.IsEmpty && restRegistered is null or 0 ? null : ResultCounts.Of(rest, restRegistered), new(whole, Counts(whole, TallyOf(whole))));

        Tally TallyOf(PlacePath place) => tallies.GetValueOrDefault(place, Tally.Empty);
        int? Registered(PlacePath place) => registered?.GetValueOrDefault(place);
        ResultCounts Counts(PlacePath place, Tally tally) => ResultCounts.Of(tally, Registered(place));
    }
}

/// <summary>The results of a year beside those of the year before.</summary>
/// <param name="Year">The year.</param>
/// <param name="Counts">Its counts.</param>
/// <param name="Before">The counts of the year before; null for the first year.</param>
public sealed record YearResult(int Year, ResultCounts Counts, ResultCounts? Before)
{
    /// <summary>Years in order, each beside the one before.</summary>
    public static ImmutableArray<YearResult> Of(IEnumerable<(int Year, ResultCounts Counts)> years)
    {
        ResultCounts? before = null;
        var rows = ImmutableArray.CreateBuilder<YearResult>();
        foreach (var (year, counts) in years.OrderBy(year => year.Year))
        {
            rows.Add(new(year, counts, before));
            before = counts;
        }

        return rows.ToImmutable();
    }

    /// <summary>How much a count grew on the year before; null for the first year.</summary>
    public int? Change(Func<ResultCounts, int> count) => Before is null ? null : count(Counts) - count(Before);

    /// <summary>How many percentage points a share of the assessed grew on the year before; null when either year has none.</summary>
    public decimal? ChangeOfShare(Func<ResultCounts, int> count) => Before is null ? null : Counts.OfAssessed(count(Counts)) - Before.OfAssessed(count(Before));
}
