using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LearningSociety.App.Access;
using LearningSociety.App.Statistics.Answers;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

public sealed class AnswerTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private const string Results = "results?province={p}&year=2024&kind=unit-request";

    [Fact]
    public async Task Results_by_district_add_up_to_the_total_and_say_what_lies_in_none()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var answer = await site.JsonAsync(Results);

        Assert.Equal(
            [$"{site.Province}-h0 Huyện Không: 3 of 3, level 2 3 100% 100%", $"{site.Province}-h1 Huyện Một: 3 of 3, level 2 0 0% 0%", "none Không thuộc nơi nào ở cấp này: 1 of 1, level 2 0 -% 0%", $"{site.Province} Tỉnh Thử: 7 of 7, level 2 3 50% 42.9%"],
            answer.GetProperty("rows").EnumerateArray().Select(row =>
                $"{row.GetProperty("place")} {row.GetProperty("name")}: {row.GetProperty("dossiers")} of {row.GetProperty("registered")}, level 2 {row.GetProperty("level2")} {Share(row, "level2OfAssessed")}% {Share(row, "level2OfAll")}%"));
        Assert.Equal((4, 1), (answer.GetProperty("total").GetInt32(), answer.GetProperty("notes").EnumerateArray().Count(note => note.GetString()!.Contains("1 hồ sơ", StringComparison.Ordinal))));
    }

    // The query, and how many rows it has: with the total's and the rest's row.
    [Theory]
    [InlineData("results?province={p}&year=2024&kind=unit-request&by=commune", 8)]
    [InlineData("results?province={p}&year=2024&kind=unit-request&by=commune&place={p}-h1", 4)]
    [InlineData("results?province={p}&year=2024&kind=unit-request&by=unit", 8)]
    [InlineData("results?province={p}&year=2025&kind=unit-request", 8)]
    [InlineData("results?province={p}&year=2025&kind=district-community", 7)]
    [InlineData("trend?province={p}&kind=unit-request&from=2022&to=2025", 4)]
    [InlineData("trend?province={p}&kind=unit-request&from=2022&to=2025&place={p}-x1", 4)]
    [InlineData("criteria?province={p}&year=2024&kind=unit-request", 3)]
    [InlineData("gradings?province={p}&year=2023", 11)]
    [InlineData("gradings?province={p}&year=2010", 0)]
    [InlineData("dossiers?province={p}&year=2024&kind=unit-request", 7)]
    [InlineData("dossiers?province={p}&year=2024&kind=unit-request&place={p}-h1&result=level-1", 2)]
    [InlineData("dossiers?province={p}&year=2024&kind=unit-request&verdict=complete", 3)]
    [InlineData("dossiers?province={p}&year=2024&kind=unit-request&criterion=1&indicator=2&result=none", 2)]
    [InlineData("records?province={p}&year=2024", 21)]
    [InlineData("targets?province={p}&year=2024", 38)]
    [InlineData("targets?province={p}&year=2025&place={p}-x1", 38)]
    [InlineData("recognitions?province={p}&on=2026-03-01", 0)]
    [InlineData("commune-levels?province={p}&on=2024-12-31", 3)]
    [InlineData("commune-levels?province={p}&on=2025-12-31", 1)]
    [InlineData("reports-due?province={p}&report=unit-dossier&year=2024&on=2025-03-01", 7)]
    [InlineData("reports-due?province={p}&report=council-dossier&year=2024&on=2025-03-01", 7)]
    [InlineData("reports-due?province={p}&report=commune-report&year=2024&on=2025-03-01&place={p}-h1", 3)]
    [InlineData("reports-due?province={p}&report=project-district&year=2024&on=2025-03-01", 2)]
    [InlineData("reports-by-place?province={p}&report=unit-dossier&year=2024&on=2025-03-01", 4)]
    [InlineData("places?province={p}&on=2024-12-31", 9)]
    [InlineData("places?province={p}&on=2025-07-01", 7)]
    [InlineData("places?on=2025-07-01", 7)]
    public async Task A_query_has_as_many_rows_as_it_says_in_every_form(string query, int rows)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var answer = await site.JsonAsync(query);
        Assert.Equal((rows, rows), (answer.GetProperty("total").GetInt32(), answer.GetProperty("rows").GetArrayLength()));

        var csv = await site.Client.GetStringAsync(site.Address($"{query}&format=csv"), None);
        Assert.Equal(rows + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        using var book = SpreadsheetDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync(site.Address($"{query}&format=xlsx"), None)), isEditable: false);
        Assert.Equal(rows + 1, book.WorkbookPart!.WorksheetParts.First(part => part.Worksheet.Descendants<Row>().Count() != answer.GetProperty("columns").GetArrayLength() + 2).Worksheet.Descendants<Row>().Count());
    }

    [Fact]
    public async Task A_workbook_holds_days_as_days_and_texts_as_texts_under_heads_that_stay()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync(site.Address("dossiers?province={p}&year=2024&kind=unit-request&format=xlsx"), None)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(book, None).Select(error => $"{error.Path?.XPath}: {error.Description}"));

        var sheet = ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!)).Worksheet;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        var rows = sheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToArray()).ToArray();
        var (received, name) = (Array.FindIndex(rows[0], cell => cell.InnerText == "Ngày nhận"), Array.FindIndex(rows[0], cell => cell.InnerText == "Đơn vị"));
        Assert.All(rows[1..], row => Assert.Equal(("45667", null), (row[received].CellValue!.Text, row[received].DataType?.Value)));
        Assert.All(rows[1..], row => Assert.Equal((CellValues.InlineString, null), (row[name].DataType!.Value, row[name].CellFormula)));
    }

    [Fact]
    public async Task A_trend_follows_the_change_on_the_year_before()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var rows = (await site.JsonAsync("trend?province={p}&kind=unit-request&from=2023&to=2025")).GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["2023 0 -", "2024 7 7", "2025 3 -4"], rows.Select(row => $"{row.GetProperty("year")} {row.GetProperty("dossiers")} {Share(row, "dossiersChange")}"));
        Assert.Equal("50", Share(rows[2], "level2ShareChange"));
    }

    [Fact]
    public async Task The_gradings_of_S0_stand_as_the_documents_have_them()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var total = (await site.JsonAsync("gradings?province={p}&year=2023")).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("district").GetString() == "Tổng");
        Assert.Equal((151, 151), (total.GetProperty("beforeCommunes").GetInt32(), total.GetProperty("planCommunes").GetInt32()));
        Assert.Equal("-", Share(total, "resultCommunes"));
    }

    [Fact]
    public async Task Csv_is_what_the_standard_asks_for_and_no_cell_is_a_formula()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        await site.Stack.ShowAsync(DossierId.TryCreate("unit-request", 2024, $"o6-{site.Province}")!, StatisticsStack.ReportOf(
            DossierId.TryCreate("unit-request", 2024, $"o6-{site.Province}")!, 2, Result.Level2, default, "") is var report ? report with { Dossier = report.Dossier with { OfficeName = "=HYPERLINK(\"x\"), A" } } : null!);
        var answer = await site.Client.GetAsync(site.Address("dossiers?province={p}&year=2024&kind=unit-request&format=csv"), None);
        var bytes = await answer.Content.ReadAsByteArrayAsync(None);
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv; charset=utf-8; header=present", answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("\uFEFFdossier,revision,kind,year,province,", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\"), A\",", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trường A", "Trường A")]
    [InlineData("A, B", "\"A, B\"")]
    [InlineData("A \"B\"", "\"A \"\"B\"\"\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("", "")]
    public void A_text_is_written_so_that_it_stays_that_text(string text, string cell) => Assert.Equal(cell, CsvRows.Text(text));

    [Fact]
    public async Task An_answer_that_has_not_changed_is_not_sent_again()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var first = await site.Client.GetAsync(site.Address(Results), None);
        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync(site, first, Results)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync(site, first, $"{Results}&format=csv")).StatusCode);

        await site.Stack.ShowAsync(DossierId.TryCreate("unit-request", 2024, $"o0-{site.Province}")!, 2, Result.Level1);

        var changed = await AgainAsync(site, first, Results);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    // What an import changes, and whose answer that makes another one.
    [Theory]
    [InlineData("recognitions?province={p}&on=2026-03-01", "recognitions", "office,place,level,decision,decided", "o0-{p},,1,{p}/QĐ,2026-02-10")]
    [InlineData("commune-levels?province={p}&on=2026-03-01", "recognitions", "office,place,level,decision,decided", ",{p}-x0,2,{p}/QĐ,2026-02-10")]
    [InlineData("targets?province={p}&year=2024", "recognitions", "office,place,level,decision,decided", "o0-{p},,1,{p}/QĐ,2024-02-10")]
    [InlineData("targets?province={p}&year=2024", "measures", "place,indicator,year,count,of", "{p},clan,2024,1,2")]
    [InlineData("reports-by-place?province={p}&report=commune-report&year=2024&on=2025-03-20", "receipts", "report,sender,year,received", "commune-report,{p}-x0,2024,2025-03-14")]
    [InlineData("reports-due?province={p}&report=commune-report&year=2024&on=2025-03-20", "receipts", "report,sender,year,received", "commune-report,{p}-x0,2024,2025-03-14")]
    [InlineData("places?province={p}&on=2026-03-01", "units", "code,name,tier,parent", "{p},Tỉnh Mới,tỉnh,")]
    public async Task An_import_makes_another_answer(string query, string register, string head, string row)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var first = await site.Client.GetAsync(site.Address(query), None);
        await site.ImportAsync(register, head, row);
        var changed = await AgainAsync(site, first, query);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Pages_together_are_the_whole()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var whole = Rows(await site.JsonAsync("records?province={p}&year=2024"));
        var pages = new List<string>();
        for (var page = 1; page <= 5; page++)
            pages.AddRange(Rows(await site.JsonAsync($"records?province={{p}}&year=2024&page={page}&pageSize=5")));
        Assert.Equal(whole, pages);

        static List<string> Rows(JsonElement answer) => [.. answer.GetProperty("rows").EnumerateArray().Select(row => row.GetRawText())];
    }

    [Theory]
    [InlineData("khac?province={p}", 404, "unknown-query")]
    [InlineData("results?province=khong-co&year=2024&kind=unit-request", 404, "unknown-place")]
    [InlineData("results?province=Kh%C3%B4ng&year=2024&kind=unit-request", 404, "unknown-place")]
    [InlineData("results?province={p}&year=2024&kind=unit-request&place=khong-co", 404, "unknown-place")]
    [InlineData("results?province={p}&year=2025&kind=unit-request&place={p}-h0", 404, "unknown-place")]
    [InlineData("results?province={p}&year=1999&kind=unit-request", 400, "unknown-year")]
    [InlineData("results?province={p}&year=nam&kind=unit-request", 400, "unknown-year")]
    [InlineData("results?province={p}&year=2024&kind=khac", 400, "unknown-kind")]
    [InlineData("results?province={p}&year=2024", 400, "missing-parameter")]
    [InlineData("results?province={p}&year=2024&kind=unit-request&by=tinh", 400, "invalid-parameter")]
    [InlineData("results?province={p}&yaer=2024&kind=unit-request", 400, "unknown-parameter")]
    [InlineData("results?year=2024&kind=unit-request&by=commune", 400, "range-too-large")]
    [InlineData("results?province={p}&year=2024&kind=unit-request&format=pdf", 400, "invalid-parameter")]
    [InlineData("results?province={p}&year=2024&kind=unit-request&pageSize=5001", 400, "invalid-parameter")]
    [InlineData("results?province={p}&year=2024&kind=unit-request&page=0", 400, "invalid-parameter")]
    [InlineData("trend?province={p}&kind=unit-request&from=2000&to=2025", 400, "range-too-large")]
    [InlineData("trend?province={p}&kind=unit-request&from=2025&to=2024", 400, "conflicting-parameters")]
    [InlineData("targets?province={p}", 400, "missing-parameter")]
    [InlineData("targets?province={p}&year=2099", 400, "unknown-year")]
    [InlineData("targets?province={p}&year=2024&place=khong-co", 404, "unknown-place")]
    [InlineData("targets?province={p}&year=2025&place={p}-h0", 404, "unknown-place")]
    [InlineData("recognitions?province={p}", 400, "missing-parameter")]
    [InlineData("recognitions?province={p}&on=01/03/2026", 400, "invalid-parameter")]
    [InlineData("recognitions?province={p}&on=2026-03-01&state=moi", 400, "invalid-parameter")]
    [InlineData("recognitions?province={p}&on=2026-03-01&place={p}-h0", 404, "unknown-place")]
    [InlineData("commune-levels?province=khong-co&on=2024-12-31", 404, "unknown-place")]
    [InlineData("commune-levels?province={p}&on=2101-01-01", 400, "invalid-parameter")]
    [InlineData("reports-due?province={p}&year=2024&on=2025-03-01", 400, "missing-parameter")]
    [InlineData("reports-due?province={p}&report=khac&year=2024&on=2025-03-01", 400, "invalid-parameter")]
    [InlineData("reports-due?province={p}&report=project-review&year=2024&on=2025-03-01", 400, "conflicting-parameters")]
    [InlineData("reports-due?province={p}&report=unit-dossier&year=2024&on=2025-02-30", 400, "invalid-parameter")]
    [InlineData("places?province={p}", 400, "missing-parameter")]
    [InlineData("places?on=45291", 400, "invalid-parameter")]
    [InlineData("places?on=1999-12-31", 400, "invalid-parameter")]
    [InlineData("places?on=2025-06-30&province=khong-co", 404, "unknown-place")]
    [InlineData("dossiers?province={p}&year=2024&kind=unit-request&criterion=1", 400, "conflicting-parameters")]
    [InlineData("dossiers?province={p}&year=2024&kind=unit-request&criterion=0&result=none", 400, "invalid-parameter")]
    public async Task What_cannot_be_answered_is_said_in_a_sentence(string query, int status, string code)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var answer = await site.Client.GetAsync(site.Address(query), None);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(None)).RootElement;
        Assert.Equal((status, code, "application/problem+json"), ((int)answer.StatusCode, problem.GetProperty("code").GetString(), answer.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_country_is_its_provinces_side_by_side()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var rows = (await site.JsonAsync("results?year=2024&kind=unit-request")).GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(7, rows.Single(row => row.GetProperty("place").GetString() == site.Province).GetProperty("dossiers").GetInt32());
        Assert.Equal(rows[..^1].Sum(row => row.GetProperty("dossiers").GetInt32()), rows[^1].GetProperty("dossiers").GetInt32());
    }

    [Theory]
    [InlineData(Role.Office, "results", HttpStatusCode.Forbidden)]
    [InlineData(Role.Reviewer, "results", HttpStatusCode.OK)]
    [InlineData(Role.Reviewer, "records", HttpStatusCode.Forbidden)]
    [InlineData(Role.Province, "records", HttpStatusCode.OK)]
    public async Task Whoever_may_count_may(Role role, string query, HttpStatusCode status)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        using var client = await site.AsAsync(role);
        Assert.Equal(status, (await client.GetAsync(site.Address($"{query}?province={{p}}&year=2024&kind=unit-request"), None)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_rebuilds_a_province()
    {
        await using var site = await StatisticsSite.StartAsync(azurite, Role.Administrator);
        var answer = await site.Client.PostAsync($"api/manage/statistics/rebuild?province={site.Province}", null, None);
        Assert.Equal("""{"dossiers":11,"facts":0,"rollUps":0}""", await answer.Content.ReadAsStringAsync(None));
    }

    private static async Task<HttpResponseMessage> AgainAsync(StatisticsSite site, HttpResponseMessage first, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address(query));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        return await site.Client.SendAsync(request, None);
    }

    private static string Share(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } share ? share.GetRawText().ToString(CultureInfo.InvariantCulture) : "-";
}
