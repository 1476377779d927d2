using System.Text.RegularExpressions;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>What labels such as "TC1", "CT1", "CT1.2" and "CT1.a" mean beside one another: which part of a label was lost shows by the others.</summary>
internal static partial class AbbreviatedLabels
{
    private const double Misread = 0.8;
    private const double Unread = 0.5;

    /// <summary>Of so many labels that lost their end one may name another criterion than the one that it stands below.</summary>
    private const int OneMisreadIn = 4;

    /// <summary>The rows with such labels as the other labels let them be.</summary>
    public static IReadOnlyList<TableLine> Settled(IReadOnlyList<TableLine> lines)
    {
        if (lines.Count(line => RowLabel.IsAbbreviated(line.LabelText)) > 1) lines = [.. lines.Select(WithCriterion)];
        if (HaveLostSeconds(lines)) return WithoutSeconds(lines);

        // "CT2.-" beside "CT1.a" has lost its letter, beside "CT1" it has a speck.
        if (!lines.Any(line => line.Label is { Of: > 0, Number: > 0 })) lines = [.. lines.Select(line => line.Label is { Of: > 0 and var own } ? line with { Label = line.Label with { Number = own, Of = 0, Certainty = Misread } } : line)];

        // "CTI1" beside "CT2" and "CT3" is CT1: the foot of the T was read as a letter.
        return lines.Count(line => line.Label is { Kind: LabelKind.Indicator, Of: 0, Certainty: >= 1 } && RowLabel.IsAbbreviated(line.LabelText)) > 1 && !lines.Any(line => line.Label is { Of: > 0, Certainty: >= 1 })
            ? [.. lines.Select(line => line.Label is { Kind: LabelKind.Indicator, Of: > 0, Number: > 0 } ? line with { Label = line.Label with { Of = 0, Certainty = Misread } } : line)]
            : lines;
    }

    // "1C3" among "TC2" and "CT3.2" is TC3.
    private static TableLine WithCriterion(TableLine line) =>
        line.Label.Kind == LabelKind.None && CriterionPattern().Match(VietnameseText.Fold(line.LabelText)) is { Success: true } match
            ? line with { Label = new(LabelKind.Criterion, match.Groups["number"].Value[0] - '0', 0, Misread) } : line;

    // Two rows labelled "CT1." below "TC1", two labelled "CT2." below "TC2": none counts on, so each has lost what came after its point.
    private static bool HaveLostSeconds(IReadOnlyList<TableLine> lines)
    {
        var firsts = Firsts(lines).Where(first => first is { Printed: not null, Criterion: > 0 }).ToList();
        if (firsts.Count(first => first.Printed != first.Criterion) * OneMisreadIn > firsts.Count) return false;
        return firsts.GroupBy(first => first.Criterion).Count(own => own.Count() > 1) > 1;
    }

    private static IReadOnlyList<TableLine> WithoutSeconds(IReadOnlyList<TableLine> lines) =>
        [.. lines.Zip(Firsts(lines), (line, first) => first.Printed is not { } printed ? line : line with { Label = new(LabelKind.Indicator, 0, first.Criterion > 0 ? first.Criterion : printed, Unread) })];

    // Of each row the criterion that it stands below, and the one that its label names, when nothing else of it shows.
    private static IEnumerable<(int Criterion, int? Printed)> Firsts(IReadOnlyList<TableLine> lines)
    {
        var criterion = 0;
        foreach (var line in lines)
        {
            if (line.Label.Kind == LabelKind.Criterion) criterion = line.Label.Number;
            yield return (criterion, FirstOf(line.LabelText));
        }
    }

    private static int? FirstOf(string label) => FirstPattern().Match(VietnameseText.Fold(label)) is { Success: true } match ? match.Groups["of"].Value[0] - '0' : null;

    [GeneratedRegex("^[1ilt7] ?[cg(] ?(?<number>[1-9])\\.?$")]
    private static partial Regex CriterionPattern();

    [GeneratedRegex("^[^a-z0-9]*[cgs]?t[il]? ?(?<of>[1-9])[^a-z0-9]*$")]
    private static partial Regex FirstPattern();
}
