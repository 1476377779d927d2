using System.Collections.Immutable;

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
}
