using System.Collections.Immutable;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>A figure with where its place lies on the year's last day.</summary>
/// <param name="Measure">The figure.</param>
/// <param name="Place">The place.</param>
public sealed record PlacedMeasure(Measure Measure, PlacePath Place);

/// <summary>The imported figures of a year.</summary>
/// <param name="year">The year.</param>
/// <param name="measures">Its figures, one for a place and indicator.</param>
public sealed class YearMeasures(int year, ImmutableArray<Measure> measures)
{
    private volatile Placed? placed;

    /// <summary>The year.</summary>
    public int Year => year;

    /// <summary>All figures.</summary>
    public ImmutableArray<Measure> All => measures;

    /// <summary>The figures of places in a province; found out once for a register of units.</summary>
    public IEnumerable<PlacedMeasure> In(string province, UnitRegister units)
    {
        var known = placed;
        if (known is null || known.Units != units)
        {
            var day = UnitRegister.DayOf(year);
            known = new(units, measures.Select(measure => (Measure: measure, Place: units.PathOf(measure.Place, day))).Where(one => one.Place is not null)
                .ToLookup(one => one.Place!.Province, one => new PlacedMeasure(one.Measure, one.Place!), StringComparer.Ordinal));
            placed = known;
        }

        return known.ByProvince[province];
    }

    private sealed record Placed(UnitRegister Units, ILookup<string, PlacedMeasure> ByProvince);
}
