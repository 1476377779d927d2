using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Finds the place that a question is about, as it is on a day.</summary>
public sealed class PlaceScope(IUnitBook units)
{
    /// <summary>The name of a place on a year's last day; its code when no unit is known.</summary>
    public static string NameOf(UnitRegister units, string code, int year)
    {
        ArgumentNullException.ThrowIfNull(units);
        return units.Find(code, UnitRegister.DayOf(year))?.Name ?? code;
    }

    /// <summary>The path of a place on a year's last day, as <see cref="OnAsync"/>.</summary>
    public Task<PlacePath?> FindAsync(string province, string? place, int year, CancellationToken cancellationToken) =>
        OnAsync(province, place, UnitRegister.DayOf(year), cancellationToken);

    /// <summary>The path of a place in a province; of the province alone when none is named. Null when it does not lie in the province on that day.</summary>
    public async Task<PlacePath?> OnAsync(string province, string? place, DateOnly day, CancellationToken cancellationToken)
    {
        if (place is null || place == province) return new(province);
        var path = (await units.ReadAsync(cancellationToken)).PathOf(place, day);
        return path?.Province == province ? path : null;
    }
}
