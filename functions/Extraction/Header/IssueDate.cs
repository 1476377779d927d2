using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>
/// Reads "Kinh Môn, ngày 05 tháng 01 năm 2026"; a date with a blank in it is none, one whose "ngày" was read as other letters is unsure.
/// A year read weakly that lost a digit, or that no paper can bear yet, is the one that the other papers bear, where recognition may take one for the other.
/// </summary>
internal static partial class IssueDate
{
    private const double Corrected = 0.5;
    private const double Implausible = 0.3;
    private const double SureYear = 0.9;
    private const double Illegible = 0.3;

    // Digits that worn print takes for one another.
    private const string Alike = "06 08 27 17 14 35 38 56 58 68 69 89 12 23 20";

    /// <summary>The date; null when day, month or year is blank or impossible.</summary>
    /// <param name="line">The line from the place on.</param>
    /// <param name="years">Years of issue that the dossier's other papers surely bear, and that of its receipt.</param>
    /// <param name="received">When the dossier was received: no paper in it is of a later year.</param>
    public static Read<DateOnly>? Read(TextRun? line, ImmutableArray<int> years, DateOnly received)
    {
        if (line is null) return null;
        var match = Pattern().Match(line.Plain);
        if (!match.Success) return null;
        var (day, month, year) = (Digits(match.Groups["day"].Value), Digits(match.Groups["month"].Value), Digits(match.Groups["year"].Value));
        var quote = line.QuotePlain(match);
        var sure = line.QuotePlain(match.Groups["year"]).Confidence.Value;
        var date = Day(year.Text, month.Text, day.Text);
        var certainty = day.Corrected || month.Corrected || year.Corrected || match.Groups["unlabelled"].Success || match.Groups["misread"].Success ? Corrected : 1;
        if (date is null && (year.Text.Length == 4 || sure >= SureYear)) return null;
        if (date is { } read && (read.Year <= received.Year || sure >= Confidence.OfTextLayer.Value)) return quote.As(read, certainty);
        var likely = years.Where(other => other <= received.Year && MayBe(year.Text, other.ToString(CultureInfo.InvariantCulture), sure < Illegible && years.Length == 1))
            .Select(other => Day(other.ToString(CultureInfo.InvariantCulture), month.Text, day.Text)).OfType<DateOnly>().ToArray();
        if (likely is [var only]) return quote.As(only, Math.Min(certainty, Corrected));
        return date is null ? null : quote.As(date.Value, Implausible);
    }

    /// <summary>The year of a date that was read surely; null for other lines.</summary>
    public static int? SureYearOf(TextRun? line)
    {
        if (line is null || Pattern().Match(line.Plain) is not { Success: true } match) return null;
        var year = Digits(match.Groups["year"].Value);
        return !year.Corrected && year.Text.Length == 4 && line.QuotePlain(match.Groups["year"]).Confidence.Value >= SureYear ? int.Parse(year.Text, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Digits with the letters that OCR takes them for put right.</summary>
    internal static (string Text, bool Corrected) Digits(string text)
    {
        var digits = text.Replace('o', '0').Replace('l', '1').Replace('i', '1').Replace('s', '5').Replace('z', '2').Replace('?', '2');
        return (digits, digits != text);
    }

    private static DateOnly? Day(string year, string month, string day) =>
        year.Length == 4 && DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // One digit lost, one too many, or up to two that look alike; of the only year there is, what is illegible. The beginning of a year is a blank to fill in.
    private static bool MayBe(string read, string year, bool isOnly)
    {
        if (year.StartsWith(read, StringComparison.Ordinal)) return read == year;
        if (isOnly || (read.Length == year.Length && AreAlike(read, year, 2))) return true;
        var (shorter, longer) = read.Length < year.Length ? (read, year) : (year, read);
        return longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(at => AreAlike(longer.Remove(at, 1), shorter, 1));
    }

    private static bool AreAlike(string a, string b, int most) => a.Zip(b).All(pair => pair.First == pair.Second || AreAlike(pair.First, pair.Second)) && a.Zip(b).Count(pair => pair.First != pair.Second) <= most;

    private static bool AreAlike(char a, char b) => Alike.Contains($"{a}{b}", StringComparison.Ordinal) || Alike.Contains($"{b}{a}", StringComparison.Ordinal);

    [GeneratedRegex("(nga[yv][\\s.,_]*(?<day>[0-9oilsz?]{1,2})|(?<unlabelled>(?<![a-z0-9/.-])(?<day>[0-9]{1,2})))[\\s.,_]*(than[gq]|(?<misread>th[a-z]n[gq]))[\\s.,_]*(?<month>[0-9oilz?]{1,2})[\\s.,_]*(na ?[mn])[\\s.,_]*(?<year>[0-9oilsz?]{2,5})(?![0-9])")]
    private static partial Regex Pattern();
}
