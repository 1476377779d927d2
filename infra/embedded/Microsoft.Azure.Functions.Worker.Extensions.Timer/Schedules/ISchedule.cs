namespace LearningSociety.Embedded.Timers;

/// <summary>When a timer function is due.</summary>
public interface ISchedule
{
    /// <summary>The first occurrence after the given time; null when there is none within eight years.</summary>
    DateTimeOffset? NextAfter(DateTimeOffset time);
}

/// <summary>Every so often, counted from the last run.</summary>
internal sealed record ConstantSchedule(TimeSpan Interval) : ISchedule
{
    public DateTimeOffset? NextAfter(DateTimeOffset time) => time + Interval;
}

/// <summary>Reads schedules: six fields, five without seconds, or a time span.</summary>
public static class Schedule
{
    /// <summary>Reads a schedule; on failure <paramref name="problem"/> says why in a sentence.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="zone">The time zone that fields are meant in.</param>
    /// <param name="schedule">The schedule read.</param>
    /// <param name="problem">Why it cannot be read.</param>
    public static bool TryParse(string text, TimeZoneInfo zone, out ISchedule? schedule, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        schedule = null;
        problem = null;
        if (text.Contains(':') && !text.Trim().Contains(' '))
        {
            if (TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
                schedule = new ConstantSchedule(interval);
            else
                problem = $"\"{text}\" is not a time span above zero, such as 00:30:00.";
        }
        else if (CronSchedule.TryParse(text, zone, out var cron, out problem))
        {
            schedule = cron;
        }

        return schedule is not null;
    }
}
