using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Statistics;

/// <summary>R7: how many communes of a place are recognised as learning communities, from the records.</summary>
/// <param name="Place">The district or province.</param>
/// <param name="Communes">Its communes on the day.</param>
/// <param name="Level1">Those at level 1 in force.</param>
/// <param name="Level2">Those at level 2 in force.</param>
/// <param name="Remade">Codes of recognised communes that were made anew under their code since the decision.</param>
public sealed record CommuneLevels(PlacePath Place, int Communes, int Level1, int Level2, ImmutableArray<string> Remade)
{
    /// <summary>Share at level 2 in percent, to one decimal; null without communes.</summary>
    public decimal? Share => Percentage.Of(Level2, Communes);

    /// <summary>True when the share that a district's level 2 needs is reached (by the counts, not the rounded share); null where no rule asks for one.</summary>
    public bool? IsReached(RecognitionTerms terms) => Place.Tier == UnitTier.District ? CommuneShare.IsReached(Level2, Communes, terms) : null;

    /// <summary>Counts the communes of a place on a day.</summary>
    public static CommuneLevels Of(PlacePath place, DateOnly on, UnitRegister units, RecognitionList recognitions)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(recognitions);
        var communes = units.Within(place, UnitTier.Commune, on);
        var standings = communes.Select(commune => RecognitionStanding.Of(recognitions.OfPlace(commune.Code), on, RecognitionTerms.None)).OfType<RecognitionStanding>().Where(one => one.IsInForce).ToArray();
        return new(
            place, communes.Length, standings.Count(one => one.Recognition.Level == Result.Level1), standings.Count(one => one.Recognition.Level == Result.Level2),
            [.. standings.Where(one => units.Find(one.Recognition.Subject, one.Recognition.Decided) != units.Find(one.Recognition.Subject, on)).Select(one => one.Recognition.Subject)]);
    }
}
