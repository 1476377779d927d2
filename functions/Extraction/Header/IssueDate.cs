using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>Reads "Kinh Môn, ngày 05 tháng 01 năm 2026"; a date with a blank in it is none, one whose "ngày" was read as other letters is unsure.</summary>
internal static partial class IssueDate
{
    /// <summary>The date; null when day, month or year is blank or impossible.</summary>
    public static Read<DateOnly>? Read(TextRun? line)
    {
        if (line is null) return null;
        var match = Pattern().Match(line.Plain);
        if (!match.Success) return null;
        var (day, month, year) = (Digits(match.Groups["day"].Value), Digits(match.Groups["month"].Value), Digits(match.Groups["year"].Value));
        if (!DateOnly.TryParseExact($"{year.Text}-{month.Text.PadLeft(2, '0')}-{day.Text.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        return line.QuotePlain(match).As(date, day.Corrected || month.Corrected || year.Corrected || match.Groups["unlabelled"].Success ? 0.5 : 1);
    }

    /// <summary>Digits with the letters that OCR takes them for put right.</summary>
    internal static (string Text, bool Corrected) Digits(string text)
    {
        var digits = text.Replace('o', '0').Replace('l', '1').Replace('i', '1').Replace('s', '5').Replace('z', '2').Replace('?', '2');
        return (digits, digits != text);
    }

    [GeneratedRegex("(nga[yv][\\s.,_]*(?<day>[0-9oilsz?]{1,2})|(?<unlabelled>(?<![a-z0-9/.-])(?<day>[0-9]{1,2})))[\\s.,_]*than[gq][\\s.,_]*(?<month>[0-9oilz?]{1,2})[\\s.,_]*na[mn][\\s.,_]*(?<year>[0-9oilsz?]{4})")]
    private static partial Regex Pattern();
}
