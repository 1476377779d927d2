using System.Collections.Immutable;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>What a province and year keep of a dossier: its fact, or that it was withdrawn, so that an older revision that comes late is not counted.</summary>
/// <param name="Dossier">The dossier's id.</param>
/// <param name="Revision">The newest revision that was put or withdrawn.</param>
/// <param name="Fact">Its fact; null when it was withdrawn.</param>
public sealed record KeptFact(string Dossier, int Revision, DossierFact? Fact)
{
    /// <summary>A fact that counts.</summary>
    public static KeptFact Counted(DossierFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new(fact.Dossier, fact.Revision, fact);
    }

    /// <summary>A dossier that counts no longer, up to and with that revision.</summary>
    public static KeptFact Withdrawn(string dossier, int revision) => new(dossier, revision, null);
}

/// <summary>What putting or withdrawing a fact does to roll-ups: what each gains, with losses below 0.</summary>
/// <param name="Kept">What is kept of the dossier from now on.</param>
/// <param name="Gains">By kind and place: every roll-up that the dossier counts or counted in, also where old and new weigh the same.</param>
/// <param name="Receipts">What it does to the receipts of places.</param>
public sealed record FactChange(KeptFact Kept, ImmutableArray<RollUp> Gains, ImmutableArray<ReceiptChange> Receipts)
{
    /// <summary>The change from what is kept to what comes; null when it changes nothing: a revision counts exactly once, and none replaces a newer one.</summary>
    /// <param name="before">What is kept; null when the dossier is new.</param>
    /// <param name="after">What comes.</param>
    public static FactChange? Of(KeptFact? before, KeptFact after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return before is not null && after.Revision <= before.Revision && !Withdraws(before, after) ? null : Between(before, after);
    }

    /// <summary>The change that sets right what is kept of the revision that counts; null when it is right, or newer.</summary>
    /// <param name="before">What is kept; null when nothing is.</param>
    /// <param name="after">What should be kept.</param>
    public static FactChange? Correcting(KeptFact? before, KeptFact after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return before is not null && (after.Revision < before.Revision || after == before) ? null : Between(before, after);
    }

    // A revision may be withdrawn after it was put.
    private static bool Withdraws(KeptFact before, KeptFact after) => after is { Fact: null } && before is { Fact: not null } && after.Revision == before.Revision;

    private static FactChange Between(KeptFact? before, KeptFact after)
    {
        var gains = new Dictionary<(string Kind, PlacePath Place), Tally>();
        Add(before?.Fact, static (sum, tally) => sum.Minus(tally));
        Add(after.Fact, static (sum, tally) => sum.Plus(tally));
        return new(after, [.. gains.Select(gain => new RollUp(gain.Key.Kind, gain.Key.Place, gain.Value))], ReceiptChange.Between(before?.Fact, after.Fact));

        void Add(DossierFact? fact, Func<Tally, Tally, Tally> with)
        {
            if (fact is null) return;
            var tally = Tally.Of(fact);
            foreach (var place in fact.Place.Places)
                gains[(fact.Kind, place)] = with(gains.GetValueOrDefault((fact.Kind, place), Tally.Empty), tally);
        }
    }
}
