using LearningSociety.App.Records;
using LearningSociety.App.Statistics;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

public sealed class CountingTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_dossier_counts_in_its_commune_its_district_and_its_province()
    {
        var stack = new StatisticsStack(azurite);
        await stack.ShowAsync(await stack.OfficeAsync("a", 0), 1, Result.Level2);

        foreach (var place in (string[])[stack.Province, $"{stack.Province}-h0", StatisticsStack.CommuneOf(stack.Province, 0)])
        {
            var tally = await stack.TallyAsync(code: place);
            Assert.Equal((1, 1, 1, 1), (tally[Measures.Dossiers], tally["verdict.complete"], tally["computed.level-2"], tally["criterion.1.2.level-1"]));
        }

        Assert.True((await stack.TallyAsync(code: $"{stack.Province}-h1")).IsEmpty);
    }

    [Fact]
    public async Task Since_2025_a_commune_lies_in_its_province_alone()
    {
        var stack = new StatisticsStack(azurite);
        await stack.ShowAsync(await stack.OfficeAsync("a", 0, year: 2025), 1, Result.Level2);
        var places = (await stack.Book.RollUpsAsync(new(stack.Province, 2025), "unit-request", None)).RollUps.Select(rollUp => rollUp.Place.Code);
        Assert.Equal([stack.Province, StatisticsStack.CommuneOf(stack.Province, 0)], places);
    }

    [Fact]
    public async Task A_new_revision_takes_the_place_of_the_one_before_and_an_old_one_that_comes_late_changes_nothing()
    {
        var stack = new StatisticsStack(azurite);
        var dossier = await stack.OfficeAsync("a", 0);
        await stack.ShowAsync(dossier, 1, Result.Level1, Verdict.Incomplete);
        await stack.ShowAsync(dossier, 2, Result.Level2);
        var rows = await stack.RowsAsync();
        await stack.ShowAsync(dossier, 1, Result.Level1, Verdict.Incomplete);
        await stack.ShowAsync(dossier, 2, Result.Level2);

        Assert.Equal(rows, await stack.RowsAsync());
        Assert.Equal((1, 0, 1), ((await stack.TallyAsync())[Measures.Dossiers], (await stack.TallyAsync())["computed.level-1"], (await stack.TallyAsync())["computed.level-2"]));
    }

    [Fact]
    public async Task Fifty_dossiers_of_a_district_that_finish_at_once_all_count_exactly_once()
    {
        var stack = new StatisticsStack(azurite);
        var dossiers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => stack.OfficeAsync($"o{n}", n % 3)));

        // Each is shown twice, as an activity is that was run again.
        await Task.WhenAll(dossiers.Concat(dossiers).Select((dossier, n) => stack.ShowAsync(dossier, 1, n % 2 == 0 ? Result.Level1 : Result.Level2)));

        var (district, province) = (await stack.TallyAsync(code: $"{stack.Province}-h0"), await stack.TallyAsync());
        Assert.Equal((50, 25, 25), (district[Measures.Dossiers], district["computed.level-1"], district["computed.level-2"]));
        Assert.Equal(district, province);
        Assert.Equal(50, await stack.Book.FactsAsync(new(stack.Province, 2024), "unit-request", None).CountAsync(None));
        Assert.Equal(50, (await stack.Book.VersionAsync(new(stack.Province, 2024), None)).Number);
    }

    [Fact]
    public async Task Processes_that_know_nothing_of_each_other_lose_no_count()
    {
        var stack = new StatisticsStack(azurite);
        var facts = Enumerable.Range(0, 24).Select(n => Fact(stack, $"p{n}", n % 6)).ToArray();

        await Task.WhenAll(facts.Select(fact => stack.NewStore().PutAsync(fact, None)));

        Assert.Equal(24, (await stack.TallyAsync())[Measures.Dossiers]);
        Assert.Equal(RollUp.Of(facts), (await stack.Book.RollUpsAsync(new(stack.Province, 2024), "unit-request", None)).RollUps.OrderBy(rollUp => rollUp.Place.Code, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_dossier_subtracts_what_it_added_and_stays_out()
    {
        var stack = new StatisticsStack(azurite);
        var (first, second) = (Fact(stack, "a", 0), Fact(stack, "b", 1));
        await stack.Store.PutAsync(first, None);
        var rows = await stack.RowsAsync();
        await stack.Store.PutAsync(second, None);

        Assert.True(await stack.Store.WithdrawAsync(new(stack.Province, 2024), second.Dossier, 1, None));
        Assert.False(await stack.Store.WithdrawAsync(new(stack.Province, 2024), second.Dossier, 1, None));
        Assert.False(await stack.Store.PutAsync(second, None));

        Assert.Equal(rows, (await stack.RowsAsync()).Where(row => !row.Contains("Withdrawn=True", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_office_that_moved_to_another_province_counts_there_alone()
    {
        var (from, to) = (new StatisticsStack(azurite), new StatisticsStack(azurite));
        var dossier = await from.OfficeAsync("a", 0);
        await from.ShowAsync(dossier, 1, Result.Level1);
        from.Units.Units = new([.. from.Units.Units.Units, .. to.Units.Units.Units]);
        await from.Offices.PutAsync(new(dossier.Office, "A", to.Province, StatisticsStack.CommuneOf(to.Province, 4)), None);

        await from.ShowAsync(dossier, 2, Result.Level2);

        Assert.True((await from.TallyAsync()).IsEmpty);
        Assert.Equal(1, (await to.TallyAsync())["computed.level-2"]);
    }

    [Fact]
    public async Task A_crash_between_showing_and_counting_is_healed_by_doing_it_again()
    {
        var stack = new StatisticsStack(azurite);
        var dossier = await stack.OfficeAsync("a", 0);
        await stack.ShowAsync(dossier, 1, Result.Level1);
        // The head row was flipped, then the process ended.
        await stack.Heads.ChangeAsync(dossier, head => head!.Reported(2, Verdict.Complete, stack.Province), None);
        Assert.Equal(1, (await stack.TallyAsync())["computed.level-1"]);

        await stack.ShowAsync(dossier, 2, Result.Level2);

        Assert.Equal((1, 1), ((await stack.TallyAsync())[Measures.Dossiers], (await stack.TallyAsync())["computed.level-2"]));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(99, 99)]
    public async Task A_fact_comes_back_as_it_was_put(int criteria, int indicators)
    {
        var stack = new StatisticsStack(azurite);
        var fact = Fact(stack, "a", 0) with
        {
            OfficeName = "Trường “Hòa”, =1", Scheme = null, Declared = null, Computed = null, Verdict = Verdict.Doubtful,
            Criteria = [.. Enumerable.Range(1, criteria).SelectMany(c => Enumerable.Range(0, indicators + 1).Select(i => new FactCriterion(c, i == 0 ? null : i, (c + i) % 5 is < 4 and var r ? (Result)r : null, i == 1 ? 7.5m : null, i == 1 ? 10m : null)))],
            Gradings = [new(GradingKind.Plan, 2024, [new("Đà Bắc", 17, 17, 11, 6, 0, null, 0), new("Tổng", 17, 17, 11, 6, 0, null, 0)])],
            Targets = [new("family", 2030, 75.5m)],
        };
        await stack.Store.PutAsync(fact, None);
        Assert.Equal(fact, Assert.Single(await stack.Book.FactsAsync(new(stack.Province, 2024), "unit-request", None).ToListAsync(None)));
        Assert.Equal(Tally.Of(fact), await stack.TallyAsync());
    }

    [Fact]
    public async Task An_office_without_unit_or_province_counts_nowhere_in_particular()
    {
        var stack = new StatisticsStack(azurite);
        Assert.Equal(new(ProvinceYear.Nowhere), PlaceBook.Of(new("a", "A"), stack.Units.Units, UnitRegister.DayOf(2024)));
        Assert.Equal(new(stack.Province), PlaceBook.Of(new("a", "A", stack.Province), stack.Units.Units, UnitRegister.DayOf(2024)));
        Assert.Equal(new("hoa-binh"), PlaceBook.Of(new("a", "A", "hoa-binh", "chua-co"), stack.Units.Units, UnitRegister.DayOf(2024)));
    }

    private static DossierFact Fact(StatisticsStack stack, string office, int commune) => DossierFact.Of(
        StatisticsStack.ReportOf(Domain.Dossiers.DossierId.TryCreate("unit-request", 2024, $"{office}-{stack.Province}")!, 1, Result.Level2, Verdict.Complete, "1=2 1.1=2"),
        new(stack.Province, $"{stack.Province}-h{commune / 3}", StatisticsStack.CommuneOf(stack.Province, commune)), StatisticsStack.Catalogue);
}
