using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests;

/// <summary>Whole dossiers, from what the layout server answered for them, against the truth beside the documents.</summary>
public sealed class RecordedLayoutTests
{
    private static readonly string[] ResultColumns = ["communes", "assessed", "good", "fair", "average", "failed", "notAssessed"];

    public static TheoryData<string> Dossiers => [.. Directory.GetDirectories(Folder("Layouts")).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Reads_what_stands_there(string dossier)
    {
        var facts = Json(Path.Combine(Folder("../corpus"), dossier, "dossier.json"));
        var truth = Json(Path.Combine(Folder("../corpus"), dossier, "truth.json"));
        var files = Directory.GetFiles(Path.Combine(Folder("Layouts"), dossier), "*.json.gz").Order(StringComparer.Ordinal).Select(File).ToImmutableArray();
        var reading = DossierExtraction.Read(
            UnitForms.Catalogue, new(dossier, Text(facts, "kind")!, Text(facts, "office")!, Text(facts, "officeName")!, facts.GetProperty("year").GetInt32(), 1, new(2026, 1, 10)), files);
        foreach (var expected in Items(truth, "documents")) Compare(expected, reading);
        foreach (var target in Items(truth, "targets"))
        {
            Assert.Contains((Text(target, "indicator"), target.GetProperty("year").GetInt32(), target.GetProperty("percent").GetDecimal()), reading.Forms.SelectMany(form => form.Targets).Select(read => ((string?)read.Indicator, read.Year, read.Percent.Value)));
        }

        if (Items(truth, "documents").Any()) Assert.Equal(Items(truth, "documents").Select(form => Text(form, "form")).Order(), reading.Forms.Select(form => form.Form).Order());
        Assert.All(reading.Forms, form => Assert.True(form.Confidence.Value >= 0.6, $"{form.Form} {form.Confidence}"));
    }

    private static void Compare(JsonElement expected, DossierReading reading)
    {
        var form = Assert.Single(reading.Forms, form => form.Form == Text(expected, "form") && form.File == Text(expected, "file"));
        Assert.Equal(expected.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32()), form.Pages);
        if (expected.TryGetProperty("header", out var header))
        {
            Assert.Equal(Text(header, "number"), form.Header.Number?.Value);
            Assert.Equal(Text(header, "date"), form.Header.Date?.Value.ToString("yyyy-MM-dd", null));
            Assert.Equal(VietnameseText.Words(Text(header, "agency")), VietnameseText.Words(form.Header.Agency?.Value));
            Assert.Equal(Text(header, "signer"), form.Header.Signer?.Value);
        }

        if (expected.TryGetProperty("assessedYear", out var year)) Assert.Equal(year.GetInt32(), form.AssessedYear?.Value);
        if (expected.TryGetProperty("declared", out var declared)) Assert.Equal(declared.GetString(), Wire(form.Declared?.Value));
        if (expected.TryGetProperty("councilSize", out var size)) Assert.Equal(size.GetInt32(), form.CouncilSize?.Value);
        if (expected.TryGetProperty("criteria", out var criteria))
        {
            Assert.Equal(
                criteria.EnumerateArray().Select(row => (row.GetProperty("criterion").GetInt32(), Number(row, "indicator"), row.GetProperty("result").GetString())),
                form.Criteria.Select(row => (row.Criterion, row.Indicator, Wire(row.Result?.Value))));
            Assert.All(form.Criteria, row => Assert.Null(row.Doubt));
        }

        foreach (var (table, at) in Items(expected, "gradings").Select((table, at) => (table, at))) Compare(table, form.Gradings[at]);
    }

    private static void Compare(JsonElement expected, GradingTable read)
    {
        Assert.Equal((Text(expected, "kind"), expected.GetProperty("year").GetInt32()), (read.Kind == GradingKind.Plan ? "plan" : "results", read.Year.Value));
        var columns = read.Kind == GradingKind.Plan ? ResultColumns.Where(column => column != "failed").ToArray() : ResultColumns;
        Assert.Equal(
            Items(expected, "rows").Select(row => $"{Text(row, "district")} {string.Join(' ', Items(row, "values").Select(value => value.GetInt32()))}"),
            read.Rows.Select(row => $"{row.District} {string.Join(' ', columns.Select(column => Figure(row, column)))}"));
    }

    private static int? Figure(GradingRow row, string column) => column switch
    {
        "communes" => row.Communes.Value,
        "assessed" => row.Assessed.Value,
        "good" => row.Good.Value,
        "fair" => row.Fair.Value,
        "average" => row.Average.Value,
        "failed" => row.Failed?.Value,
        _ => row.NotAssessed.Value,
    };

    private static FileInput File(string path)
    {
        using var unzipped = new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(unzipped);
        FileLayout layout = LayoutJson.Read(json.RootElement);
        return new(Path.GetFileName(path).Replace(".json.gz", ".pdf", StringComparison.Ordinal), layout.Pages.Length, layout, [], []);
    }

    private static string? Wire(Result? result) => result is null ? null : JsonSerializer.Serialize(result).Trim('"');

    private static int? Number(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static JsonElement Json(string path) => JsonDocument.Parse(System.IO.File.ReadAllText(path)).RootElement;

    /// <summary>A folder beside this file's source: the documents are not copied to the output.</summary>
    private static string Folder(string name, [System.Runtime.CompilerServices.CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, name));
}
