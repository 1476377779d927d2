using LearningSociety.Embedded.Timers;

namespace LearningSociety.Conformance.Triggers.Timers;

/// <summary>Schedules: the occurrences that follow a time.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("*/15 * * * * *", "2026-03-01T00:00:00Z", "2026-03-01T00:00:15Z 2026-03-01T00:00:30Z 2026-03-01T00:00:45Z 2026-03-01T00:01:00Z")]
    [InlineData("0 */5 * * * *", "2026-03-01T00:02:03Z", "2026-03-01T00:05:00Z 2026-03-01T00:10:00Z")]
    [InlineData("0 0 7-9 * * 1-5", "2026-11-20T08:30:00Z", "2026-11-20T09:00:00Z 2026-11-23T07:00:00Z")]
    [InlineData("0 0 7-9 * * Mon-Fri", "2026-11-20T08:30:00Z", "2026-11-20T09:00:00Z 2026-11-23T07:00:00Z")]
    [InlineData("30 5 * * *", "2026-11-20T05:30:00Z", "2026-11-21T05:30:00Z")]
    [InlineData("0 0 0 31 * *", "2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z 2026-05-31T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z 2032-02-29T00:00:00Z")]
    [InlineData("0 0 0 13 * Fri", "2026-01-01T00:00:00Z", "2026-02-13T00:00:00Z 2026-03-13T00:00:00Z 2026-11-13T00:00:00Z")]
    [InlineData("10/20,5 0 12 1 Jan *", "2026-12-31T23:59:59Z", "2027-01-01T12:00:05Z 2027-01-01T12:00:10Z 2027-01-01T12:00:30Z 2027-01-01T12:00:50Z 2028-01-01T12:00:05Z")]
    [InlineData("0 0 0 31 2 *", "2026-01-01T00:00:00Z", "")]
    [InlineData("00:30:00", "2026-01-01T00:10:00Z", "2026-01-01T00:40:00Z 2026-01-01T01:10:00Z")]
    [InlineData("7.00:00:00", "2026-01-01T00:00:00Z", "2026-01-08T00:00:00Z")]
    public void Occurrences_in_UTC(string expression, string after, string expected) => Check(expression, TimeZoneInfo.Utc, after, expected);

    [Theory]
    [InlineData("Asia/Ho_Chi_Minh", "0 0 6 * * *", "2026-11-22T00:00:00Z", "2026-11-22T23:00:00Z")]
    [InlineData("Europe/Berlin", "0 30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z 2026-03-30T00:30:00Z")]
    [InlineData("Europe/Berlin", "0 30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T01:30:00Z 2026-10-26T01:30:00Z")]
    public void Occurrences_in_a_zone(string zone, string expression, string after, string expected) => Check(expression, TimeZoneInfo.FindSystemTimeZoneById(zone), after, expected);

    [Theory]
    [InlineData("", "has 0 fields")]
    [InlineData("* * * *", "has 4 fields")]
    [InlineData("60 * * * * *", "the second \"60\" is not valid; it takes 0 to 59")]
    [InlineData("0 0 24 * * *", "the hour \"24\"")]
    [InlineData("0 0 0 0 * *", "the day \"0\"")]
    [InlineData("0 0 0 * 13 *", "the month \"13\"")]
    [InlineData("0 0 0 * * 7", "the day of week \"7\"")]
    [InlineData("0 5-3 * * * *", "the minute \"5-3\"")]
    [InlineData("0 */0 * * * *", "the minute \"*/0\"")]
    [InlineData("0 a * * * *", "the minute \"a\"")]
    [InlineData("00:00:00", "is not a time span above zero")]
    [InlineData("25:61:00", "is not a time span above zero")]
    public void What_is_no_schedule_is_refused_with_the_reason(string expression, string reason)
    {
        Assert.False(Schedule.TryParse(expression, TimeZoneInfo.Utc, out _, out var problem));
        Assert.Contains(reason, problem);
    }

    private static void Check(string expression, TimeZoneInfo zone, string after, string expected)
    {
        Assert.True(Schedule.TryParse(expression, zone, out var schedule, out var problem), problem);
        var times = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<string>();
        DateTimeOffset? at = DateTimeOffset.Parse(after);
        for (var i = 0; i < Math.Max(1, times.Length); i++)
        {
            at = schedule!.NextAfter(at.Value);
            if (at is null) break;
            found.Add(at.Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        }

        Assert.Equal(times, found);
    }
}
