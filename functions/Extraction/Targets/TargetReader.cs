using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Targets;

/// <summary>Reads targets from a plan's prose: each percentage belongs to the clause that follows it, or to the one before when nothing follows.</summary>
internal static partial class TargetReader
{
    private const double FromBefore = 0.9;
    private const double Contradicted = 0.5;

    /// <summary>The targets in order, one per indicator and year; one that the plan says twice and not alike is unsure.</summary>
    /// <param name="sheets">The plan's pages.</param>
    /// <param name="indicators">What plans set targets for.</param>
    public static ImmutableArray<TargetReading> Read(IEnumerable<Sheet> sheets, ImmutableArray<TargetIndicator> indicators) =>
        [.. TargetSections.Read(sheets).SelectMany(item => In(item, indicators)).GroupBy(target => (target.Indicator, target.Year)).Select(Agreed)];

    private static TargetReading Agreed(IEnumerable<TargetReading> said)
    {
        var first = said.First();
        if (said.All(target => target.Percent.Value == first.Percent.Value)) return first;
        return first with { Percent = first.Percent with { Confidence = new(Math.Min(first.Percent.Confidence.Value, Contradicted)) } };
    }

    private static IEnumerable<TargetReading> In(TargetItem item, ImmutableArray<TargetIndicator> indicators)
    {
        var text = item.Text;
        var percents = Percent().Matches(text.Plain).ToList();
        for (var at = 0; at < percents.Count; at++)
        {
            var start = percents[at].Index + percents[at].Length;
            var end = at + 1 < percents.Count ? percents[at + 1].Index : text.Plain.Length;
            var before = at == 0 ? 0 : percents[at - 1].Index + percents[at - 1].Length;
            var after = text.Plain[start..end];
            var lead = text.Plain[before..percents[at].Index];
            var (indicator, certainty) = (Match(after, indicators), 1.0);
            if (indicator is null) (indicator, certainty) = (Match($"{lead} {after}", indicators), FromBefore);
            if (indicator is null || !decimal.TryParse(percents[at].Groups["value"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent > 100) continue;

            // The figure is as sure as its own digits, whatever befell the words of its clause.
            var clause = text.QuotePlain(percents[at].Index, end - percents[at].Index).As(percent);
            yield return new(indicator.Id, YearOf(lead, item.Year), clause with { Confidence = new(text.QuotePlain(percents[at]).Confidence.Value * certainty) });
        }
    }

    // "… đến năm 2030 đạt 80%": a year of its own before the percentage outranks the section's.
    private static int YearOf(string lead, int section) =>
        OwnYear().Match(lead) is { Success: true } own ? int.Parse(own.Groups["year"].ValueSpan, provider: null) : section;

    private static TargetIndicator? Match(string clause, ImmutableArray<TargetIndicator> indicators)
    {
        var key = VietnameseText.Words(clause);
        return indicators.Where(indicator => !indicator.Excludes.Any(phrase => Contains(key, phrase)))
            .Select(indicator => (Indicator: indicator, Length: indicator.Phrases.Where(phrase => Says(key, phrase)).Select(phrase => phrase.Length).DefaultIfEmpty(0).Max()))
            .Where(pair => pair.Length > 0).OrderByDescending(pair => pair.Length).Select(pair => pair.Indicator).FirstOrDefault();
    }

    private static bool Says(string key, string phrase) => phrase.Split(" + ").All(part => Contains(key, part));

    // "công dân học tập" and "cộng đồng học tập" are two letters apart: hardly a slip is forgiven here.
    private static bool Contains(string key, string phrase) => VietnameseText.Words(phrase) is var words && Approximate.Find(key, words, words.Length / 18) is not null;

    [GeneratedRegex("(?<value>[0-9]{1,3}([.,][0-9]{1,2})?)\\s?%")]
    private static partial Regex Percent();

    [GeneratedRegex("(den|vao)( het)? na[mn] (?<year>20[2-5][0-9])[^0-9%]{0,40}$")]
    private static partial Regex OwnYear();
}
