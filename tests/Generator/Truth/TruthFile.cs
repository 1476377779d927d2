using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Forms;
using LearningSociety.Generator.Packing;
using LearningSociety.Generator.Printing;

namespace LearningSociety.Generator.Truth;

/// <summary>Writes what a careful clerk reads in a dossier and what a check must find.</summary>
public static class TruthFile
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Errors = ["form-missing", "form-unsigned", "wrong-year", "wrong-office", "criterion-blank", "result-mismatch", "declared-differs", "sum-mismatch", "council-size"];

    /// <summary>The dossier's own description.</summary>
    public static string Dossier(DossierFacts dossier) => new JsonObject
    {
        ["kind"] = dossier.Kind, ["office"] = dossier.OfficeId, ["officeName"] = dossier.OfficeName, ["year"] = dossier.Year, ["received"] = Day(dossier.Received),
    }.ToJsonString(Written);

    /// <summary>The truth.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="files">Its files, with the name of each one's quality.</param>
    /// <param name="look">How its papers look.</param>
    public static string Truth(DossierFacts dossier, IReadOnlyList<(FilePlan File, string Quality)> files, Look look)
    {
        var documents = new JsonArray();
        foreach (var (file, _) in files)
        {
            var forms = file.Slots.Select(slot => slot.Form).OfType<PrintedForm>().Distinct().Where(form => form.Form.Id != "unknown");
            foreach (var form in forms)
            {
                var pages = file.Slots.Select((slot, i) => (slot, Number: i + 1)).Where(one => one.slot.Form == form && !one.slot.IsCopy).Select(one => (one.slot.Page, one.Number)).ToArray();
                documents.Add(Document(form, file.Name, pages));
            }
        }

        var expect = new JsonObject
        {
            ["verdict"] = dossier.Findings.Any(finding => Errors.Contains(finding.Code)) ? "incomplete" : "complete",
            ["findings"] = new JsonArray([.. dossier.Findings.Distinct().Select(finding => new JsonObject { ["code"] = finding.Code, ["form"] = finding.Form })]),
        };
        var summary = dossier.Forms.FirstOrDefault(form => form.Assessment is not null);
        var ownBlank = summary?.Assessment is { } table && (table.Overall is null || table.Criteria.Any(criterion => criterion.Stated is null)) && !table.HasPoints;
        var wrong = summary is not null && dossier.Findings.Any(finding => finding.Form == summary.Id && finding.Code is "wrong-year" or "wrong-office");
        if (summary is not null && !ownBlank && !wrong) expect["computed"] = Name(summary.Assessment!.Computed);
        if (summary is not null && !wrong) expect["declared"] = Name(summary.Declared);
        var truth = new JsonObject { ["documents"] = documents, ["expect"] = expect };
        var targets = dossier.Forms.SelectMany(form => form.Targets).ToArray();
        if (targets.Length > 0) truth["targets"] = new JsonArray([.. targets.Select(target => new JsonObject { ["indicator"] = target.Indicator, ["year"] = target.Year, ["percent"] = target.Percent })]);
        var quality = new JsonObject();
        foreach (var (file, name) in files) quality[file.Name] = name;
        truth["quality"] = quality;
        truth["look"] = look.Said;
        return truth.ToJsonString(Written);
    }

    // A form that goes over two files has an entry for each, with what stands there.
    private static JsonObject Document(PrintedForm printed, string file, (int Page, int Number)[] pages)
    {
        var form = printed.Form;
        bool first = pages.Any(page => page.Page == 0), last = pages.Any(page => page.Page == printed.Pages.Count - 1), whole = pages.Length == printed.Pages.Count;
        var document = new JsonObject { ["form"] = form.Id };
        var header = new JsonObject();
        if (form.Agency is not null && first)
        {
            header["number"] = form.Number;
            header["date"] = Day(form.Date);
            header["agency"] = form.Agency;
        }

        // An annex has no head of its own.
        if (form.Signer is not null && last && form.Id != "district-3b") header["signer"] = form.Signer;
        if (header.Count > 0) document["header"] = header;
        if (first && form.Id is not ("province-grading" or "target-plan" or "plan")) document["assessedYear"] = form.Year;
        if (form.CouncilSize is { } size && whole) document["councilSize"] = size;
        if (form.Assessment is { } table)
        {
            var here = pages.SelectMany(page => printed.Pages[page.Page].Rows).ToHashSet();
            document["criteria"] = Criteria(table, printed, here);
            if (printed.Places.Any(place => place.Criterion == 0 && here.Contains(place.Row))) document["declared"] = Name(form.Declared);
        }
        else if (form.Declared is not null && whole)
        {
            document["declared"] = Name(form.Declared);
        }

        if (last) document["signature"] = form.Signing switch { Signing.Paper => "paper", Signing.SealOnly => "seal-only", Signing.HandOnly => "hand-only", _ => "none" };
        if (!form.Gradings.IsEmpty) document["gradings"] = new JsonArray([.. form.Gradings.Select(Grading)]);
        document["pages"] = new JsonArray([.. pages.Select(page => page.Number).Order().Select(number => JsonValue.Create(number))]);
        document["file"] = file;
        return document;
    }

    private static JsonArray Criteria(Assessment table, PrintedForm printed, HashSet<int> here)
    {
        var rows = new JsonArray();
        void Add(int criterion, int? indicator, Outcome? result)
        {
            if (!printed.Places.Any(place => place.Criterion == criterion && place.Indicator == indicator && here.Contains(place.Row))) return;
            rows.Add(new JsonObject { ["criterion"] = criterion, ["indicator"] = indicator, ["result"] = Name(result) });
        }

        foreach (var criterion in table.Criteria)
        {
            Add(criterion.Number, null, criterion.Stated);
            foreach (var row in criterion.Indicators) Add(criterion.Number, row.Number, row.Stated);
        }

        return rows;
    }

    private static JsonObject Grading(GradingSheet sheet) => new()
    {
        ["kind"] = sheet.IsPlan ? "plan" : "results", ["year"] = sheet.Year,
        ["rows"] = new JsonArray([.. sheet.Lines.Select(line => new JsonObject { ["district"] = line.District, ["values"] = new JsonArray([.. line.Values.Select(value => JsonValue.Create(value))]) })]),
    };

    private static string? Name(Outcome? outcome) => outcome switch { null => null, Outcome.NotMet => "not-met", Outcome.Level1 => "level-1", Outcome.Level2 => "level-2", _ => "met" };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
