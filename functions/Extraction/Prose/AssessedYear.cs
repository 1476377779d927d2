using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Header;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Prose;

/// <summary>
/// Reads which year a form assesses: from its subject ("… cấp phường năm 2025"), from "năm đánh giá 2024", or from the
/// period of its figures ("từ ngày 01/01/2025 đến ngày 31/12/2025"). The day of issue does not tell it, but bears out one that was read weakly:
/// papers are written at the end of the year that they assess or soon after it.
/// </summary>
internal static partial class AssessedYear
{
    private const double Contradicted = 0.5;
    private const double FromBody = 0.9;
    private const double SureDate = 0.9;
    private const double BorneOut = 0.5;
    private const int LastMonthAfter = 3, FirstMonthWithin = 10;

    /// <summary>The year; null when the form does not say.</summary>
    /// <param name="head">The head of the form's first page.</param>
    /// <param name="body">The running text of all its pages.</param>
    /// <param name="issued">The form's day of issue; null when it bears none.</param>
    public static Read<int>? Read(PageHead head, TextRun body, Read<DateOnly>? issued)
    {
        var named = From(body, NamedYear(), 1).Concat(From(head.Heading, SubjectYear(), 1)).ToImmutableArray();
        var period = From(body, Period(), 1).Concat(From(body, WrittenPeriod(), 1)).ToImmutableArray();
        var first = named.Concat(period).FirstOrDefault();
        if (first is null) return From(body, UnitYear(), FromBody).Concat(From(body, FiguresYear(), FromBody)).FirstOrDefault();

        // A year that another place of the form bears out stands; one that is contradicted is for people to settle.
        var others = named.Concat(period).Skip(1).ToList();
        if (others.Exists(other => other.Value == first.Value)) return first with { Confidence = new(Math.Max(first.Confidence.Value, others.Where(other => other.Value == first.Value).Max(other => other.Confidence.Value))) };
        if (others.Count == 0) return BorneOutBy(issued, first);
        var surest = others.Prepend(first).MaxBy(year => year.Confidence.Value)!;
        return surest with { Confidence = new(surest.Confidence.Value * Contradicted) };
    }

    private static Read<int> BorneOutBy(Read<DateOnly>? issued, Read<int> year) => issued is { Confidence.Value: >= SureDate, Value: var day } && year.Value == YearOf(day)
        ? year with { Confidence = new(year.Confidence.Value + (1 - year.Confidence.Value) * BorneOut) } : year;

    private static int? YearOf(DateOnly issued) => issued.Month <= LastMonthAfter ? issued.Year - 1 : issued.Month >= FirstMonthWithin ? issued.Year : null;

    private static IEnumerable<Read<int>> From(TextRun run, Regex pattern, double certainty)
    {
        foreach (Match match in pattern.Matches(run.Plain))
        {
            var (digits, corrected) = IssueDate.Digits(match.Groups["year"].Value);
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100) continue;
            yield return run.QuotePlain(match).As(year, corrected ? certainty * Contradicted : certainty);
        }
    }

    /// <summary>A worn last letter of a word is at times read as a quotation mark or a full stop.</summary>
    [GeneratedRegex("na[mn] (tu )?[a-z]{3,5}[\"'.]? gi[a-z]\\s?:?,?\\s?(?<year>2[0o][0-9oils]{2})(?![0-9])")]
    private static partial Regex NamedYear();

    [GeneratedRegex("(?<!(thang [0-9oil]{1,2}|thang),? )na[mn]\\s?:?\\s?(?<year>2[0o][0-9oils]{2})(?![0-9]| ?[-/] ?[0-9])")]
    private static partial Regex SubjectYear();

    [GeneratedRegex("(?<year>2[0o][0-9oils]{2})\\)? (den|-) (het )?(ngay )?31[/.-]12[/.-]\\k<year>")]
    private static partial Regex Period();

    [GeneratedRegex("tu (ngay )?0?1 (thang )?0?1 .{0,12}?den (het )?(ngay )?31 thang 12 nam (?<year>2[0o][0-9oils]{2})(?![0-9])")]
    private static partial Regex WrittenPeriod();

    [GeneratedRegex("so lieu (duoc )?tinh (trong|cua|theo|den het) na[mn] (?<year>2[0o][0-9oils]{2})(?![0-9])")]
    private static partial Regex FiguresYear();

    [GeneratedRegex("don vi hoc tap\"?,? (cap (phuong|xa|tinh|huyen) )?na[mn] (?<year>2[0o][0-9oils]{2})(?![0-9])")]
    private static partial Regex UnitYear();
}
