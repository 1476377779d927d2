using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Statistics;

/// <summary>Where a measured figure comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureSource>))]
public enum FigureSource
{
    /// <summary>Counted by people and imported.</summary>
    [JsonStringEnumMemberName("import")] Import,

    /// <summary>From the registers and recognitions on record.</summary>
    [JsonStringEnumMemberName("records")] Records,

    /// <summary>The one number imported, the other on record.</summary>
    [JsonStringEnumMemberName("import-records")] Both,
}

/// <summary>What is on record for a place: how many reach the indicator, and how many there are; null where no register knows.</summary>
/// <param name="Count">How many reach it.</param>
/// <param name="Of">How many there are.</param>
public sealed record RecordedFigure(int? Count, int? Of);

/// <summary>How far an indicator is reached in a place at the end of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">How many reach it.</param>
/// <param name="Whole">How many there are.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Covered">Communes that the figures cover.</param>
/// <param name="Communes">Communes of the place.</param>
public sealed record MeasuredShare(int Year, int Count, int Whole, FigureSource Source, int Covered, int Communes)
{
    /// <summary>The share in percent, to one decimal; null when there is nothing of which it could be one.</summary>
    public decimal? Percent => Percentage.Of(Count, Whole);

    /// <summary>True when the figures cover the whole place, so that years can be compared.</summary>
    public bool IsWhole => Covered >= Communes;

    /// <summary>The figure of an indicator in a place; null when there is none. A place's own figure stands; without one, those of the places below are added.</summary>
    /// <param name="year">The year.</param>
    /// <param name="parts">The place, or what it was made of later.</param>
    /// <param name="measures">Imported figures of the indicator in the province.</param>
    /// <param name="recorded">What is on record for a place.</param>
    /// <param name="communesIn">How many communes lie in a place.</param>
    public static MeasuredShare? Of(
        int year, IReadOnlyCollection<PlacePath> parts, IEnumerable<PlacedMeasure> measures, Func<PlacePath, RecordedFigure> recorded, Func<PlacePath, int> communesIn)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(communesIn);
        var figures = measures.Where(one => parts.Any(part => one.Place.At(part.Tier) == part.Code)).Select(one => Completed(one, recorded(one.Place))).OfType<Figure>().ToArray();
        var own = figures.Select(figure => figure.Place).ToHashSet();
        var counted = figures.Where(figure => !figure.Place.Places.Any(above => above != figure.Place && own.Contains(above))).ToArray();
        if (counted.Length == 0) counted = [.. parts.Select(part => OnRecord(part, recorded(part))).OfType<Figure>()];
        if (counted.Length == 0) return null;
        var (count, whole) = (counted.Sum(figure => (long)figure.Count), counted.Sum(figure => (long)figure.Whole));
        if (whole > int.MaxValue) return null;
        var sources = counted.Select(figure => figure.Source).Distinct().ToArray();
        return new(
            year, (int)count, (int)whole, sources is [var only] ? only : FigureSource.Both,
            counted.Sum(figure => communesIn(figure.Place)), parts.Sum(communesIn));
    }

    private static Figure? Completed(PlacedMeasure one, RecordedFigure recorded) =>
        (one.Measure.Count ?? recorded.Count) is { } count && (one.Measure.Of ?? recorded.Of) is { } whole && count <= whole
            ? new(one.Place, count, whole, one.Measure is { Count: not null, Of: not null } ? FigureSource.Import : FigureSource.Both)
            : null;

    private static Figure? OnRecord(PlacePath place, RecordedFigure recorded) =>
        recorded is { Count: { } count, Of: { } whole and > 0 } ? new(place, count, whole, FigureSource.Records) : null;

    private sealed record Figure(PlacePath Place, int Count, int Whole, FigureSource Source);
}
