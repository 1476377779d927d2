using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Statistics;

/// <summary>Registered offices by place, of which rates "of all" are taken.</summary>
/// <param name="ByPlace">How many lie in each place; a place without any is not named.</param>
/// <param name="Stamp">Tells one content from another.</param>
public sealed record OfficeCounts(IReadOnlyDictionary<PlacePath, int> ByPlace, string Stamp);

/// <summary>Counts registered offices by place.</summary>
public sealed class RegisteredOffices
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly IOfficeRegister offices;
    private readonly IUnitBook units;
    private readonly Refreshed<Snapshot> shown;

    /// <summary>Creates counts over the registers.</summary>
    public RegisteredOffices(IOfficeRegister offices, IUnitBook units, TimeProvider clock) =>
        (this.offices, this.units, shown) = (offices, units, new(LoadAsync, Fresh, Longest, clock));

    /// <summary>The counts of a year, some minutes old at most.</summary>
    public async Task<OfficeCounts> OfAsync(int year, CancellationToken cancellationToken)
    {
        var snapshot = await shown.GetAsync(cancellationToken);
        return snapshot.Of(await units.ReadAsync(cancellationToken), year);
    }

    private async Task<Snapshot> LoadAsync(Snapshot? before)
    {
        var all = ImmutableArray.CreateBuilder<Office>();
        await foreach (var office in offices.ListAsync(CancellationToken.None))
            all.Add(office);
        return before is not null && before.Offices.SequenceEqual(all) ? before : new(all.ToImmutable());
    }

    private sealed record Snapshot(ImmutableArray<Office> Offices)
    {
        private readonly ConcurrentDictionary<(string Units, int Year), OfficeCounts> counts = new();

        public OfficeCounts Of(UnitRegister units, int year) => counts.GetOrAdd((units.Stamp, year), _ => Count(units, year));

        private OfficeCounts Count(UnitRegister units, int year)
        {
            var byPlace = new Dictionary<PlacePath, int>();
            foreach (var place in Offices.SelectMany(office => PlaceBook.Of(office, units, year).Places))
                byPlace[place] = byPlace.GetValueOrDefault(place) + 1;
            var text = string.Join('\n', byPlace.Select(count => $"{count.Key.Province}|{count.Key.District}|{count.Key.Commune} {count.Value}").Order(StringComparer.Ordinal));
            return new(byPlace, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
        }
    }
}
