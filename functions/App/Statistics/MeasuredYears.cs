using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>What was measured in a place at the end of a year: imported figures, and what the registers and recognitions say.</summary>
public sealed class MeasuredYears(MeasureBook measures, RecognitionBook recognitions, RegisteredOffices offices, IUnitBook units, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>The figures of a year in a place, or in all that it was made of.</summary>
    /// <param name="place">The place, as it is in the later year.</param>
    /// <param name="later">The later year.</param>
    /// <param name="year">The year of the figures.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<MeasuredYear> OfAsync(PlacePath place, int later, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var (register, day, today) = (await units.ReadAsync(cancellationToken), UnitRegister.DayOf(year), VietNamDay.Of(clock));
        var (kept, granted, counts) = (await measures.ReadAsync(year, cancellationToken), await recognitions.ReadAsync(cancellationToken), await offices.OfAsync(year, cancellationToken));
        var parts = year == later ? [place] : register.PartsOf(place.Code, UnitRegister.DayOf(later), day).Select(unit => register.PathOf(unit.Code, day)).OfType<PlacePath>().ToImmutableArray();
        if (parts.IsEmpty) parts = [register.PathOf(place.Code, day) ?? place];
        return new(year, parts, kept, granted, counts, register, day < today ? day : today, RecognitionStanding.TermsOfOffices(catalogue));
    }
}

/// <summary>What was measured in a place at the end of a year.</summary>
public sealed class MeasuredYear
{
    private readonly ILookup<string, PlacedMeasure> imported;
    private readonly Dictionary<PlacePath, int> communes = [];
    private readonly Dictionary<PlacePath, int> recognised = [];
    private readonly HashSet<string> withUnit;
    private readonly ImmutableArray<PlacePath> parts;
    private readonly OfficeCounts counts;

    internal MeasuredYear(
        int year, ImmutableArray<PlacePath> parts, Kept<YearMeasures> measures, Kept<RecognitionList> granted, OfficeCounts counts, UnitRegister register, DateOnly on, RecognitionTerms terms)
    {
        (Year, this.parts, this.counts) = (year, parts, counts);
        Provinces = [.. parts.Select(part => part.Province).Distinct()];
        imported = Provinces.SelectMany(province => measures.Shown.In(province, register)).ToLookup(one => one.Measure.Indicator, StringComparer.Ordinal);
        var placed = Provinces.SelectMany(province => counts.ByProvince[province]).ToArray();
        withUnit = [.. placed.Where(one => one.Office.Unit.Length > 0).Select(one => one.Office.Slug)];
        foreach (var path in Provinces.SelectMany(province => register.Within(new(province), UnitTier.Commune, UnitRegister.DayOf(year))).SelectMany(commune => commune.Places))
            communes[path] = communes.GetValueOrDefault(path) + 1;
        foreach (var office in placed)
        {
            // Where nothing was ever recorded of a place's offices, nobody knows how many are recognised.
            if (RecognitionStanding.Of(granted.Shown.OfOffice(office.Office.Slug), on, terms) is not { } standing) continue;
            foreach (var path in office.Place.Places)
                recognised[path] = recognised.GetValueOrDefault(path) + (standing.IsInForce ? 1 : 0);
        }

        Stamp = string.Create(CultureInfo.InvariantCulture, $"{year}:{measures.Stamp}:{granted.Stamp}:{counts.Stamp}:{on:yyyyMMdd}");
        ChangedAt = measures.ChangedAt > granted.ChangedAt ? measures.ChangedAt : granted.ChangedAt;
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The provinces that the place, or what it was made of, lay in.</summary>
    public ImmutableArray<string> Provinces { get; }

    /// <summary>Tells one content from another.</summary>
    public string Stamp { get; }

    /// <summary>The last import that it is made of.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>How far an indicator is reached; null when nothing tells.</summary>
    public MeasuredShare? Of(TargetIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return MeasuredShare.Of(Year, parts, imported[indicator.Id], place => Recorded(indicator, place), place => communes.GetValueOrDefault(place));
    }

    /// <summary>True when an office is registered with the unit that it belongs to.</summary>
    public bool HasUnit(string office) => withUnit.Contains(office);

    private RecordedFigure Recorded(TargetIndicator indicator, PlacePath place) => indicator.Whole switch
    {
        WholeRegister.Offices => new(recognised.TryGetValue(place, out var count) ? count : null, counts.ByPlace.TryGetValue(place, out var all) ? all : null),
        WholeRegister.Communes => new(null, communes.TryGetValue(place, out var all) ? all : null),
        _ => new(null, null),
    };
}
