using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Statistics;

/// <summary>A registered office with where it stands on a day.</summary>
/// <param name="Office">The office.</param>
/// <param name="Place">The place of its unit; without one, its province alone.</param>
public sealed record PlacedOffice(Office Office, PlacePath Place);

/// <summary>Registered offices by place on a day, of which rates "of all" are taken.</summary>
/// <param name="ByPlace">How many lie in each place; a place without any is not named.</param>
/// <param name="ByProvince">The offices, by slug.</param>
/// <param name="Stamp">Tells one content from another.</param>
public sealed record OfficeCounts(IReadOnlyDictionary<PlacePath, int> ByPlace, ILookup<string, PlacedOffice> ByProvince, string Stamp)
{
    /// <summary>The offices of a place, by slug.</summary>
    public IEnumerable<PlacedOffice> In(PlacePath place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return ByProvince[place.Province].Where(one => one.Place.At(place.Tier) == place.Code);
    }
}

/// <summary>Counts registered offices by place.</summary>
public sealed class RegisteredOffices
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // A process that ended between a change and its stamp leaves an old stamp behind.
    private static readonly TimeSpan Anyway = TimeSpan.FromMinutes(30);

    private readonly IOfficeRegister offices;
    private readonly IUnitBook units;
    private readonly TimeProvider clock;
    private readonly Refreshed<Snapshot> shown;

    /// <summary>Creates counts over the registers.</summary>
    public RegisteredOffices(IOfficeRegister offices, IUnitBook units, TimeProvider clock) =>
        (this.offices, this.units, this.clock, shown) = (offices, units, clock, new(LoadAsync, Fresh, Longest, clock));

    /// <summary>The counts of a year's last day, some minutes old at most.</summary>
    public Task<OfficeCounts> OfAsync(int year, CancellationToken cancellationToken) => OnAsync(UnitRegister.DayOf(year), cancellationToken);

    /// <summary>The counts of a day, some minutes old at most.</summary>
    public async Task<OfficeCounts> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var snapshot = await shown.GetAsync(cancellationToken);
        return snapshot.On(await units.ReadAsync(cancellationToken), day);
    }

    private async Task<Snapshot> LoadAsync(Snapshot? before)
    {
        // The stamp first: what changes while the offices are read has another one the next time.
        var stamp = await offices.StampAsync(CancellationToken.None);
        if (before is not null && before.Stamp == stamp && clock.GetUtcNow() - before.ReadAt < Anyway) return before;
        var (readAt, all) = (clock.GetUtcNow(), ImmutableArray.CreateBuilder<Office>());
        await foreach (var office in offices.ListAsync(CancellationToken.None))
            all.Add(office);
        all.Sort((one, other) => string.CompareOrdinal(one.Slug, other.Slug));
        return before is not null && before.Offices.SequenceEqual(all) ? before with { Stamp = stamp, ReadAt = readAt } : new(all.ToImmutable(), stamp, readAt);
    }

    private sealed record Snapshot(ImmutableArray<Office> Offices, string Stamp, DateTimeOffset ReadAt)
    {
        // The last days of some decades of years; other days are found out each time.
        private const int MostDaysKept = 64;

        private readonly ConcurrentDictionary<(string Units, DateOnly Day), OfficeCounts> counts = new();
        private readonly Lazy<string> content = new(() => ContentOf(Offices));

        public OfficeCounts On(UnitRegister units, DateOnly day)
        {
            if (counts.TryGetValue((units.Stamp, day), out var kept)) return kept;
            var found = Count(units, day);
            if (counts.Count < MostDaysKept) counts[(units.Stamp, day)] = found;
            return found;
        }

        // Offices of a unit stand in one place, which is found once for all of them.
        private OfficeCounts Count(UnitRegister units, DateOnly day)
        {
            var places = new Dictionary<(string Unit, string Province), PlacePath>();
            var placed = new PlacedOffice[Offices.Length];
            for (var i = 0; i < placed.Length; i++)
            {
                var office = Offices[i];
                if (!places.TryGetValue((office.Unit, office.Province), out var place)) places[(office.Unit, office.Province)] = place = PlaceBook.Of(office, units, day);
                placed[i] = new(office, place);
            }

            var byPlace = new Dictionary<PlacePath, int>();
            foreach (var one in placed.GroupBy(one => one.Place))
            {
                var count = one.Count();
                foreach (var place in one.Key.Places) byPlace[place] = byPlace.GetValueOrDefault(place) + count;
            }

            return new(
                byPlace, placed.ToLookup(one => one.Place.Province, StringComparer.Ordinal), string.Create(CultureInfo.InvariantCulture, $"{content.Value}.{units.Stamp}.{day:yyyyMMdd}"));
        }

        private static string ContentOf(ImmutableArray<Office> offices)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var office in offices) hash.AppendData(Encoding.UTF8.GetBytes($"{office.Slug}|{office.Name}|{office.Unit}|{office.Province}\n"));
            return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
        }
    }
}
