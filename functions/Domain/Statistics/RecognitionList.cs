using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>Recognitions that people decided on, by whom they are about.</summary>
/// <param name="recognitions">All of them.</param>
public sealed class RecognitionList(ImmutableArray<GrantedRecognition> recognitions)
{
    private readonly ILookup<string, GrantedRecognition> offices = recognitions.Where(one => one.Office is not null).ToLookup(one => one.Office!, StringComparer.Ordinal);
    private readonly ILookup<string, GrantedRecognition> places = recognitions.Where(one => one.Place is not null).ToLookup(one => one.Place!, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public ImmutableArray<GrantedRecognition> All => recognitions;

    /// <summary>Those of an office, in any order.</summary>
    public IEnumerable<GrantedRecognition> OfOffice(string slug) => offices[slug];

    /// <summary>Those of an administrative unit, in any order.</summary>
    public IEnumerable<GrantedRecognition> OfPlace(string code) => places[code];

    /// <summary>Codes of units that hold a recognition in force and are no longer there on a day, having become units of the place: whether it holds for those no source says.</summary>
    public ImmutableArray<string> GoneInto(PlacePath place, DateOnly on, UnitRegister units)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(units);
        return
        [
            .. places.Where(unit => units.Find(unit.Key, on) is null && RecognitionStanding.Of(unit, on, RecognitionTerms.None) is { IsInForce: true } && units.PathOf(unit.Key, on)?.At(place.Tier) == place.Code)
                .Select(unit => unit.Key).Order(StringComparer.Ordinal),
        ];
    }
}
