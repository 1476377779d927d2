using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Statistics;

/// <summary>Where offices count.</summary>
public sealed class PlaceBook(IOfficeRegister offices, IUnitBook units)
{
    /// <summary>The place of an office on a year's last day: of its unit; without one, its province alone.</summary>
    /// <param name="office">The office's slug.</param>
    /// <param name="province">The province where the office is not registered any more; empty when unknown.</param>
    /// <param name="year">The year.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PlacePath> OfAsync(string office, string province, int year, CancellationToken cancellationToken) =>
        Of(await offices.FindAsync(office, cancellationToken) ?? new(office, office, province), await units.ReadAsync(cancellationToken), UnitRegister.DayOf(year));

    /// <summary>The place of a registered office on a day.</summary>
    public static PlacePath Of(Office office, UnitRegister units, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(office);
        ArgumentNullException.ThrowIfNull(units);
        var own = office.Unit.Length > 0 ? units.PathOf(office.Unit, day) : null;

        // A province that was merged counts in the one it went to.
        return own ?? (office.Province.Length == 0 ? new(ProvinceYear.Nowhere) : units.PathOf(office.Province, day) ?? new(office.Province));
    }
}
