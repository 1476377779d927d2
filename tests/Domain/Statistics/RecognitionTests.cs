using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Domain.Tests.Statistics;

public sealed class RecognitionTests
{
    private static readonly RecognitionTerms Terms = new(36, 12, 90);

    // Decisions as "level day [last day]"; the day; what stands: state, level, last day, first day to ask for level 2 and whether it has come.
    [Theory]
    [InlineData("nothing yet", "2026-02-09", "", "1 2026-02-10")]
    [InlineData("R5: kept through 2029", "2026-02-10", "in-force 1 2029-12-31 2027-02-10 no", "1 2026-02-10")]
    [InlineData("R4: twelve months after the decision", "2027-02-09", "in-force 1 2029-12-31 2027-02-10 no", "1 2026-02-10")]
    [InlineData("R4: and not a day earlier", "2027-02-10", "in-force 1 2029-12-31 2027-02-10 yes", "1 2026-02-10")]
    [InlineData("a year before its last day", "2028-12-31", "in-force 1 2029-12-31 2027-02-10 yes", "1 2026-02-10")]
    [InlineData("lapsing within the year", "2029-01-01", "lapsing 1 2029-12-31 2027-02-10 yes", "1 2026-02-10")]
    [InlineData("on its last day", "2029-12-31", "lapsing 1 2029-12-31 2027-02-10 yes", "1 2026-02-10")]
    [InlineData("the day after", "2030-01-01", "lapsed 1 2029-12-31 - no", "1 2026-02-10")]
    [InlineData("level 2 waits for nothing", "2027-02-10", "in-force 2 2029-12-31 - no", "2 2026-02-10")]
    [InlineData("the last decision counts", "2027-06-01", "in-force 2 2030-12-31 - no", "1 2026-02-10", "2 2027-03-01")]
    [InlineData("one in force before one that lapsed", "2027-06-01", "in-force 1 2029-12-31 2027-02-10 yes", "1 2026-02-10", "2 2026-05-01 2026-12-31")]
    [InlineData("the decision's own last day", "2026-03-01", "lapsing 1 2026-12-31 2027-02-10 no", "1 2026-02-10 2026-12-31")]
    public void A_recognition_stands_on_a_day(string what, string on, string standing, params string[] decisions)
    {
        Assert.NotEmpty(what);
        var found = RecognitionStanding.Of(decisions.Select(text => Decision("a", null, text)), Day(on), Terms);
        Assert.Equal(standing, found is null ? "" : string.Create(CultureInfo.InvariantCulture,
            $"{Findings.WireName.Of(found.State)} {(found.Recognition.Level == Result.Level2 ? 2 : 1)} {found.LastDay:yyyy-MM-dd} {(found.UpgradeFrom is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "-")} {(found.MayUpgrade ? "yes" : "no")}"));
    }

    // R7: of ten communes so many at level 2 and level 1; the share, and whether a district's 90% are reached.
    [Theory]
    [InlineData(0, 0, "0 no")]
    [InlineData(8, 2, "80 no")]
    [InlineData(9, 0, "90 yes")]
    [InlineData(9, 1, "90 yes")]
    [InlineData(10, 0, "100 yes")]
    public void R7_needs_nine_of_ten_communes_at_level_2(int level2, int level1, string expected)
    {
        var units = new UnitRegister(
        [
            new("17", "Tỉnh", UnitTier.Province, null, null, null, []), new("148", "Huyện", UnitTier.District, "17", null, null, []),
            .. Enumerable.Range(0, 10).Select(n => new AdministrativeUnit($"x{n}", $"Xã {n}", UnitTier.Commune, "148", null, null, [])),
        ]);
        var list = new RecognitionList([.. Enumerable.Range(0, level2 + level1).Select(n => Decision(null, $"x{n}", $"{(n < level2 ? 2 : 1)} 2024-05-01"))]);
        var levels = CommuneLevels.Of(new("17", "148"), Day("2024-12-31"), units, list);
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{levels.Share:0} {(levels.IsReached(Terms) == true ? "yes" : "no")}"));
        Assert.Equal((level2, level1, 0), (levels.Level2, levels.Level1, levels.Remade.Length));
        Assert.Null(CommuneLevels.Of(new("17"), Day("2024-12-31"), units, list).IsReached(Terms));
        Assert.Equal(0, CommuneLevels.Of(new("17", "148"), Day("2024-04-30"), units, list).Level2);
    }

    [Fact]
    public void A_commune_made_anew_under_its_code_keeps_its_recognition_and_is_named()
    {
        var units = new UnitRegister(
        [
            new("17", "Tỉnh", UnitTier.Province, null, null, null, []), new("148", "Huyện", UnitTier.District, "17", null, Day("2025-06-30"), []),
            new("x", "Xã X", UnitTier.Commune, "148", null, Day("2025-06-30"), ["x"]), new("x", "Xã X", UnitTier.Commune, "17", Day("2025-07-01"), null, []),
        ]);
        var levels = CommuneLevels.Of(new("17"), Day("2025-12-31"), units, new([Decision(null, "x", "2 2024-05-01")]));
        Assert.Equal((1, 1, "x"), (levels.Communes, levels.Level2, Assert.Single(levels.Remade)));
    }

    [Fact]
    public void A_commune_that_became_another_leaves_its_recognition_behind_and_is_named()
    {
        var units = new UnitRegister(
        [
            new("17", "Tỉnh", UnitTier.Province, null, null, null, []), new("18", "Tỉnh khác", UnitTier.Province, null, null, null, []),
            new("x", "Xã X", UnitTier.Commune, "17", null, Day("2025-06-30"), ["z"]), new("y", "Xã Y", UnitTier.Commune, "17", null, Day("2025-06-30"), ["z"]),
            new("z", "Xã Z", UnitTier.Commune, "17", Day("2025-07-01"), null, []),
        ]);
        var list = new RecognitionList([Decision(null, "x", "2 2024-05-01"), Decision(null, "y", "1 2020-05-01 2021-05-01")]);
        Assert.Equal((1, 0), (CommuneLevels.Of(new("17"), Day("2025-12-31"), units, list).Communes, CommuneLevels.Of(new("17"), Day("2025-12-31"), units, list).Level2));
        Assert.Equal(["x"], list.GoneInto(new("17"), Day("2025-12-31"), units));
        Assert.Equal(["x"], list.GoneInto(new("17", null, "z"), Day("2025-12-31"), units));
        Assert.Empty(list.GoneInto(new("18"), Day("2025-12-31"), units));
        Assert.Empty(list.GoneInto(new("17"), Day("2024-12-31"), units));
    }

    private static GrantedRecognition Decision(string? office, string? place, string text)
    {
        var words = text.Split(' ');
        return new(office, place, words[0] == "2" ? Result.Level2 : Result.Level1, "1/QĐ", Day(words[1]), words.Length > 2 ? Day(words[2]) : null);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
