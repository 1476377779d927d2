namespace LearningSociety.Embedded.Timers;

/// <summary>
/// An NCRONTAB schedule: second minute hour day month day-of-week in a time zone. Day and day of week must both
/// match, as NCRONTAB has it.
/// </summary>
internal sealed class CronSchedule : ISchedule
{
    // Any date with its weekday comes again within 28 years; "29 February" within eight.
    private const int YearsToSearch = 8;

    private readonly ulong _seconds, _minutes, _hours, _days, _months, _weekdays;
    private readonly TimeZoneInfo _zone;

    private CronSchedule(ulong[] bits, TimeZoneInfo zone)
    {
        (_seconds, _minutes, _hours, _days, _months, _weekdays) = (bits[0], bits[1], bits[2], bits[3], bits[4], bits[5]);
        _zone = zone;
    }

    public static bool TryParse(string text, TimeZoneInfo zone, out CronSchedule? schedule, out string? problem)
    {
        schedule = null;
        problem = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 5) parts = ["0", .. parts];
        if (parts.Length != 6)
        {
            problem = $"\"{text}\" has {parts.Length} fields; a schedule has six: second minute hour day month day-of-week.";
            return false;
        }

        CronField[] fields = [CronField.Second, CronField.Minute, CronField.Hour, CronField.Day, CronField.Month, CronField.DayOfWeek];
        var bits = new ulong[6];
        for (var i = 0; i < 6; i++)
        {
            if (fields[i].Read(parts[i]) is not { } read)
            {
                problem = $"\"{text}\": the {fields[i].Name} \"{parts[i]}\" is not valid; it takes {fields[i].Low} to {fields[i].High}, *, ranges (a-b), steps (*/n) and lists (a,b).";
                return false;
            }

            bits[i] = read;
        }

        schedule = new CronSchedule(bits, zone);
        return true;
    }

    public DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, _zone).DateTime;
        var candidate = NextLocal(local);
        // Where a clock was set back, the same local time comes twice; only what lies ahead counts.
        while (candidate is { } next && ToInstant(next) <= time) candidate = NextLocal(next);
        return candidate is { } found ? ToInstant(found) : null;
    }

    private DateTime? NextLocal(DateTime after)
    {
        var time = new DateTime(after.Ticks - after.Ticks % TimeSpan.TicksPerSecond).AddSeconds(1);
        var end = after.Year + YearsToSearch;
        for (var day = time.Date; day.Year <= end && day < DateTime.MaxValue.Date; day = day.AddDays(1))
        {
            if (!Has(_months, day.Month))
            {
                day = new DateTime(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
                continue;
            }

            if (!Has(_days, day.Day) || !Has(_weekdays, (int)day.DayOfWeek)) continue;
            if (NextOnDay(day == time.Date ? time.TimeOfDay : TimeSpan.Zero) is { } found) return day + found;
        }

        return null;
    }

    private TimeSpan? NextOnDay(TimeSpan from)
    {
        for (var hour = from.Hours; hour < 24; hour++)
        {
            if (!Has(_hours, hour)) continue;
            for (var minute = hour == from.Hours ? from.Minutes : 0; minute < 60; minute++)
            {
                if (!Has(_minutes, minute)) continue;
                for (var second = hour == from.Hours && minute == from.Minutes ? from.Seconds : 0; second < 60; second++)
                    if (Has(_seconds, second)) return new TimeSpan(hour, minute, second);
            }
        }

        return null;
    }

    // A local time that a clock change skips happens when the clock has been changed.
    private DateTimeOffset ToInstant(DateTime local)
    {
        while (_zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static bool Has(ulong bits, int value) => (bits & (1ul << value)) != 0;
}
