using System.Collections.Immutable;

namespace LearningSociety.Domain.Places;

/// <summary>Where an office stands: the codes from the province down. A tier that the year does not have, or the office stands above, is null.</summary>
/// <param name="Province">The province's code.</param>
/// <param name="District">The district's code.</param>
/// <param name="Commune">The commune's code.</param>
public sealed record PlacePath(string Province, string? District = null, string? Commune = null)
{
    /// <summary>The lowest place's code.</summary>
    public string Code => Commune ?? District ?? Province;

    /// <summary>The lowest place's tier.</summary>
    public UnitTier Tier => Commune is not null ? UnitTier.Commune : District is not null ? UnitTier.District : UnitTier.Province;

    /// <summary>The path of every place that this one lies in, from the province down to itself.</summary>
    public ImmutableArray<PlacePath> Places => (District, Commune) switch
    {
        (null, null) => [this],
        (null, _) or (_, null) => [new(Province), this],
        _ => [new(Province), new(Province, District), this],
    };

    /// <summary>The code of the place of that tier; null when the path has none.</summary>
    public string? At(UnitTier tier) => tier switch
    {
        UnitTier.Province => Province,
        UnitTier.District => District,
        _ => Commune,
    };
}
