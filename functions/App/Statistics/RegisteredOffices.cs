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

/// <summary>
/// Counts registered offices by place. The register is read now and then and behind the back of whoever asks: thousands of offices
/// of which a few change a day need not be read for every chart.
/// </summary>
public sealed class RegisteredOffices(IOfficeRegister offices, IUnitBook units, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private Task<Snapshot>? shown;
    private Task<Snapshot>? coming;

    /// <summary>The counts of a year, at most about a minute old.</summary>
    public async Task<OfficeCounts> OfAsync(int year, CancellationToken cancellationToken)
    {
        var snapshot = await ShownAsync().WaitAsync(cancellationToken);
        return snapshot.Of(await units.ReadAsync(cancellationToken), year);
    }

    private Task<Snapshot> ShownAsync()
    {
        lock (gate)
        {
            if (coming is { IsCompletedSuccessfully: true }) (shown, coming) = (coming, null);
            if (shown is null || shown.IsFaulted) return shown = LoadAsync();
            if (shown.IsCompletedSuccessfully && clock.GetUtcNow() - shown.Result.ReadAt > Fresh && coming is null or { IsFaulted: true }) coming = LoadAsync();
            return shown;
        }
    }

    private async Task<Snapshot> LoadAsync()
    {
        var all = ImmutableArray.CreateBuilder<Office>();
        await foreach (var office in offices.ListAsync(CancellationToken.None))
            all.Add(office);
        return new(all.ToImmutable(), clock.GetUtcNow());
    }

    private sealed record Snapshot(ImmutableArray<Office> Offices, DateTimeOffset ReadAt)
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
