using System.Collections.Immutable;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>How many there are in a place that a kind of dossier is about: registered units, or districts.</summary>
public sealed class Denominators(RegisteredOffices offices, IUnitBook units)
{
    /// <summary>Counts by place with their stamp; null where no register gives them.</summary>
    public async Task<(IReadOnlyDictionary<PlacePath, int>? ByPlace, string Stamp)> OfAsync(string kind, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var register = await units.ReadAsync(cancellationToken);
        if (kind.StartsWith("unit-", StringComparison.Ordinal))
        {
            var counts = await offices.OfAsync(year, cancellationToken);
            return (counts.ByPlace, counts.Stamp);
        }

        if (kind != "district-community") return (null, "");
        var day = UnitRegister.DayOf(year);
        var districts = register.Units.Where(unit => unit.Tier == UnitTier.District && unit.HoldsOn(day)).Select(unit => register.PathOf(unit.Code, day)).OfType<PlacePath>();
        return (districts.SelectMany(district => district.Places).GroupBy(place => place).ToImmutableDictionary(place => place.Key, place => place.Count()), register.Stamp);
    }
}
