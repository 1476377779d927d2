using FsCheck;
using FsCheck.Fluent;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Domain.Tests.Statistics;

/// <summary>Roll-ups kept up to date change by change are what a plain scan of the facts counts, whatever came in whatever order.</summary>
public sealed class RollUpTests
{
    private const int Dossiers = 6;
    private const int Revisions = 4;

    // A number is an arrival: which dossier, which revision, put or withdrawn. The same may arrive again.
    private static readonly Arbitrary<int[]> Arrivals = Gen.Choose(0, (Dossiers * Revisions * 2) - 1).ArrayOf().ToArbitrary();

    [Fact]
    public void Running_updates_give_what_a_plain_scan_counts() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arrivals, numbers => Differences(Run(numbers), Latest(numbers)).Count == 0));

    [Fact]
    public void The_order_of_arrival_changes_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Arrivals, Gen.Choose(0, 1_000_000).ToArbitrary(), (numbers, seed) =>
        {
            var shuffled = numbers.ToArray();
            new System.Random(seed).Shuffle(shuffled);
            return Run(numbers).Where(NotEmpty).ToHashSet().SetEquals(Run(shuffled).Where(NotEmpty));
        }));

    [Fact]
    public void Roll_ups_made_anew_from_facts_are_those_kept_up_to_date() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Arrivals, numbers => Run(numbers).Where(NotEmpty).ToHashSet().SetEquals(RollUp.Of(Latest(numbers)))));

    [Fact]
    public void Receipts_kept_change_by_change_are_those_of_the_facts() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Arrivals, numbers => Receipts(numbers).ToHashSet().SetEquals(PlaceReceipts.Of(Latest(numbers)))));

    [Fact]
    public void A_receipt_that_stays_what_and_where_it_is_changes_no_shelf()
    {
        var fact = Facts.Any(1, 1);
        Assert.Equal(fact.Dossier, new DossierReceipt(fact.Kind, fact.Office, fact.Received).DossierOf(fact.Year));
        Assert.Empty(ReceiptChange.Between(fact, fact with { Revision = 2, Computed = null }));
        Assert.Equal([null, fact.Received], ReceiptChange.Between(fact, fact with { Place = new("khac") }).Select(change => change.Received));
        Assert.Equal([fact.Received.AddDays(1)], ReceiptChange.Between(fact, fact with { Received = fact.Received.AddDays(1) }).Select(change => change.Received));
    }

    [Fact]
    public void Offices_of_no_commune_share_their_place_out_over_shelves()
    {
        var facts = Enumerable.Range(0, 1000).Select(n => Facts.Any(1, 1) with { Office = $"don-vi-{n}", Place = new("p") }).ToArray();
        var shelves = PlaceReceipts.Of(facts);
        Assert.Equal(1000, shelves.Sum(shelf => shelf.All.Length));
        Assert.InRange(shelves.Max(shelf => shelf.All.Length), 1000 / 32, 100);
        Assert.Single(PlaceReceipts.Of(facts.Select(fact => fact with { Place = new("p", null, "x") })));
    }

    [Fact]
    public void Adding_and_taking_away_gives_back_what_was() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(0, 99).ToArbitrary(), Gen.Choose(0, 99).ToArbitrary(), (a, b) =>
        {
            var (one, other) = (Tally.Of(Facts.Any(a, 1)), Tally.Of(Facts.Any(b, 1)));
            return one.Plus(other).Minus(other).Equals(one) && one.Plus(other).Equals(other.Plus(one)) && one.Minus(one).Equals(Tally.Empty)
                && one.Plus(other).Equals(Tally.Of([Facts.Any(a, 1), Facts.Any(b, 1)])) && one.Minus(other).Counts.All(count => count.Value != 0);
        }));

    [Fact]
    public void A_fact_counts_once_in_each_measure_that_it_is_about() => Assert.Equal(
        "computed.level-2 1, criterion.1.1.level-2 1, criterion.1.level-2 1, criterion.2.none 1, declared.level-2 1, dossiers 1, verdict.complete 1",
        Tally.Of(Facts.Of("complete 2: 1=2 1.1=2 2=-")).ToString());

    // What is kept, what comes, and what is kept then: p is put, w withdrawn, with the revision.
    [Theory]
    [InlineData("-", "p1", "p1")]
    [InlineData("p1", "p1", null)]
    [InlineData("p2", "p1", null)]
    [InlineData("p1", "p2", "p2")]
    [InlineData("p2", "w2", "w2")]
    [InlineData("p2", "w1", null)]
    [InlineData("w2", "p2", null)]
    [InlineData("w2", "w2", null)]
    [InlineData("w2", "p3", "p3")]
    [InlineData("-", "w1", "w1")]
    public void A_revision_counts_exactly_once_and_none_replaces_a_newer_one(string before, string comes, string? after)
    {
        var change = FactChange.Of(before == "-" ? null : Kept(before), Kept(comes));
        Assert.Equal(after is null ? null : Kept(after), change?.Kept);
    }

    private static KeptFact Kept(string text) =>
        text[0] == 'p' ? KeptFact.Counted(Facts.Any(1, text[1] - '0')) : KeptFact.Withdrawn(Facts.Any(1, 1).Dossier, text[1] - '0');

    private static bool NotEmpty(RollUp rollUp) => !rollUp.Tally.IsEmpty;

    private static KeptFact Arrival(int number)
    {
        var fact = Facts.Any(number / 2 % Dossiers, 1 + (number / 2 / Dossiers));
        return number % 8 == 1 ? KeptFact.Withdrawn(fact.Dossier, fact.Revision) : KeptFact.Counted(fact);
    }

    private static List<RollUp> Run(int[] numbers)
    {
        var kept = new Dictionary<string, KeptFact>();
        var rollUps = new Dictionary<(string Kind, PlacePath Place), Tally>();
        foreach (var arrival in numbers.Select(Arrival))
        {
            if (FactChange.Of(kept.GetValueOrDefault(arrival.Dossier), arrival) is not { } change) continue;
            kept[arrival.Dossier] = change.Kept;
            foreach (var gain in change.Gains)
                rollUps[(gain.Kind, gain.Place)] = rollUps.GetValueOrDefault((gain.Kind, gain.Place), Tally.Empty).Plus(gain.Tally);
        }

        return [.. rollUps.Select(sum => new RollUp(sum.Key.Kind, sum.Key.Place, sum.Value))];
    }

    private static List<PlaceReceipts> Receipts(int[] numbers)
    {
        var kept = new Dictionary<string, KeptFact>();
        var shelves = new Dictionary<ReceiptShelf, PlaceReceipts>();
        foreach (var arrival in numbers.Select(Arrival))
        {
            if (FactChange.Of(kept.GetValueOrDefault(arrival.Dossier), arrival) is not { } change) continue;
            kept[arrival.Dossier] = change.Kept;
            foreach (var receipt in change.Receipts)
                shelves[receipt.Shelf] = (shelves.GetValueOrDefault(receipt.Shelf) ?? PlaceReceipts.Of(receipt.Shelf, [])).With(receipt);
        }

        return [.. shelves.Values.Where(shelf => !shelf.IsEmpty)];
    }

    // Of each dossier the newest revision that arrived, unless it was withdrawn.
    private static List<DossierFact> Latest(int[] numbers) =>
    [
        .. from arrival in numbers.Select(Arrival)
           group arrival by arrival.Dossier into all
           let newest = all.Where(one => one.Revision == all.Max(other => other.Revision)).ToArray()
           where newest.All(one => one.Fact is not null)
           select newest[0].Fact,
    ];

    // Counts with loops and strings of its own, by another way than tallies.
    private static List<string> Differences(List<RollUp> rollUps, List<DossierFact> facts)
    {
        var counted = new Dictionary<string, int>();
        foreach (var fact in facts)
            foreach (var place in PlacesOf(fact.Place))
            {
                foreach (var name in new[] { "dossiers", $"verdict.{fact.Verdict.ToString().ToLowerInvariant()}", $"declared.{Name(fact.Declared)}", $"computed.{Name(fact.Computed)}" })
                    Count(counted, fact.Kind, place, name);
                foreach (var row in fact.Criteria)
                    Count(counted, fact.Kind, place, $"criterion.{row.Criterion}.{(row.Indicator is { } i ? i + "." : "")}{Name(row.Result)}");
            }

        var kept = rollUps.SelectMany(rollUp => rollUp.Tally.Counts.Select(count => ($"{rollUp.Kind} {Key(rollUp.Place)} {count.Key}", count.Value))).ToHashSet();
        return [.. kept.Except(counted.Select(c => (c.Key, c.Value))).Concat(counted.Select(c => (c.Key, c.Value)).Except(kept)).Select(one => one.ToString())];
    }

    private static IEnumerable<string> PlacesOf(PlacePath place)
    {
        yield return place.Province;
        if (place.District is not null) yield return $"{place.Province}/{place.District}/";
        if (place.Commune is not null) yield return $"{place.Province}/{place.District}/{place.Commune}";
    }

    private static string Key(PlacePath place) => (place.District, place.Commune) is (null, null) ? place.Province : $"{place.Province}/{place.District}/{place.Commune}";

    private static void Count(Dictionary<string, int> counted, string kind, string place, string name)
    {
        var key = $"{kind} {place} {name}";
        counted[key] = counted.GetValueOrDefault(key) + 1;
    }

    private static string Name(Forms.Result? result) => result switch
    {
        Forms.Result.NotMet => "not-met",
        Forms.Result.Met => "met",
        Forms.Result.Level1 => "level-1",
        Forms.Result.Level2 => "level-2",
        _ => "none",
    };
}
