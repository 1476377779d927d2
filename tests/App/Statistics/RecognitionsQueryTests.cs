using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

public sealed class RecognitionsQueryTests(AzuriteFixture azurite)
{
    private const string Head = "office,place,level,decision,decided,expires";
    private static readonly string[] Decisions =
    [
        "o0-{p},,1,{p}-1/QĐ,2023-02-10,", "o1-{p},,2,{p}-2/QĐ,2024-02-10,", "o2-{p},,1,{p}-3/QĐ,2019-02-10,", "o6-{p},,1,{p}-4/QĐ,2024-05-10,2024-12-31",
        ",{p}-x0,2,{p}-5/QĐ,2024-03-01,", ",{p}-x1,2,{p}-5/QĐ,2024-03-01,", ",{p}-x2,1,{p}-5/QĐ,2024-03-01,", ",{p}-x3,2,{p}-5/QĐ,2024-03-01,2024-11-30",
    ];

    [Theory]
    [InlineData("on=2024-06-01", "p-x0 in-force -, p-x1 in-force -, p-x2 in-force -, p-x3 lapsing -, o0-p in-force yes, o1-p in-force -, o2-p lapsed -, o6-p lapsing no")]
    [InlineData("on=2023-06-01", "o0-p in-force no, o2-p lapsed -")]
    [InlineData("on=2024-12-31&state=lapsed", "p-x3 lapsed -, o2-p lapsed -")]
    [InlineData("on=2024-06-01&state=upgradable", "o0-p in-force yes")]
    [InlineData("on=2024-06-01&state=lapsing&place={p}-h1", "p-x3 lapsing -")]
    [InlineData("on=2024-06-01&place={p}-x0", "p-x0 in-force -, o0-p in-force yes")]
    [InlineData("on=2026-06-01&place={p}-x0", "p-x0 in-force -, o0-p lapsing yes")]
    [InlineData("on=2018-06-01", "")]
    public async Task Recognitions_stand_as_they_do_on_the_day(string question, string rows)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        await site.ImportAsync("recognitions", Head, Decisions);
        Assert.Equal(rows, string.Join(", ", await site.RowsAsync($"recognitions?province={{p}}&{question}", "subject", "state", "mayUpgrade")));
    }

    [Theory]
    [InlineData("2024-06-01", "p-h0 3 1 2 66.7 90 no, p-h1 3 0 1 33.3 90 no, p 6 1 3 50 - -")]
    [InlineData("2024-12-31", "p-h0 3 1 2 66.7 90 no, p-h1 3 0 0 0 90 no, p 6 1 2 33.3 - -")]
    [InlineData("2025-12-31", "p 6 1 2 33.3 - -")]
    public async Task R7_is_counted_from_the_records(string on, string rows)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        await site.ImportAsync("recognitions", Head, Decisions);
        Assert.Equal(rows, string.Join(", ", await site.RowsAsync($"commune-levels?province={{p}}&on={on}", "place", "communes", "level1", "level2", "level2Share", "needed", "reached")));
        Assert.Equal(on == "2025-12-31", (await site.JsonAsync($"commune-levels?province={{p}}&on={on}")).GetProperty("notes").GetArrayLength() > 0);
    }
}
