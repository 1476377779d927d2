using System.Collections.Concurrent;
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
    // Provinces and years are checked before: there are some thousands of pairs at most.
    private readonly ConcurrentDictionary<(string Province, int Year), ProvinceFigures> provinces = new();

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
        var on = day < today ? day : today;
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{year}:{kept.Stamp}:{granted.Stamp}:{counts.Stamp}:{register.Stamp}:{on:yyyyMMdd}");
        var figures = parts.Select(part => part.Province).Distinct().Select(FiguresOf).ToImmutableArray();
        return new(year, parts, figures, counts, stamp, kept.ChangedAt > granted.ChangedAt ? kept.ChangedAt : granted.ChangedAt);

        // Found out once while nothing is imported, since a province has thousands of offices.
        ProvinceFigures FiguresOf(string province) => provinces.TryGetValue((province, year), out var known) && known.Stamp == stamp
            ? known
            : provinces[(province, year)] = ProvinceFigures.Of(province, stamp, kept.Shown, granted.Shown, counts, register, on, RecognitionStanding.TermsOfOffices(catalogue));
    }
}

/// <summary>What was measured in a province at the end of a year, by place.</summary>
/// <param name="Province">The province's code.</param>
/// <param name="Stamp">Tells one content from another.</param>
/// <param name="Imported">Imported figures, by indicator.</param>
/// <param name="Communes">How many communes lie in a place.</param>
/// <param name="Recognised">How many offices of a place are recognised; a place is not named where nothing was ever recorded.</param>
public sealed record ProvinceFigures(
    string Province, string Stamp, ILookup<string, PlacedMeasure> Imported, IReadOnlyDictionary<PlacePath, int> Communes, IReadOnlyDictionary<PlacePath, int> Recognised)
{
    internal static ProvinceFigures Of(
        string province, string stamp, YearMeasures measures, RecognitionList granted, OfficeCounts counts, UnitRegister register, DateOnly on, RecognitionTerms terms)
    {
        var (communes, recognised) = (new Dictionary<PlacePath, int>(), new Dictionary<PlacePath, int>());
        foreach (var path in register.Within(new(province), UnitTier.Commune, UnitRegister.DayOf(measures.Year)).SelectMany(commune => commune.Places))
            communes[path] = communes.GetValueOrDefault(path) + 1;
        foreach (var office in counts.ByProvince[province])
        {
            // Where nothing was ever recorded of a place's offices, nobody knows how many are recognised.
            if (RecognitionStanding.Of(granted.OfOffice(office.Office.Slug), on, terms) is not { } standing) continue;
            foreach (var path in office.Place.Places)
                recognised[path] = recognised.GetValueOrDefault(path) + (standing.IsInForce ? 1 : 0);
        }

        return new(province, stamp, measures.In(province, register).ToLookup(one => one.Measure.Indicator, StringComparer.Ordinal), communes, recognised);
    }
}

/// <summary>What was measured in a place at the end of a year.</summary>
public sealed class MeasuredYear
{
    private readonly ImmutableArray<ProvinceFigures> figures;
    private readonly ImmutableArray<PlacePath> parts;
    private readonly OfficeCounts counts;

    internal MeasuredYear(int year, ImmutableArray<PlacePath> parts, ImmutableArray<ProvinceFigures> figures, OfficeCounts counts, string stamp, DateTimeOffset changedAt) =>
        (Year, this.parts, this.figures, this.counts, Stamp, ChangedAt) = (year, parts, figures, counts, stamp, changedAt);

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The provinces that the place, or what it was made of, lay in.</summary>
    public ImmutableArray<string> Provinces => [.. figures.Select(one => one.Province)];

    /// <summary>Tells one content from another.</summary>
    public string Stamp { get; }

    /// <summary>The last import that it is made of.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>How far an indicator is reached; null when nothing tells.</summary>
    public MeasuredShare? Of(TargetIndicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return MeasuredShare.Of(Year, parts, figures.SelectMany(one => one.Imported[indicator.Id]), place => Recorded(indicator, place), place => In(place)?.Communes.GetValueOrDefault(place) ?? 0);
    }

    /// <summary>True when an office is registered with the unit that it belongs to.</summary>
    public bool HasUnit(string office) => figures.SelectMany(one => counts.ByProvince[one.Province]).Any(one => one.Office.Slug == office && one.Office.Unit.Length > 0);

    private RecordedFigure Recorded(TargetIndicator indicator, PlacePath place) => indicator.Whole switch
    {
        WholeRegister.Offices => new(Known(In(place)?.Recognised, place), Known(counts.ByPlace, place)),
        WholeRegister.Communes => new(null, Known(In(place)?.Communes, place)),
        _ => new(null, null),
    };

    private ProvinceFigures? In(PlacePath place) => figures.FirstOrDefault(one => one.Province == place.Province);

    private static int? Known(IReadOnlyDictionary<PlacePath, int>? counts, PlacePath place) => counts is not null && counts.TryGetValue(place, out var count) ? count : null;
}
