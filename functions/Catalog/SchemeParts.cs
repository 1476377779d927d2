using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Catalog;

/// <summary>Turns an entry under "schemes" into a scheme.</summary>
internal static class SchemeParts
{
    private static readonly Dictionary<string, Result> Results = new()
    {
        ["not-met"] = Result.NotMet, ["met"] = Result.Met, ["level-1"] = Result.Level1, ["level-2"] = Result.Level2,
    };

    private static readonly Dictionary<string, OverallRule> Rules = new() { ["all-met"] = OverallRule.AllMet, ["lowest"] = OverallRule.Lowest };

    internal static Scheme Read(YamlEntry entry) => new(
        entry.Text("id"), entry.Text("name"), [.. entry.Texts("results").Select(word => Named(entry, word))], entry.Choice("overall", Rules, OverallRule.AllMet),
        [.. entry.Entries("criteria").Select(CriterionOf)], Vocabulary(entry), [.. entry.Entries("pointThresholds").Select(Threshold)], CatalogueParts.SourceOf(entry))
    {
        Terms = Terms(entry.EntryOrNull("terms")),
        Council = Council(entry.EntryOrNull("council")),
    };

    private static Result Named(YamlEntry entry, string word)
    {
        if (Results.TryGetValue(word, out var result)) return result;
        entry.Wrong($"\"{word}\" is no result; results are {string.Join(", ", Results.Keys)}");
        return Result.NotMet;
    }

    private static Criterion CriterionOf(YamlEntry entry)
    {
        var criterion = new Criterion(
            entry.Int("number"), entry.Text("text"), [.. entry.Texts("indicators").Select((text, index) => new Indicator(index + 1, text))]);
        entry.Closed();
        return criterion;
    }

    private static ImmutableArray<ResultWord> Vocabulary(YamlEntry entry)
    {
        if (entry.EntryOrNull("vocabulary") is not { } words) return [];
        return [.. words.Keys.ToArray().SelectMany(key => words.Texts(key).Select(text => new ResultWord(text, Named(words, key))))];
    }

    private static PointThreshold Threshold(YamlEntry entry)
    {
        var atLeast = entry.DecimalOrNull("atLeast");
        if (atLeast is not (>= 0 and <= 100)) entry.Wrong("\"atLeast\" must be a share of the points in percent, 0 to 100");
        var threshold = new PointThreshold(atLeast ?? 0, Named(entry, entry.Text("result")));
        entry.Closed();
        return threshold;
    }

    private static RecognitionTerms Terms(YamlEntry? entry)
    {
        if (entry is null) return RecognitionTerms.None;
        var terms = new RecognitionTerms(entry.IntOrNull("validMonths"), entry.IntOrNull("upgradeAfterMonths"), entry.DecimalOrNull("communeShare"));
        entry.Closed();
        return terms;
    }

    private static CouncilRule? Council(YamlEntry? entry)
    {
        if (entry is null) return null;
        var rule = new CouncilRule(entry.Int("minimumMembers"), entry.Flag("odd", false));
        entry.Closed();
        return rule;
    }
}
