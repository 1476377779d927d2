using System.Collections.Immutable;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using LearningSociety.Domain.Tests.Dossiers;

namespace LearningSociety.Domain.Tests.Statistics;

public sealed class ResultTests
{
    // Results of dossiers, units in the register; then the rates of level 2: of those assessed, and of all.
    [Theory]
    [InlineData("2 2 1 0", 8, "50.0", "25.0", false)]
    [InlineData("2 1 0", 3, "33.3", "33.3", true)]
    [InlineData("2 -", null, "100.0", null, false)]
    [InlineData("- -", 4, null, "0.0", false)]
    [InlineData("2 2 1", 0, "66.7", null, false)]
    public void Rates_are_of_those_assessed_and_of_all_to_one_decimal(string results, int? registered, string? ofAssessed, string? ofAll, bool doNotAddUp)
    {
        var counts = ResultCounts.Of(Tally.Of(results.Split(' ').Select((result, n) => Facts.Of($"complete {result}", $"o{n}"))), registered);
        Assert.Equal((Number(ofAssessed), Number(ofAll), doNotAddUp), (counts.OfAssessed(counts.Level2), counts.OfAll(counts.Level2), counts.SharesDoNotAddUp));
        Assert.Equal(counts.Dossiers, counts.Assessed + counts.NotAssessed);
    }

    [Fact]
    public void Rows_and_rest_add_up_to_the_whole()
    {
        PlacePath province = new("17"), district = new("17", "148"), other = new("17", "150");
        var facts = new[]
        {
            Facts.Of("complete 2", "a", place: new("17", "148", "04789")), Facts.Of("complete 1", "b", place: district), Facts.Of("doubtful 2", "c", place: province),
        };
        var registered = new Dictionary<PlacePath, int> { [province] = 7, [district] = 4, [other] = 2 };

        var results = PlaceResults.Of(RollUp.Of(facts), province, UnitTier.District, [other], registered);

        Assert.Equal(["148 2 of 4", "150 0 of 2"], results.Rows.Select(row => $"{row.Place.Code} {row.Counts.Dossiers} of {row.Counts.Registered}"));
        Assert.Equal((1, 1, 1), (results.Rest!.Dossiers, results.Rest.Doubtful, results.Rest.Registered));
        Assert.Equal((3, 2, 7), (results.Whole.Counts.Dossiers, results.Whole.Counts.Level2, results.Whole.Counts.Registered));
        Assert.Null(PlaceResults.Of(RollUp.Of(facts[..1]), province, UnitTier.District, [], null).Rest);
    }

    [Fact]
    public void A_year_is_told_beside_the_one_before()
    {
        var years = YearResult.Of([(2025, Counts("2 2 1 1")), (2024, Counts("2 1 1")), (2026, Counts("-"))]);
        Assert.Equal(
            ["2024 - -", "2025 1 16.7", "2026 -3 -"],
            years.Select(year => FormattableString.Invariant($"{year.Year} {year.Change(one => one.Dossiers)?.ToString() ?? "-"} {year.ChangeOfShare(one => one.Level2)?.ToString() ?? "-"}")));

        static ResultCounts Counts(string results) => ResultCounts.Of(Tally.Of(results.Split(' ').Select((result, n) => Facts.Of($"complete {result}", $"o{n}"))), null);
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class CriterionStandingTests
{
    [Fact]
    public void The_weakest_come_first()
    {
        // 1.1 is never met; 2 is best in half of the tables, 1 in all; 3.1 is blank everywhere.
        var tally = Tally.Of([Facts.Of("complete 2: 1=2 1.1=0 2=1 3.1=-", "a"), Facts.Of("complete 2: 1=2 1.1=0 2=2 3.1=-", "b")]);

        var standings = CriterionStanding.Of(tally, null);

        Assert.Equal(["1.1 100.0 0.0", "2 0.0 50.0", "1 0.0 100.0", "3.1 - -"], standings.Select(Line));
        Assert.Equal(2, standings[^1].Blank);
    }

    [Fact]
    public void Texts_come_from_the_scheme()
    {
        var scheme = Sample.Catalogue.Scheme("district-level-2")!;
        var standings = CriterionStanding.Of(Tally.Of(Facts.Of("complete M: 4=M 4.1=M 9.9=M", kind: "district-community")), scheme);
        Assert.Equal([scheme.Criteria[3].Text, scheme.Criteria[3].Indicators[0].Text, ""], standings.OrderBy(row => row.Criterion).ThenBy(row => row.Indicator ?? 0).Select(row => row.Text));
    }

    private static string Line(CriterionStanding row) => FormattableString.Invariant(
        $"{row.Criterion}{(row.Indicator is { } i ? "." + i : "")} {(row.NotMetShare is { } share ? $"{share:0.0}" : "-")} {(row.BestShare is { } best ? $"{best:0.0}" : "-")}");
}

public sealed class GradingComparisonTests
{
    [Fact]
    public void The_plan_stands_beside_the_results_of_the_year_before()
    {
        var comparison = GradingComparison.Of(2023, [Fact("a", "2023-02-20", Table(Gradings.Results()), Table(Gradings.Plan()))]);

        Assert.Equal((2, 27, 27), (comparison.Rows.Length, comparison.Total.Before!.Communes, comparison.Total.Plan!.Communes));
        Assert.Null(comparison.Result);
        Assert.Null(comparison.Total.Result);
        Assert.Empty(comparison.WrongTotals);
        Assert.All(comparison.Rows, row => Assert.Equal(row.Before!.Communes, row.Plan!.Communes));
    }

    [Fact]
    public void Results_of_the_year_come_with_the_plan_for_the_next()
    {
        var later = Table(Gradings.Results()) with { Year = 2023 };
        var comparison = GradingComparison.Of(2023, [Fact("a", "2023-02-20", Table(Gradings.Results()), Table(Gradings.Plan())), Fact("b", "2024-02-20", later)]);
        Assert.Equal(("a", "a", "b"), (comparison.Before!.Dossier, comparison.Plan!.Dossier, comparison.Result!.Dossier));
        Assert.Equal(comparison.Total.Before!.Good, comparison.Total.Result!.Good);
    }

    [Fact]
    public void Of_two_tables_for_the_same_year_the_one_received_last_stands()
    {
        var comparison = GradingComparison.Of(2023, [Fact("a", "2023-03-01", Table(Gradings.Plan())), Fact("b", "2023-02-01", Table(Gradings.Plan()))]);
        Assert.Equal("a", comparison.Plan!.Dossier);
    }

    [Fact]
    public void A_total_that_the_districts_do_not_add_up_to_is_named()
    {
        var table = Table(Gradings.Results());
        var spoiled = table with { Rows = [table.Rows[0] with { Good = table.Rows[0].Good + 1 }, .. table.Rows[1..]] };
        var wrong = Assert.Single(GradingComparison.Of(2023, [Fact("a", "2023-02-20", spoiled)]).WrongTotals);
        Assert.Equal("good", wrong.Column);
    }

    [Fact]
    public void A_district_is_found_by_its_name_whichever_way_its_tone_is_written()
    {
        var one = new ReportGrading(GradingKind.Results, 2022, [new("Yên Thủy", 3, 3, 3, 0, 0, 0, 0)]);
        var other = new ReportGrading(GradingKind.Plan, 2023, [new("Yên Thuỷ", 3, 3, 2, 1, 0, null, 0)]);
        Assert.Equal((3, 2), (Assert.Single(GradingComparison.Of(2023, [Fact("a", "2023-02-20", one, other)]).Rows) is { Before: { } before, Plan: { } plan } ? (before.Good, plan.Good) : default));
    }

    private static DossierFact Fact(string dossier, string received, params ReportGrading[] tables) => Facts.Of("complete -") with
    {
        Dossier = dossier,
        Received = DateOnly.ParseExact(received, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Gradings = [.. tables],
    };

    private static ReportGrading Table(GradingTable table) => new(table.Kind, table.Year.Value, [.. table.Rows.Select(row => new ReportGradingRow(
        row.District, row.Communes.Value, row.Assessed.Value, row.Good.Value, row.Fair.Value, row.Average.Value, row.Failed?.Value, row.NotAssessed.Value))]);
}
