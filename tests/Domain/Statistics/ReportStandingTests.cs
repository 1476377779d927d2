using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Domain.Tests.Statistics;

public sealed class ReportStandingTests
{
    // S2: before 15 January of the year after, so that the 14th is the last day. The days on which something came, the day asked for, and what stands.
    [Theory]
    [InlineData("", "2026-01-14", "waiting -")]
    [InlineData("", "2026-01-15", "missing 1")]
    [InlineData("", "2026-02-14", "missing 31")]
    [InlineData("2026-01-14", "2026-02-14", "in-time -")]
    [InlineData("2026-01-15", "2026-02-14", "late 1")]
    [InlineData("2026-01-20 2026-01-10", "2026-02-14", "in-time -")]
    [InlineData("2026-01-20", "2026-01-16", "missing 2")]
    [InlineData("2026-01-20", "2026-01-10", "waiting -")]
    public void Before_a_day_does_not_mean_on_it(string arrivals, string on, string standing)
    {
        var found = ReportStanding.Of(
            new(1, 15, 1, new("Kế hoạch", null, null)), 2025, arrivals.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => new ReportArrival(Day(day), null, "")), Day(on));
        Assert.Equal(standing, string.Create(CultureInfo.InvariantCulture, $"{WireName.Of(found.State)} {(found.DaysLate is { } days ? days.ToString(CultureInfo.InvariantCulture) : "-")}"));
        Assert.Equal(Day("2026-01-14"), found.LastDay);
    }

    [Fact]
    public void A_communes_report_counts_what_is_on_record()
    {
        var report = CommuneReport.Of(
            2025, [("a", "Trường A"), ("b", "Trường B"), ("c", "Công an"), ("d", "Hội D")],
            [
                Facts.Of("complete 2", "a"), Facts.Of("complete 1", "a", "unit-self-assessment"), Facts.Of("complete 1", "a", "unit-council"),
                Facts.Of("doubtful 1", "b") with { Received = Day("2026-01-20") }, Facts.Of("complete 0", "c", "unit-self-assessment"),
            ],
            new([new("a", null, Result.Level1, "12/QĐ", Day("2026-02-20"), null), new("a", null, Result.Level1, "1/QĐ", Day("2023-02-20"), null), new("z", null, Result.Level2, "9/QĐ", Day("2026-02-20"), null)]),
            Day("2026-01-14"));

        Assert.Equal((4, 3, 1, 1), (report.Rows.Length, report.HandedIn.Length, report.Missing.Length, report.Late));
        Assert.Equal((1, 1, 1), (report.Own(Result.Level2), report.Own(Result.Level1), report.Own(Result.NotMet)));
        Assert.Equal((1, 0, 1), (report.Appraised(Result.Level1), report.Recognised(Result.Level2), report.Recognised(Result.Level1)));
        Assert.Equal((1, "12/QĐ"), (report.NotComplete, report.Rows.Single(row => row.Name == "Trường A").Recognition!.Decision));
    }

    [Fact]
    public void Where_no_decision_is_on_record_nobody_knows_how_many_are_recognised() =>
        Assert.Null(CommuneReport.Of(2025, [("a", "A")], [], new([]), Day("2026-01-14")).Recognised(Result.Level1));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
