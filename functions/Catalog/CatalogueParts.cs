using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Catalog;

/// <summary>Turns entries of the files into parts of the model.</summary>
internal static class CatalogueParts
{
    private static readonly Dictionary<string, SigningRule> Signings = new()
    {
        ["none"] = SigningRule.None, ["signature"] = SigningRule.Signature, ["signature-and-seal"] = SigningRule.SignatureAndSeal,
    };

    private static readonly Dictionary<string, Issuer> Issuers = new()
    {
        ["office"] = Issuer.Office, ["council"] = Issuer.Council, ["committee"] = Issuer.Committee,
    };

    private static readonly Dictionary<string, YearMeaning> Years = new()
    {
        ["assessed"] = YearMeaning.Assessed, ["planned"] = YearMeaning.Planned, ["issued"] = YearMeaning.Issued,
    };

    private static readonly Dictionary<string, WholeRegister> Wholes = new()
    {
        ["offices"] = WholeRegister.Offices, ["communes"] = WholeRegister.Communes,
    };

    internal static Catalogue Read(ImmutableArray<YamlEntry> roots)
    {
        var version = roots.Select(root => root.TextOrNull("version")).ToArray();
        var thresholds = roots.Select(root => root.EntryOrNull("thresholds")).ToArray();
        var kinds = All(roots, "kinds", Kind);
        var messages = roots.SelectMany(root => root.Pairing("messages").ToArray());
        return new(
            version.FirstOrDefault(text => text is not null) ?? "",
            kinds, All(roots, "forms", Form), All(roots, "schemes", SchemeParts.Read), All(roots, "indicators", Target),
            thresholds.FirstOrDefault(entry => entry is not null) is { } entry ? Limits(entry) : new(0, 0, 0, 0, 0),
            messages.DistinctBy(pair => pair.Key).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Text, StringComparer.Ordinal),
            Labels(roots)) { Offices = Offices(roots), Reports = All(roots, "reports", entry => ReportParts.Read(entry, kinds)) };
    }

    internal static Source SourceOf(YamlEntry entry)
    {
        if (entry.EntryOrNull("source") is not { } source)
        {
            entry.Wrong("\"source\" is missing: every rule names its legal source");
            return new("", null, null);
        }

        var read = new Source(source.Text("text"), source.Date("from"), source.Date("to"));
        if (read.From > read.To) source.Wrong("\"from\" lies after \"to\"");
        source.Closed();
        return read;
    }

    private static ImmutableArray<T> All<T>(ImmutableArray<YamlEntry> roots, string key, Func<YamlEntry, T> read) =>
        [.. roots.SelectMany(root => root.Entries(key)).Select(entry =>
        {
            var part = read(entry);
            entry.Closed();
            return part;
        })];

    private static DossierKind Kind(YamlEntry entry) => new(
        entry.Text("id"), entry.Text("name"), entry.Texts("required"), entry.Texts("optional"), DeadlineOf(entry.EntryOrNull("deadline")),
        entry.TextOrNull("summary"), entry.TextOrNull("letter"), entry.Flag("request", false), SourceOf(entry))
    {
        Year = entry.Choice("year", Years, YearMeaning.Assessed),
        CouncilIssued = entry.Texts("councilIssued"),
    };

    internal static Deadline? DeadlineOf(YamlEntry? entry)
    {
        if (entry is null) return null;
        var deadline = new Deadline(entry.Int("month"), entry.Int("day"), entry.Int("yearOffset"), SourceOf(entry));
        if (deadline.Month is < 1 or > 12 || deadline.Day < 1 || deadline.Day > DateTime.DaysInMonth(2025, Math.Clamp(deadline.Month, 1, 12)))
            entry.Wrong("\"month\" and \"day\" are no day of the year");
        entry.Closed();
        return deadline;
    }

    private static FormType Form(YamlEntry entry) => new(
        entry.Text("id"), entry.Text("name"), RecognitionOf(entry), entry.Choice("signing", Signings, SigningRule.None),
        entry.Choice("issuer", Issuers, Issuer.Office), entry.TextOrNull("scheme"), entry.Flag("header", true), entry.Texts("content"), SourceOf(entry));

    private static Recognition RecognitionOf(YamlEntry entry)
    {
        if (entry.EntryOrNull("recognition") is not { } recognition)
        {
            entry.Wrong("\"recognition\" is missing");
            return new([], [], [], [], [], [], []);
        }

        var read = new Recognition(
            recognition.Texts("marks"), recognition.Texts("titles"), recognition.Texts("subjects"), recognition.Texts("signs"),
            recognition.Texts("phrases"), recognition.Texts("excludes"), recognition.Texts("tableHeads"));
        recognition.Closed();
        return read;
    }

    private static TargetIndicator Target(YamlEntry entry) =>
        new(entry.Text("id"), entry.Text("name"), entry.Texts("phrases"), entry.Texts("excludes"), SourceOf(entry))
        {
            Goals = [.. entry.Entries("goals").Select(Goal)],
            Whole = entry.Choice("whole", Wholes, WholeRegister.None),
        };

    private static TargetGoal Goal(YamlEntry entry)
    {
        var goal = new TargetGoal(entry.Int("year"), entry.DecimalOrNull("percent") ?? -1, SourceOf(entry));
        if (goal.Percent is < 0 or > 100) entry.Wrong("\"percent\" must be a share in percent, 0 to 100");
        entry.Closed();
        return goal;
    }

    private static Thresholds Limits(YamlEntry entry)
    {
        var limits = new Thresholds(Limit("form"), Limit("result"), Limit("signature"), Limit("year"), Limit("figure"));
        entry.Closed();
        return limits;

        double Limit(string key)
        {
            var value = entry.DecimalOrNull(key);
            if (value is not (> 0 and <= 1)) entry.Wrong($"\"{key}\" must be above 0 and at most 1");
            return (double)(value ?? 1);
        }
    }

    private static ImmutableSortedDictionary<string, string> Labels(ImmutableArray<YamlEntry> roots)
    {
        var labels = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var groups in roots.Select(root => root.EntryOrNull("labels")).OfType<YamlEntry>().ToArray())
        {
            foreach (var group in groups.Keys.ToArray())
            {
                foreach (var (key, text, _) in groups.Pairing(group)) labels[$"{group}.{key}"] = text;
            }
        }

        return labels.ToImmutable();
    }

    private static OfficeVocabulary Offices(ImmutableArray<YamlEntry> roots)
    {
        var entries = roots.Select(root => root.EntryOrNull("offices")).OfType<YamlEntry>().ToImmutableArray();
        var vocabulary = new OfficeVocabulary(
            entries.SelectMany(entry => entry.Pairing("abbreviations").ToArray()).DistinctBy(pair => pair.Key)
                .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Text, StringComparer.Ordinal),
            [.. entries.SelectMany(entry => entry.Texts("places"))], [.. entries.SelectMany(entry => entry.Texts("several"))],
            [.. entries.SelectMany(entry => entry.Texts("bodies"))]);
        foreach (var entry in entries) entry.Closed();
        return vocabulary;
    }
}
