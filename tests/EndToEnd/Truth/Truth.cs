using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LearningSociety.EndToEnd.Truth;

/// <summary>What a careful clerk reads in a dossier (truth.json), held against a report. Gives one sentence per difference.</summary>
internal static class TruthComparison
{
    private static readonly string[] ResultColumns = ["communes", "assessed", "good", "fair", "average", "failed", "notAssessed"];
    private static readonly string[] PlanColumns = ["communes", "assessed", "good", "fair", "average", "notAssessed"];

    // Findings that depend on the day of the run or on a reader's taste are not part of a truth.
    private static readonly HashSet<string> Judged =
    [
        "percentage-mismatch", "not-eligible", "form-missing", "form-unsigned", "signature-invalid", "wrong-year", "wrong-office",
        "criterion-blank", "result-mismatch", "sum-mismatch", "council-size",
    ];

    public static IReadOnlyList<string> Differences(string truthFile, string reportFile)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(truthFile));
        using var report = JsonDocument.Parse(File.ReadAllText(reportFile));
        return [.. Compare(truth.RootElement, report.RootElement)];
    }

    private static IEnumerable<string> Compare(JsonElement truth, JsonElement report)
    {
        var documents = Items(report, "documents").ToList();
        var expected = Items(truth, "documents").ToList();
        foreach (var wanted in expected)
        {
            var name = $"{Text(wanted, "form")} in {Text(wanted, "file")}";
            var found = documents.FirstOrDefault(document => Same(wanted, document, "form") && Same(wanted, document, "file"));
            if (found.ValueKind == JsonValueKind.Undefined)
            {
                yield return $"{name} was not found";
                continue;
            }

            foreach (var difference in CompareForm(wanted, found))
                yield return $"{name}: {difference}";
        }

        if (expected.Count > 0)
        {
            var known = expected.Select(form => (Text(form, "form"), Text(form, "file"))).ToHashSet();
            foreach (var invented in documents.Where(document => Text(document, "form") != "unknown" && !known.Contains((Text(document, "form"), Text(document, "file")))))
                yield return $"{Text(invented, "form")} was invented";
        }

        foreach (var difference in CompareTargets(truth, documents).Concat(CompareVerdict(truth, report)))
            yield return difference;
    }

    private static IEnumerable<string> CompareForm(JsonElement wanted, JsonElement found)
    {
        var pages = string.Join(",", Items(wanted, "pages"));
        if (pages != string.Join(",", Items(found, "pages")))
            yield return $"pages {pages}, got {string.Join(",", Items(found, "pages"))}";
        if (wanted.TryGetProperty("header", out var header))
        {
            foreach (var part in header.EnumerateObject())
            {
                var got = found.GetProperty("header").GetProperty(part.Name).ToString();
                if (Plain(part.Value.ToString()) != Plain(got))
                    yield return $"{part.Name} \"{part.Value}\", got \"{got}\"";
            }
        }

        foreach (var field in new[] { "assessedYear", "declared", "councilSize" })
            if (wanted.TryGetProperty(field, out var value) && value.ToString() != found.GetProperty(field).ToString())
                yield return $"{field} {value}, got {found.GetProperty(field)}";
        if (wanted.TryGetProperty("signature", out var signature) && signature.ToString() != found.GetProperty("signature").GetProperty("state").ToString())
            yield return $"signature {signature}, got {found.GetProperty("signature").GetProperty("state")}";

        var rows = Items(found, "criteria").ToDictionary(Number, row => row.GetProperty("result").ToString());
        foreach (var row in Items(wanted, "criteria"))
        {
            var got = rows.GetValueOrDefault(Number(row), "no such row");
            if (row.GetProperty("result").ToString() != got)
                yield return $"row {Number(row)} \"{row.GetProperty("result")}\", got \"{got}\"";
        }

        foreach (var difference in Items(wanted, "gradings").SelectMany(table => CompareGrading(table, found)))
            yield return difference;
    }

    private static IEnumerable<string> CompareGrading(JsonElement wanted, JsonElement form)
    {
        var columns = Text(wanted, "kind") == "results" ? ResultColumns : PlanColumns;
        var found = Items(form, "gradings").FirstOrDefault(table => Same(wanted, table, "kind") && Same(wanted, table, "year"));
        var rows = found.ValueKind == JsonValueKind.Undefined ? [] : Items(found, "rows").ToDictionary(row => Plain(Text(row, "district")));
        foreach (var row in Items(wanted, "rows"))
        {
            var district = Text(row, "district");
            if (!rows.TryGetValue(Plain(district), out var got))
            {
                yield return $"{Text(wanted, "kind")} {wanted.GetProperty("year")}: no row {district}";
                continue;
            }

            foreach (var (column, value) in columns.Zip(Items(row, "values")))
                if (value.ToString() != got.GetProperty(column).ToString())
                    yield return $"{Text(wanted, "kind")} {district}.{column} {value}, got {got.GetProperty(column)}";
        }
    }

    private static IEnumerable<string> CompareTargets(JsonElement truth, List<JsonElement> documents)
    {
        var wanted = Items(truth, "targets").Select(Target).ToHashSet();
        var found = documents.SelectMany(document => Items(document, "targets")).Select(Target).ToHashSet();
        foreach (var lost in wanted.Except(found))
            yield return $"target {lost} was not found";
        foreach (var invented in wanted.Count == 0 ? [] : found.Except(wanted))
            yield return $"target {invented} was invented";
    }

    private static IEnumerable<string> CompareVerdict(JsonElement truth, JsonElement report)
    {
        if (!truth.TryGetProperty("expect", out var expect))
            yield break;
        if (Text(expect, "verdict") != Text(report, "verdict"))
            yield return $"verdict {Text(expect, "verdict")}, got {Text(report, "verdict")}";
        var wanted = Items(expect, "findings").Select(Finding).Where(finding => Judged.Contains(finding.Code)).ToHashSet();
        var found = Items(report, "findings").Select(Finding).Where(finding => Judged.Contains(finding.Code)).ToHashSet();
        foreach (var missed in wanted.Except(found))
            yield return $"finding {missed} was missed";
        foreach (var wrong in found.Except(wanted))
            yield return $"finding {wrong} is wrong";
        if (expect.TryGetProperty("computed", out var computed) && computed.ToString() != report.GetProperty("assessment").GetProperty("computed").ToString())
            yield return $"computed {computed}, got {report.GetProperty("assessment").GetProperty("computed")}";
    }

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    private static string Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static bool Same(JsonElement a, JsonElement b, string name) => Text(a, name) == Text(b, name);

    private static string Number(JsonElement row) => $"{row.GetProperty("criterion")}.{row.GetProperty("indicator")}";

    private static (string Indicator, int Year, decimal Percent) Target(JsonElement target) =>
        (Text(target, "indicator"), target.GetProperty("year").GetInt32(), target.GetProperty("percent").GetDecimal());

    private static (string Code, string Form) Finding(JsonElement finding) => (Text(finding, "code"), Text(finding, "form"));

    private static string Plain(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim(' ', '.', ';', ',').ToLower(CultureInfo.InvariantCulture);
}
