using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

public sealed class TargetsQueryTests(AzuriteFixture azurite)
{
    private static readonly string[] Cells = ["targetYear", "target", "targetSource", "measuredYear", "count", "of", "percent", "measuredSource", "distance", "projected", "reached"];
    private const string Measures = "place,indicator,year,count,of";

    [Fact]
    public async Task A_figure_says_where_it_comes_from()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        await site.ImportAsync("measures", Measures, "{p},family,2021,400,1000", "{p},clan,2021,400,1000", "{p},literacy-level-2,2021,3,");
        await site.ImportAsync("measures", Measures, "{p},clan,2024,540,1000", "{p}-x0,family,2024,60,100", "{p}-x1,family,2024,48,100", "{p},literacy-level-2,2024,6,");
        await PlanAsync(site, "huyen", $"{site.Province}-h0", new ReportTarget("family", 2025, 75, null, null));
        await PlanAsync(site, "tinh", site.Province, new ReportTarget("family", 2030, 82.5m, null, null));
        await PlanAsync(site, "khong-noi", "", new ReportTarget("family", 2025, 99, null, null));

        Assert.Equal(
            ["2025 70 catalogue 2024 108 200 54 import -16 - -", "2030 82.5 plan 2024 108 200 54 import -28.5 - -"],
            await RowsAsync(site, "family", ""));
        Assert.Equal(["2025 65 catalogue 2024 540 1000 54 import -11 58.7 no", "2030 75 catalogue 2024 540 1000 54 import -21 82.0 yes"], await RowsAsync(site, "clan", ""));
        Assert.Equal(["2025 75 plan 2024 108 200 54 import -21 - -", "2030 82.5 plan 2024 108 200 54 import -28.5 - -"], await RowsAsync(site, "family", "&place={p}-h0"));
        Assert.Equal(["2025 75 plan 2024 60 100 60 import -15 - -", "2030 82.5 plan 2024 60 100 60 import -22.5 - -"], await RowsAsync(site, "family", "&place={p}-x0"));
        Assert.Equal(["2025 70 catalogue - - - - - - - -", "2030 82.5 plan - - - - - - - -"], await RowsAsync(site, "family", "&place={p}-h1"));
        Assert.Equal(["2025 100 catalogue 2024 6 6 100 import-records 0 100 yes", "2030 100 catalogue 2024 6 6 100 import-records 0 100 yes"], await RowsAsync(site, "literacy-level-2", ""));

        var answer = await site.JsonAsync("targets?province={p}&year=2024");
        var row = answer.GetProperty("rows").EnumerateArray().First(one => one.GetProperty("indicator").GetString() == "family");
        Assert.Equal((2, 6, 2021), (row.GetProperty("covered").GetInt32(), row.GetProperty("communes").GetInt32(), row.GetProperty("firstYear").GetInt32()));
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("khong-noi", StringComparison.Ordinal));
        Assert.Contains("Trùng Khánh", row.GetProperty("targetFrom").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learning_units_are_counted_from_the_records()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        Assert.Equal(["2025 80 catalogue - - - - - - - -", "2030 90 catalogue - - - - - - - -"], await RowsAsync(site, "unit", ""));
        await site.ImportAsync("recognitions", "office,place,level,decision,decided", "o0-{p},,1,{p}-1/QĐ,2022-02-10", "o1-{p},,2,{p}-2/QĐ,2024-02-10", "o2-{p},,1,{p}-3/QĐ,2019-02-10");
        // The decision of 2019 is kept through 2022: one of seven offices at the end of 2019, two at the end of 2024.
        Assert.Equal(["2025 80 catalogue 2024 2 7 28.6 records -51.4 31.4 no", "2030 90 catalogue 2024 2 7 28.6 records -61.4 45.7 no"], await RowsAsync(site, "unit", ""));
    }

    private static async Task<string[]> RowsAsync(StatisticsSite site, string indicator, string more) =>
        [.. (await site.RowsAsync($"targets?province={{p}}&year=2024{more}", ["indicator", .. Cells])).Where(row => row.StartsWith($"{indicator} ", StringComparison.Ordinal)).Select(row => row[(indicator.Length + 1)..])];

    private static async Task PlanAsync(StatisticsSite site, string name, string unit, params ReportTarget[] targets)
    {
        var plan = DossierId.TryCreate("target-plan", 2022, $"{name}-{site.Province}")!;
        await site.RegisterAsync(new(plan.Office, name, site.Province, unit));
        var report = StatisticsStack.ReportOf(plan, 1, null, Verdict.Complete, "");
        await site.Stack.ShowAsync(plan, report with { Documents = [report.Documents[0] with { Form = "target-plan", Targets = [.. targets] }] });
    }
}
