using System.Collections.Concurrent;
using System.Collections.Immutable;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>The roll-up of a whole province.</summary>
/// <param name="Province">The province's code.</param>
/// <param name="Tally">Its tally; empty when nothing was counted.</param>
/// <param name="Version">The version that it is of.</param>
public sealed record ProvinceRollUp(string Province, Tally Tally, PartitionVersion Version);

/// <summary>The provinces of a country side by side: a read a province, so they are read again every few seconds at most. They say themselves of when they are.</summary>
public sealed class CountryRollUps(IStatisticsBook book, IUnitBook units, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    // Years and kinds are checked before: there are some hundreds of pairs at most.
    private readonly ConcurrentDictionary<(int Year, string Kind), Refreshed<IReadOnlyList<ProvinceRollUp>>> shown = new();

    /// <summary>The provinces of a year, by code.</summary>
    public Task<IReadOnlyList<ProvinceRollUp>> OfAsync(int year, string kind, CancellationToken cancellationToken) =>
        shown.GetOrAdd((year, kind), _ => new(_ => ReadAsync(year, kind), Fresh, Longest, clock)).GetAsync(cancellationToken);

    private async Task<IReadOnlyList<ProvinceRollUp>> ReadAsync(int year, string kind)
    {
        var day = UnitRegister.DayOf(year);
        var known = (await book.KnownAsync(year, CancellationToken.None)).Select(at => at.Province);
        var registered = (await units.ReadAsync(CancellationToken.None)).Units.Where(unit => unit.Tier == UnitTier.Province && unit.HoldsOn(day)).Select(unit => unit.Code);
        return await Task.WhenAll(known.Concat(registered).Distinct().Order(StringComparer.Ordinal).Select(async province =>
        {
            var read = await book.PlaceAsync(year, kind, new(province), CancellationToken.None);
            return new ProvinceRollUp(province, read.RollUps.FirstOrDefault()?.Tally ?? Tally.Empty, read.Version);
        }));
    }
}
