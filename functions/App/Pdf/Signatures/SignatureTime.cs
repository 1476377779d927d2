using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>Reads PDF dates, "D:20251211181221-07'00'", keeping the offset as it stands.</summary>
internal static partial class SignatureTime
{
    private static readonly TimeSpan VietNam = TimeSpan.FromHours(7);

    /// <summary>The moment; null when the text is no date.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var match = Pattern().Match(text ?? "");
        if (!match.Success)
            return null;
        int Part(int group, int standard) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : standard;
        var (year, month, day) = (Part(1, 1), Part(2, 1), Part(3, 1));
        var (hour, minute, second) = (Part(4, 0), Part(5, 0), Math.Min(Part(6, 0), 59));
        var offset = match.Groups[7].Value is "+" or "-" ? new TimeSpan(Part(8, 0), Part(9, 0), 0) * (match.Groups[7].Value == "-" ? -1 : 1) : TimeSpan.Zero;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || offset.Duration() > TimeSpan.FromHours(14))
            return null;
        var local = new DateTime(year, month, day, hour, minute, second);
        return local.Ticks - offset.Ticks is > 0 ? new(local, offset) : null;
    }

    /// <summary>The time to show, from the dictionary's date or else the signed attribute, and what is odd about it.</summary>
    public static (DateTimeOffset? Time, string? Note) Choose(DateTimeOffset? stated, DateTimeOffset? attribute)
    {
        if (stated is not { } time)
            return (attribute?.ToOffset(VietNam), null);
        if (time.Offset != VietNam && time.Offset != TimeSpan.Zero)
            return (time, $"Giờ ký ghi múi giờ {Offset(time.Offset)}, khác giờ Việt Nam (+07:00); giữ nguyên như trong chữ ký.");
        if (attribute is { } signed && (signed - time).Duration() > TimeSpan.FromMinutes(10))
            return (time, $"Giờ ký trong chữ ký số là {signed.ToOffset(VietNam):dd/MM/yyyy HH:mm:ss}, khác giờ ghi trong tệp.");
        return (time, null);
    }

    private static string Offset(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";

    [GeneratedRegex(@"^\s*(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2}))?)?)?)?)?(?:([Zz+-])(?:(\d{2})'?(?:(\d{2})'?)?)?)?")]
    private static partial Regex Pattern();
}
