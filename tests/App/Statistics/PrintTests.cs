using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LearningSociety.App.Access;
using LearningSociety.App.Printing;
using LearningSociety.App.Statistics.Prints;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using LearningSociety.Fixtures;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;
using Words = DocumentFormat.OpenXml.Wordprocessing;

namespace LearningSociety.App.Tests.Statistics;

public sealed partial class PrintTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    // The two tables as the plan of the seed prints them, then what they add up to in shares of the communes assessed.
    private static readonly string[] Results =
    [
        "TT|Huyện, Thành phố|Tổng số đơn vị cấp xã|Số đơn vị cấp xã đánh giá, xếp loại|Trong đó xếp loại|Không đánh giá", "Tốt|Khá|Trung bình|Không đạt",
        "1|Cao Phong|10|10|9|1|||", "2|Đà Bắc|17|17|11|4|2||", "3|Kim Bôi|17|17|12|5|||", "4|Lạc Sơn|24|24|2|19|3||", "5|Lạc Thủy|10|10|10||||",
        "6|Lương Sơn|11|11|11||||", "7|Mai Châu|16|16|11|5|||", "8|Tân Lạc|16|16|16||||", "9|Thành phố|19|19|18|1|||", "10|Yên Thủy|11|11|9||2||",
        "|Tổng|151|151|109|35|7||", "|Tỷ lệ (%)|||72,2|23,2|4,6|0,0|",
    ];

    private static readonly string[] Plan =
    [
        "TT|Huyện, Thành phố|Tổng số đơn vị cấp xã|Số đơn vị cấp xã đánh giá, xếp loại|Trong đó dự kiến xếp loại|Không đánh giá", "Tốt|Khá|Trung bình",
        "1|Cao Phong|10|10|9|1||", "2|Đà Bắc|17|17|11|6||", "3|Kim Bôi|17|17|13|4||", "4|Lạc Sơn|24|24|4|18|2|", "5|Lạc Thủy|10|10|10|||",
        "6|Lương Sơn|11|11|11|||", "7|Mai Châu|16|16|12|4||", "8|Tân Lạc|16|16|16|||", "9|Thành phố|19|19|18|1||", "10|Yên Thủy|11|11|9|2||",
        "|Tổng|151|151|113|36|2|", "|Tỷ lệ (%)|||74,8|23,8|1,3|",
    ];

    [Fact]
    public async Task Both_tables_of_S0_come_back_cell_by_cell_on_the_page()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"statistics/gradings?province={site.Province}&year=2023", None));
        var rows = RowPattern().Matches(page).Select(row => string.Join('|', CellPattern().Matches(row.Value).Select(cell => cell.Groups[1].Value)));
        Assert.Equal([.. Results, .. Plan], rows);
        Assert.Contains("cộng lại là 99,9%", page, StringComparison.Ordinal);
        Assert.Contains("DANH SÁCH CÁC HUYỆN, THÀNH PHỐ XẾP LOẠI “CỘNG ĐỒNG HỌC TẬP” CẤP XÃ NĂM 2022 VÀ KẾ HOẠCH NĂM 2023", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_tables_of_S0_come_back_cell_by_cell_in_Word()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        using var document = WordprocessingDocument.Open(await FileAsync(site, "docx"), isEditable: false);
        var rows = document.MainDocumentPart!.Document.Descendants<Words.TableRow>()
            .Where(row => row.Ancestors<Words.Table>().Single().Descendants<Words.TableBorders>().Any())
            .Select(row => string.Join('|', row.Elements<Words.TableCell>()
                .Where(cell => cell.TableCellProperties!.VerticalMerge?.Val?.Value != Words.MergedCellValues.Continue).Select(cell => cell.InnerText)));
        Assert.Equal([.. Results, .. Plan], rows);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, None).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task Both_tables_of_S0_come_back_cell_by_cell_in_a_sheet()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        using var book = SpreadsheetDocument.Open(await FileAsync(site, "xlsx"), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Sheets.Row>().Select(row => string.Join('|', row.Elements<Sheets.Cell>().Select(Shown))).ToArray();
        foreach (var expected in Results.Skip(2).Concat(Plan.Skip(2))) Assert.Contains(expected, rows);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(book, None).Select(error => $"{error.Path?.XPath}: {error.Description}"));

        static string Shown(Sheets.Cell cell) => cell.StyleIndex?.Value == 6 ? decimal.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',') : cell.InnerText;
    }

    // What the document prints as the total of "Tốt", and what the paper says of it.
    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void A_total_that_is_not_the_sum_is_printed_as_the_sum_and_said(int printed, bool isSaid)
    {
        var table = new ReportGrading(GradingKind.Results, 2022,
        [
            new("Huyện A", 3, 3, 3, 0, 0, 0, 0), new("Huyện B", 4, 3, 2, 1, 0, 0, 1), new(GradingRow.Total, 7, 6, printed, 1, 0, 0, 1),
        ]);
        var fact = new DossierFact(
            "province-grading-2023-so", 1, "province-grading", 2023, "so", "Sở", new("t"), new(2023, 2, 20), null, Verdict.Complete, null, null, []) { Gradings = [table] };
        var blocks = GradingAnnex.Of(GradingComparison.Of(2023, [fact]))!.Blocks;

        Assert.Equal(isSaid, blocks.OfType<PaperLine>().Any(line => line.Text == "Dòng Tổng của văn bản khác tổng các huyện ở cột “Tốt”; biểu này in tổng các huyện."));
        Assert.Equal("|Tổng|7|6|5|1|||1", string.Join('|', blocks.OfType<PaperTable>().Single().Rows[2].Cells.Select(cell => cell.Text)));
        Assert.Contains(blocks.OfType<PaperLine>(), line => line.Text == "Chưa có số liệu.");
    }

    [Theory]
    [InlineData("api/prints/gradings?province={p}&year=2023&format=pdf", 400, "invalid-parameter")]
    [InlineData("api/prints/gradings?province={p}&year=2023", 400, "invalid-parameter")]
    [InlineData("api/prints/gradings?province=khong-co&year=2023&format=docx", 404, "unknown-place")]
    [InlineData("api/prints/gradings?province={p}&year=2010&format=docx", 404, "no-gradings")]
    public async Task What_cannot_be_printed_is_said_in_a_sentence(string address, int status, string code)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var answer = await site.Client.GetAsync(address.Replace("{p}", site.Province, StringComparison.Ordinal), None);
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(None));
        Assert.Equal((status, code), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_office_does_not_print_the_province()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        using var office = await site.AsAsync(Role.Office);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync($"api/prints/gradings?province={site.Province}&year=2023&format=docx", None)).StatusCode);
    }

    private static async Task<MemoryStream> FileAsync(StatisticsSite site, string format) =>
        new(await site.Client.GetByteArrayAsync($"api/prints/gradings?province={site.Province}&year=2023&format={format}", None));

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex CellPattern();
}
