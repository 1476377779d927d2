using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>A target that holds in a place: of the nearest plan, or of the catalogue where no plan sets one.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">The year by whose end it is to be reached.</param>
/// <param name="Percent">The share, in percent.</param>
/// <param name="Plan">The dossier of the plan; null for a target of the catalogue.</param>
/// <param name="Goal">The catalogue's entry; null for a target of a plan.</param>
public sealed record SetTarget(TargetIndicator Indicator, int Year, decimal Percent, DossierFact? Plan, TargetGoal? Goal)
{
    /// <summary>The targets that hold in a place, by the order of indicators and by year. The plan of the place itself goes before one of the unit above; of two, the later.</summary>
    /// <param name="place">The place's code.</param>
    /// <param name="plans">Plans with targets, of offices that are known to belong to the place that they count in.</param>
    /// <param name="units">The units.</param>
    /// <param name="indicators">The catalogue's indicators.</param>
    public static ImmutableArray<SetTarget> Of(string place, IEnumerable<DossierFact> plans, UnitRegister units, ImmutableArray<TargetIndicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(units);
        var nearest = plans.Select(plan => (Plan: plan, Distance: DistanceOf(place, plan, units))).Where(one => one.Distance is not null)
            .OrderBy(one => one.Distance).ThenByDescending(one => one.Plan.Year).ThenByDescending(one => one.Plan.Received).ThenBy(one => one.Plan.Dossier, StringComparer.Ordinal)
            .SelectMany(one => one.Plan.Targets.Select(target => (one.Plan, Target: target)))
            .ToLookup(one => one.Target.Indicator, StringComparer.Ordinal);
        return
        [
            .. from indicator in indicators
               from target in nearest[indicator.Id].Select(one => new SetTarget(indicator, one.Target.Year, one.Target.Percent, one.Plan, null))
                   .Concat(indicator.Goals.Select(goal => new SetTarget(indicator, goal.Year, goal.Percent, null, goal)))
                   .DistinctBy(target => target.Year).OrderBy(target => target.Year)
               select target,
        ];
    }

    // How many steps the plan's place lies above this one, as both were in the plan's year.
    private static int? DistanceOf(string place, DossierFact plan, UnitRegister units)
    {
        var places = units.PathOf(place, UnitRegister.DayOf(plan.Year))?.Places ?? [new(place)];
        var index = places.IndexOf(plan.Place);
        return index < 0 ? null : places.Length - 1 - index;
    }
}
