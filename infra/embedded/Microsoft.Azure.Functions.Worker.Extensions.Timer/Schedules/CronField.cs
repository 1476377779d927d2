using System.Globalization;

namespace LearningSociety.Embedded.Timers;

/// <summary>One field of an NCRONTAB expression: *, numbers, names, ranges, steps and lists of these.</summary>
internal sealed record CronField(string Name, int Low, int High, string[] Names)
{
    public static readonly CronField Second = new("second", 0, 59, []);
    public static readonly CronField Minute = new("minute", 0, 59, []);
    public static readonly CronField Hour = new("hour", 0, 23, []);
    public static readonly CronField Day = new("day", 1, 31, []);
    public static readonly CronField Month = new("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);
    public static readonly CronField DayOfWeek = new("day of week", 0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    /// <summary>The values that the text stands for, one bit each; null when it cannot be read.</summary>
    public ulong? Read(string text)
    {
        ulong bits = 0;
        foreach (var part in text.Split(','))
        {
            if (ReadPart(part) is not { } some) return null;
            bits |= some;
        }

        return bits;
    }

    private ulong? ReadPart(string part)
    {
        var slash = part.Split('/');
        if (slash.Length > 2) return null;
        var step = 1;
        if (slash.Length == 2 && (!int.TryParse(slash[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0)) return null;

        int from, to;
        if (slash[0] == "*")
        {
            (from, to) = (Low, High);
        }
        else
        {
            var ends = slash[0].Split('-');
            if (ends.Length > 2 || Number(ends[0]) is not { } first) return null;
            // "10/20" runs from 10 to the field's end.
            var last = ends.Length == 2 ? Number(ends[1]) : slash.Length == 2 ? High : first;
            if (last is not { } end || end < first) return null;
            (from, to) = (first, end);
        }

        ulong bits = 0;
        for (var value = from; value <= to; value += step) bits |= 1ul << value;
        return bits;
    }

    private int? Number(string text)
    {
        if (text.Length >= 3 && Array.FindIndex(Names, n => text.StartsWith(n, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index) return Low + index;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Low && number <= High ? number : null;
    }
}
