using System.Collections.Immutable;

namespace LearningSociety.Domain.Catalogues;

/// <summary>How names of offices are written, as data.</summary>
/// <param name="Abbreviations">Short form to full form, such as "UBND" to "Ủy ban nhân dân".</param>
/// <param name="Places">Words for a place's level ("phường", "thành phố"), which a name may leave out.</param>
/// <param name="Several">Kinds of office of which a commune has several ("trường"), so that only the full name tells one.</param>
/// <param name="Bodies">Bodies that issue papers about an office under their own letterhead ("hội đồng đánh giá").</param>
public sealed record OfficeVocabulary(
    ImmutableSortedDictionary<string, string> Abbreviations, ImmutableArray<string> Places, ImmutableArray<string> Several, ImmutableArray<string> Bodies)
{
    /// <summary>No words at all.</summary>
    public static OfficeVocabulary Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty, [], [], []);
}
