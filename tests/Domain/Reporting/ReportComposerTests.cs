using System.Text.Json;
using LearningSociety.Domain.Checks;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Signatures;
using LearningSociety.Domain.Tests.Dossiers;
using LearningSociety.Domain.Tests.Checks;
using static LearningSociety.Domain.Tests.Dossiers.Sample;

namespace LearningSociety.Domain.Tests.Reporting;

public sealed class ReportComposerTests
{
    [Fact]
    public void A_report_is_written_as_the_contract_says()
    {
        var root = Json(Request().With("unit-m18", form => form.Rows("1=1 1.1=2 1.2=- overall=1") with { Signature = Digital(Trust.Untrusted) }));
        Assert.Equal("unit-request", Text(root, "dossier", "kind"));
        Assert.Equal("2026-01-10", Text(root, "dossier", "received"));
        Assert.Equal("incomplete", Text(root, "verdict"));
        var table = root.GetProperty("documents")[2];
        Assert.Equal(("unit-m18", "3.pdf"), (Text(table, "form"), Text(table, "file")));
        Assert.Equal([1], table.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32()));
        Assert.Equal(("12/BC", "2026-01-05", Office, "Đỗ Mạnh Quyền"),
            (Text(table, "header", "number"), Text(table, "header", "date"), Text(table, "header", "agency"), Text(table, "header", "signer")));
        Assert.Equal(2025, table.GetProperty("assessedYear").GetInt32());
        Assert.Equal(("digital", "untrusted"), (Text(table, "signature", "state"), Text(table, "signature", "trust")));
        Assert.Equal("level-1", Text(table, "declared"));
        Assert.Equal(JsonValueKind.Null, table.GetProperty("councilSize").ValueKind);
        var rows = table.GetProperty("criteria").EnumerateArray().ToArray();
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("indicator").ValueKind);
        Assert.Equal((1, 1, "level-2"), (rows[1].GetProperty("criterion").GetInt32(), rows[1].GetProperty("indicator").GetInt32(), Text(rows[1], "result")));
        Assert.Equal(JsonValueKind.Null, rows[2].GetProperty("result").ValueKind);
        Assert.Equal(4, rows[1].GetProperty("box").GetArrayLength());
        var finding = root.GetProperty("findings").EnumerateArray().First();
        Assert.Equal(("criterion-blank", "error", "unit-m18", "3.pdf"), (Text(finding, "code"), Text(finding, "severity"), Text(finding, "form"), Text(finding, "file")));
        Assert.Equal(("level-1", JsonValueKind.Null), (Text(root, "assessment", "declared"), root.GetProperty("assessment").GetProperty("computed").ValueKind));
    }

    [Fact]
    public void A_plan_has_no_failed_column_and_a_blank_cell_is_0()
    {
        var gradings = Json(Province()).GetProperty("documents")[0].GetProperty("gradings");
        var (results, plan) = (gradings[0], gradings[1]);
        Assert.Equal(("results", 2022, "plan", 2023), (Text(results, "kind"), results.GetProperty("year").GetInt32(), Text(plan, "kind"), plan.GetProperty("year").GetInt32()));
        Assert.Equal(1, results.GetProperty("rows")[1].GetProperty("failed").GetInt32());
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("rows")[1].GetProperty("failed").ValueKind);
        Assert.Equal("Tổng", Text(plan.GetProperty("rows")[2], "district"));
    }

    [Fact]
    public void Pages_of_no_known_form_are_one_entry_for_each_file()
    {
        var strange = new FormReading { Form = FormReading.Unknown, File = "1.pdf", Pages = [4], Confidence = new(0.2), Reason = "bìa" };
        var reading = Request();
        reading = reading with { Forms = [strange, .. reading.Forms, strange with { Pages = [2, 3], Confidence = new(0.1), Reason = "ảnh" }, strange with { File = "2.pdf" }] };
        var unknown = Compose(reading).Documents.Where(document => document.Form == "unknown").ToArray();
        Assert.Equal([("1.pdf", "2 3 4", 0.1, "bìa; ảnh"), ("2.pdf", "4", 0.2, "bìa")],
            unknown.Select(document => (document.File, string.Join(' ', document.Pages), document.Confidence.Value, document.Reason)));
    }

    [Fact]
    public void A_form_over_several_files_has_one_entry_for_each()
    {
        var reading = Request().And(Paper("unit-m04") with { Header = FormHeader.Empty, AssessedYear = null, ContinuesPrevious = true });
        Assert.Equal(["2.pdf", "4-them.pdf"], Compose(reading).Documents.Where(document => document.Form == "unit-m04").Select(document => document.File));
    }

    [Fact]
    public void Values_come_with_their_boxes_for_the_pages_beside()
    {
        var evidence = Compose(Request()).Documents[0].Evidence;
        Assert.Equal("number date agency signer assessedYear declared", string.Join(' ', evidence.Select(one => one.Field)));
        Assert.All(evidence, one => Assert.Equal([0.1, 0.1, 0.2, 0.2], one.Box!.Value));
    }

    [Fact]
    public void The_same_dossier_gives_the_same_report_to_the_byte()
    {
        var spoiled = Request().Without("unit-m04").With("unit-m18", form => form.Rows("1=- 1.1=2 2=1 2.1=~1 overall=2"));
        Assert.Equal(JsonSerializer.Serialize(Compose(spoiled), DossierReport.Json), JsonSerializer.Serialize(Compose(spoiled), DossierReport.Json));
    }

    [Fact]
    public void Findings_come_gravest_first()
    {
        var severities = Compose(Request().Without("unit-m10").Received(2026, 3, 1).PagesOf("2.pdf", 2).Fault("2.pdf", Findings.FindingCode.PageBlank, 2)).Findings.Select(finding => (int)finding.Severity).ToArray();
        Assert.Equal(severities.OrderDescending(), severities);
        Assert.Equal(3, severities.Distinct().Count());
    }

    private static DossierReport Compose(DossierReading reading) => ReportComposer.Compose(reading, CompletenessCheck.Run(reading, Sample.Catalogue), Sample.Catalogue);

    private static JsonElement Json(DossierReading reading) => JsonSerializer.SerializeToElement(Compose(reading), DossierReport.Json);

    private static string? Text(JsonElement element, params string[] path) => path.Aggregate(element, (at, name) => at.GetProperty(name)).GetString();
}
