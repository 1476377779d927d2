using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace LearningSociety.Domain.Places;

/// <summary>The administrative units with their history: what was where on which day, and what became of it.</summary>
public sealed class UnitRegister
{
    // A chain of mergers is short; a register with a circle must not hang a reader.
    private const int MostSteps = 16;

    // The last days of some decades of years; other days are found out each time.
    private const int MostDaysKept = 64;

    private readonly FrozenDictionary<string, ImmutableArray<AdministrativeUnit>> byCode;
    private readonly ILookup<string, AdministrativeUnit> madeInto;
    private readonly ConcurrentDictionary<DateOnly, ImmutableArray<PlacePath>> pathsOf = new();
    private string? stamp;

    /// <summary>Creates a register; whoever imports units has checked codes, parents and days.</summary>
    public UnitRegister(IEnumerable<AdministrativeUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        Units = [.. units];
        byCode = Units.GroupBy(unit => unit.Code).ToFrozenDictionary(
            group => group.Key, group => group.OrderBy(unit => unit.From ?? DateOnly.MinValue).ToImmutableArray(), StringComparer.Ordinal);
        madeInto = Units.Where(unit => !unit.Successors.IsDefaultOrEmpty).SelectMany(unit => unit.Successors.Distinct().Select(heir => (heir, unit)))
            .ToLookup(pair => pair.heir, pair => pair.unit, StringComparer.Ordinal);
    }

    /// <summary>A register without units: every office counts in its province alone.</summary>
    public static UnitRegister Empty { get; } = new([]);

    /// <summary>All units of all times.</summary>
    public ImmutableArray<AdministrativeUnit> Units { get; }

    /// <summary>Tells one content from another, for versions of answers.</summary>
    public string Stamp => stamp ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Units.Select(unit =>
        $"{unit.Code}|{unit.Name}|{unit.Tier}|{unit.Parent}|{unit.From:O}|{unit.To:O}|{string.Join(',', unit.Successors.IsDefault ? [] : unit.Successors)}")))))[..12];

    /// <summary>The day that a year's statistics take their units from: its last.</summary>
    public static DateOnly DayOf(int year) => new(year, 12, 31);

    /// <summary>True when there is or was a unit of that code.</summary>
    public bool Knows(string code) => byCode.ContainsKey(code);

    /// <summary>The unit of that code on that day; null when there was none.</summary>
    public AdministrativeUnit? Find(string code, DateOnly day)
    {
        foreach (var unit in byCode.GetValueOrDefault(code, []))
            if (unit.HoldsOn(day)) return unit;
        return null;
    }

    /// <summary>What the unit of that code is on that day: itself, or where it went; for a day before it was there, what it was made from, when that is one. Null when unknown.</summary>
    public AdministrativeUnit? On(string code, DateOnly day)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (Find(code, day) is { } unit) return unit;
            var ended = byCode.GetValueOrDefault(code, []).LastOrDefault(one => one.To < day);
            if (ended is null) return Before(code, day) is [var only] ? only : null;
            if (ended.Successors.IsDefaultOrEmpty || ended.Successors[0] == code) return null;
            code = ended.Successors[0];
        }

        return null;
    }

    /// <summary>The path of the unit of that code on that day; of one made from several later, what these have in common. Null when the code or a parent is unknown.</summary>
    public PlacePath? PathOf(string code, DateOnly day)
    {
        if (On(code, day) is { } unit) return PathOf(unit, day);
        var before = Before(code, day).Select(one => PathOf(one, day)).ToArray();
        return before.Length == 0 ? null : before.Aggregate((common, one) =>
            common is null || one is null || common.Province != one.Province ? null
            : common.District != one.District ? new(common.Province)
            : common.Commune != one.Commune ? common with { Commune = null } : common);
    }

    private PlacePath? PathOf(AdministrativeUnit? unit, DateOnly day)
    {
        string? province = null, district = null, commune = null;
        for (var step = 0; unit is not null && step < MostSteps; step++)
        {
            switch (unit.Tier)
            {
                case UnitTier.Province: province = unit.Code; break;
                case UnitTier.District: district = unit.Code; break;
                default: commune = unit.Code; break;
            }

            if (province is not null) return new(province, district, commune);
            unit = unit.Parent is { } parent ? On(parent, day) : null;
        }

        return null;
    }

    /// <summary>The paths of all places of a tier on a day that lie in a place, by code.</summary>
    public ImmutableArray<PlacePath> Within(PlacePath place, UnitTier tier, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(place);
        return [.. PathsOn(day).Where(path => path.Tier == tier && path.At(place.Tier) == place.Code)];
    }

    /// <summary>The units of a day of which the given one was made, in part or whole: itself when it was there already. Ordered by code.</summary>
    /// <param name="code">A unit of the later day.</param>
    /// <param name="day">The later day.</param>
    /// <param name="earlier">The earlier day.</param>
    public ImmutableArray<AdministrativeUnit> PartsOf(string code, DateOnly day, DateOnly earlier)
    {
        if (Find(code, day) is not { } whole) return [];
        var (parts, seen, open) = (new List<AdministrativeUnit>(), new HashSet<AdministrativeUnit>([whole]), new Queue<AdministrativeUnit>([whole]));
        while (open.TryDequeue(out var unit))
        {
            if (unit.HoldsOn(earlier)) parts.Add(unit);
            foreach (var before in OriginsOf(unit))
                if (before.To >= earlier && before.To < day && seen.Add(before))
                    open.Enqueue(before);
        }

        return [.. parts.OrderBy(unit => unit.Code, StringComparer.Ordinal)];
    }

    /// <summary>The units that became this one on its first day, in part or whole; ordered by code.</summary>
    public ImmutableArray<AdministrativeUnit> OriginsOf(AdministrativeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return [.. madeInto[unit.Code].Where(before => before.To is { } last && ReferenceEquals(Find(unit.Code, last.AddDays(1)), unit)).OrderBy(before => before.Code, StringComparer.Ordinal)];
    }

    private AdministrativeUnit[] Before(string code, DateOnly day) => [.. madeInto[code].Where(unit => unit.HoldsOn(day))];

    private ImmutableArray<PlacePath> PathsOn(DateOnly day)
    {
        if (pathsOf.TryGetValue(day, out var kept)) return kept;
        ImmutableArray<PlacePath> paths =
            [.. Units.Where(unit => unit.HoldsOn(day)).Select(unit => PathOf(unit.Code, day)).OfType<PlacePath>().OrderBy(path => path.Code, StringComparer.Ordinal)];
        if (pathsOf.Count < MostDaysKept) pathsOf[day] = paths;
        return paths;
    }
}
