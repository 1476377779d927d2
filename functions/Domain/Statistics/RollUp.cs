using System.Collections.Immutable;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>The tally of all facts of a kind in a place; of one province and year.</summary>
/// <param name="Kind">The dossier kind.</param>
/// <param name="Place">The place.</param>
/// <param name="Tally">What its facts count together.</param>
public sealed record RollUp(string Kind, PlacePath Place, Tally Tally)
{
    /// <summary>The roll-ups of facts, from a plain scan of them; by kind and place.</summary>
    public static ImmutableArray<RollUp> Of(IEnumerable<DossierFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. from fact in facts
               from place in fact.Place.Places
               group fact by (fact.Kind, Place: place) into all
               let tally = Tally.Of(all)
               orderby all.Key.Kind, all.Key.Place.Code
               select new RollUp(all.Key.Kind, all.Key.Place, tally),
        ];
    }
}
