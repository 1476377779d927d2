using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;
using LearningSociety.Domain.Tests.Dossiers;

namespace LearningSociety.Domain.Tests.Rules;

public sealed class LowestResultTests
{
    [Theory]
    [InlineData("M M M", "M")]
    [InlineData("M 0 M", "0")]
    [InlineData("2 2 2", "2")]
    [InlineData("2 1 2", "1")]
    [InlineData("2 1 0", "0")]
    [InlineData("2 - 2", "-")]
    [InlineData("0 -", "-")]
    [InlineData("-", "-")]
    [InlineData("", "-")]
    public void R1_R3_A_whole_has_what_all_its_parts_reach(string parts, string expected) => Assert.Equal(Result(expected), Of(parts).Value);

    [Theory]
    [InlineData("2 1", "1", false)]
    [InlineData("2 1", "2", true)]
    [InlineData("2 2", "1", true)]
    [InlineData("2 -", "2", false)]
    [InlineData("2 -", "1", false)]
    [InlineData("1 -", "2", true)]
    [InlineData("0 -", "0", false)]
    [InlineData("- -", "2", false)]
    public void A_declared_result_contradicts_when_no_filling_of_the_blanks_gives_it(string parts, string declared, bool contradicts) =>
        Assert.Equal(contradicts, Of(parts).Contradicts(Result(declared)!.Value));

    private static LowestResult Of(string parts) => LowestResult.Of(parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Result));

    private static Result? Result(string text) => text switch
    {
        "0" => Forms.Result.NotMet, "M" => Forms.Result.Met, "1" => Forms.Result.Level1, "2" => Forms.Result.Level2, _ => null,
    };
}

public sealed class RecognitionTests
{
    private static readonly RecognitionTerms Terms = Sample.Catalogue.Scheme("unit-2023")!.Terms;

    [Theory]
    [InlineData("2026-02-10", "2029-12-31")]
    [InlineData("2026-12-31", "2029-12-31")]
    [InlineData("2027-01-01", "2030-12-31")]
    public void R5_A_recognition_is_kept_for_36_months_after_its_year(string decided, string last) =>
        Assert.Equal(Day(last), RecognitionValidity.LastDay(new(Result.Level1, Day(decided)), Terms));

    [Theory]
    [InlineData("2026-02-09", false)]
    [InlineData("2026-02-10", true)]
    [InlineData("2029-12-31", true)]
    [InlineData("2030-01-01", false)]
    public void R5_It_is_in_force_from_its_decision_through_the_last_day(string day, bool inForce) =>
        Assert.Equal(inForce, RecognitionValidity.IsInForce(new(Result.Level1, new(2026, 2, 10)), Day(day), Terms));

    [Theory]
    [InlineData(Result.Level1, Result.Level2, "2027-02-09", false)]
    [InlineData(Result.Level1, Result.Level2, "2027-02-10", true)]
    [InlineData(Result.Level1, Result.Level1, "2026-03-01", true)]
    [InlineData(Result.Level2, Result.Level2, "2026-03-01", true)]
    public void R4_After_level_1_level_2_may_be_asked_for_12_months_later(Result earlier, Result asked, string day, bool may) =>
        Assert.Equal(may, UpgradeRule.MayAsk(asked, new(earlier, new(2026, 2, 10)), Day(day), Terms));

    [Fact]
    public void R4_Level_2_may_be_asked_for_at_once() => Assert.True(UpgradeRule.MayAsk(Result.Level2, null, new(2026, 1, 5), Terms));

    [Fact]
    public void R4_A_lapsed_level_1_holds_nothing_back() => Assert.Null(UpgradeRule.EarliestRequest(Result.Level2, new(Result.Level1, new(2026, 2, 10)), new(2030, 1, 1), Terms));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class FigureRuleTests
{
    [Theory]
    [InlineData("2025-01-01", "2025-12-31", true)]
    [InlineData("2025-01-01", "2025-11-30", false)]
    [InlineData("2024-12-31", "2025-12-31", false)]
    public void R6_Figures_cover_the_whole_assessed_year(string from, string to, bool whole) =>
        Assert.Equal(whole, new AssessedPeriod(2025).Is(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(2024, false)]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void R6_A_day_lies_in_the_assessed_year_or_not(int year, bool within) => Assert.Equal(within, new AssessedPeriod(2025).Contains(new(year, 6, 30)));

    [Theory]
    [InlineData(9, 10, true)]
    [InlineData(89, 100, false)]
    [InlineData(90, 100, true)]
    [InlineData(8, 9, false)]
    [InlineData(0, 0, null)]
    public void R7_Nine_communes_in_ten_at_level_2(int atLevel2, int communes, bool? reached) =>
        Assert.Equal(reached, CommuneShare.IsReached(atLevel2, communes, Sample.Catalogue.Scheme("district-level-2")!.Terms));

    [Fact]
    public void R7_Is_asked_of_no_unit() => Assert.Null(CommuneShare.IsReached(1, 1, Sample.Catalogue.Scheme("unit-2023")!.Terms));

    [Theory]
    [InlineData(109, 151, "72.2")]
    [InlineData(35, 151, "23.2")]
    [InlineData(7, 151, "4.6")]
    [InlineData(113, 151, "74.8")]
    [InlineData(1, 8, "12.5")]
    [InlineData(1, 16, "6.3")]
    [InlineData(5, 0, null)]
    public void R8_Shares_have_one_decimal_half_up(int count, int whole, string? percent) =>
        Assert.Equal(percent is null ? null : decimal.Parse(percent, CultureInfo.InvariantCulture), Percentage.Of(count, whole));

    [Theory]
    [InlineData("74.8", true)]
    [InlineData("74.9", false)]
    [InlineData("75", true)]
    [InlineData("74", false)]
    [InlineData("74.83", true)]
    [InlineData("74.84", false)]
    public void R8_A_stated_share_is_judged_to_the_decimals_it_states(string stated, bool agrees) =>
        Assert.Equal(agrees, Percentage.Agrees(decimal.Parse(stated, CultureInfo.InvariantCulture), 113, 151));

    [Theory]
    [InlineData(85, 100, Result.Level2)]
    [InlineData(84, 100, Result.Level1)]
    [InlineData(17, 20, Result.Level2)]
    [InlineData(59, 100, Result.NotMet)]
    [InlineData(5, 0, null)]
    public void Points_give_the_result_of_the_highest_threshold_reached(int points, int attainable, Result? expected) =>
        Assert.Equal(expected, PointShare.ResultOf(points, attainable, [new(0, Result.NotMet), new(60, Result.Level1), new(85, Result.Level2)]));

    [Fact]
    public void Points_decide_nothing_without_thresholds() => Assert.Null(PointShare.ResultOf(10, 10, []));
}

public sealed class SummaryOutcomeTests
{
    private static readonly Scheme Points = Sample.Catalogue.Scheme("unit-2023")! with { PointThresholds = [new(0, Result.NotMet), new(60, Result.Level1), new(85, Result.Level2)] };

    [Theory]
    [InlineData("1=10/10 1.1=5/5 1.2=5/5", Result.Level2)]
    [InlineData("1=6/10 1.1=3/5 1.2=3/5", Result.Level1)]
    [InlineData("1=9/10 2=8/10", Result.Level2)]
    [InlineData("1.1=5/5 1.2=-", null)]
    public void Points_count_once_by_indicator_or_by_criterion(string rows, Result? expected) =>
        Assert.Equal(expected, SummaryOutcome.Of(Sample.Paper("unit-m18").Rows(rows).Criteria, Points).Overall.Value);

    [Fact]
    public void A_district_with_a_row_missing_is_not_computed()
    {
        var rows = Sample.DistrictFile().Forms[0].Criteria;
        var scheme = Sample.Catalogue.Scheme("district-level-2")!;
        Assert.Equal(Result.Met, SummaryOutcome.Of(rows, scheme).Overall.Value);
        Assert.All(rows.Where(row => row.Indicator is not null), row => Assert.Null(SummaryOutcome.Of(rows.Remove(row), scheme).Overall.Value));
    }
}
