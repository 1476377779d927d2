using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

public sealed class ReportsDueQueryTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Cells = ["sender", "lastDay", "received", "state", "daysLate"];

    [Theory]
    [InlineData("report=unit-dossier&year=2024&on=2025-03-01&state=in-time", "o0-p 2025-01-14 2025-01-10 in-time -, o1-p 2025-01-14 2025-01-10 in-time -, o2-p 2025-01-14 2025-01-10 in-time -, o3-p 2025-01-14 2025-01-10 in-time -, o4-p 2025-01-14 2025-01-10 in-time -, o5-p 2025-01-14 2025-01-10 in-time -, o6-p 2025-01-14 2025-01-10 in-time -")]
    [InlineData("report=unit-dossier&year=2024&on=2025-03-01&state=missing", "cong-an-p 2025-01-14 - missing 46")]
    [InlineData("report=unit-dossier&year=2024&on=2025-01-14&place={p}-x5", "cong-an-p 2025-01-14 - waiting -, o5-p 2025-01-14 2025-01-10 in-time -")]
    [InlineData("report=council-dossier&year=2024&on=2025-03-01&place={p}-x0", "o0-p 2025-02-14 2025-01-10 in-time -")]
    [InlineData("report=council-dossier&year=2024&on=2025-03-01&place={p}-x1", "o1-p 2025-02-14 - missing 15")]
    [InlineData("report=commune-report&year=2024&on=2025-03-20&place={p}-h0", "p-x0 2025-03-14 2025-03-14 in-time -, p-x1 2025-03-14 2025-03-16 late 2, p-x2 2025-03-14 - missing 6")]
    [InlineData("report=commune-report&year=2024&on=2025-03-15&place={p}-h0", "p-x0 2025-03-14 2025-03-14 in-time -, p-x1 2025-03-14 - missing 1, p-x2 2025-03-14 - missing 1")]
    [InlineData("report=project-district&year=2024&on=2024-12-20", "p-h0 2024-12-14 2024-12-10 in-time -, p-h1 2024-12-14 - missing 6")]
    [InlineData("report=project-district&year=2025&on=2025-12-20", "")]
    [InlineData("report=project-office&year=2024&on=2024-11-29&place={p}-x0", "o0-p 2024-11-29 - waiting -")]
    public async Task A_report_is_in_late_or_missing_by_the_register(string question, string rows)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        await site.RegisterAsync(new($"cong-an-{site.Province}", "Công an xã", site.Province, $"{site.Province}-x5"));
        await site.Stack.ShowAsync(DossierId.TryCreate("unit-council", 2024, $"o0-{site.Province}")!, 1, Result.Level1);
        await site.ImportAsync(
            "receipts", "report,sender,year,received,number", "commune-report,{p}-x0,2024,2025-03-14,12/BC-VHXH", "commune-report,{p}-x1,2024,16/03/2025,", "project-district,{p}-h0,2024,2024-12-10,");
        Assert.Equal(rows, string.Join(", ", await site.RowsAsync($"reports-due?province={{p}}&{question}", Cells)));
    }

    // Offices by district, with a row for the one without a unit; communes by district; districts in their province; by commune where asked.
    [Theory]
    [InlineData("report=unit-dossier&year=2024&on=2025-03-01", "p-h0 3 3 0 0 0, p-h1 4 3 0 1 0, none 1 1 0 0 0, p 8 7 0 1 0")]
    [InlineData("report=unit-dossier&year=2024&on=2025-01-09", "p-h0 3 0 0 0 3, p-h1 4 0 0 0 4, none 1 0 0 0 1, p 8 0 0 0 8")]
    [InlineData("report=unit-dossier&year=2024&on=2025-03-01&by=commune&place={p}-h1", "p-x3 1 1 0 0 0, p-x4 1 1 0 0 0, p-x5 2 1 0 1 0, p-h1 4 3 0 1 0")]
    [InlineData("report=unit-dossier&year=2025&on=2026-01-20&by=province", "p 8 3 0 5 0, p 8 3 0 5 0")]
    [InlineData("report=council-dossier&year=2024&on=2025-03-01", "p-h0 3 1 0 2 0, p-h1 3 0 0 3 0, none 1 0 0 1 0, p 7 1 0 6 0")]
    [InlineData("report=commune-report&year=2024&on=2025-03-20", "p-h0 3 1 1 1 0, p-h1 3 0 0 3 0, p 6 1 1 4 0")]
    [InlineData("report=project-district&year=2024&on=2024-12-20", "p 2 1 0 1 0, p 2 1 0 1 0")]
    [InlineData("report=project-district&year=2025&on=2025-12-20", "")]
    public async Task Reports_are_counted_by_place(string question, string rows)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        await site.RegisterAsync(new($"cong-an-{site.Province}", "Công an xã", site.Province, $"{site.Province}-x5"));
        await site.Stack.ShowAsync(DossierId.TryCreate("unit-council", 2024, $"o0-{site.Province}")!, 1, Result.Level1);
        await site.ImportAsync(
            "receipts", "report,sender,year,received,number", "commune-report,{p}-x0,2024,2025-03-14,12/BC-VHXH", "commune-report,{p}-x1,2024,16/03/2025,", "project-district,{p}-h0,2024,2024-12-10,");
        Assert.Equal(rows, string.Join(", ", await site.RowsAsync($"reports-by-place?province={{p}}&{question}", "place", "owed", "inTime", "late", "missing", "waiting")));
    }

    [Fact]
    public async Task A_communes_report_is_a_document_to_sign()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        await site.RegisterAsync(new($"cong-an-{site.Province}", "Công an xã", site.Province, $"{site.Province}-x0"));
        await site.ImportAsync("recognitions", "office,place,level,decision,decided", $"o0-{{p}},,2,{{p}}-12/QĐ-UBND,2025-02-20");
        await site.Stack.ShowAsync(DossierId.TryCreate("unit-council", 2024, $"o0-{site.Province}")!, 1, Result.Level1, Verdict.Complete);

        var bytes = await site.Client.GetByteArrayAsync($"api/prints/commune-report?place={site.Province}-x0&year=2024&format=docx", None);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var text = string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(one => one.InnerText));
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, None).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        foreach (var part in (string[])
            [
                "ỦY BAN NHÂN DÂN XÃ 0", "PHÒNG VĂN HÓA - XÃ HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:         /BC-VHXH", "0, ngày ..... tháng ..... năm 2025", "BÁO CÁO",
                "Kết quả đánh giá, công nhận “Đơn vị học tập” cấp xã năm 2024", "Kính gửi: Sở Giáo dục và Đào tạo tỉnh Thử", "Tổng số đơn vị cấp xã: 2 đơn vị. Số đơn vị đã nộp hồ sơ tự đánh giá, đề nghị công nhận: 1 đơn vị, trong đó 0 đơn vị nộp sau hạn.",
                "Số đơn vị chưa nộp hồ sơ: 1 đơn vị, gồm: Công an xã.", "Ủy ban nhân dân đã công nhận 1 đơn vị đạt “Đơn vị học tập”: 1 đơn vị đạt mức độ 2, 0 đơn vị đạt mức độ 1.",
                "TRƯỞNG PHÒNG", "Nơi nhận:", $"Mức độ 2, số {site.Province}-12/QĐ-UBND ngày 20/02/2025",
            ])
            Assert.Contains(part, text, StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"statistics/commune-report?place={site.Province}-x1&year=2024", None));
        Assert.Contains("công nhận …………… đơn vị", page, StringComparison.Ordinal);
        Assert.Contains("Chưa nhập quyết định công nhận nào", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place=khong-co&year=2024&format=docx", 404)]
    [InlineData("place={p}-h0&year=2024&format=docx", 404)]
    [InlineData("place={p}-x0&year=1990&format=docx", 400)]
    [InlineData("place={p}-x0&format=docx", 400)]
    [InlineData("place={p}-x0&year=2024&format=pdf", 400)]
    [InlineData("place={p}-x0&year=2024&format=docx&kind=unit-request", 400)]
    public async Task What_cannot_be_reported_is_said(string question, int status)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        Assert.Equal(status, (int)(await site.Client.GetAsync($"api/prints/commune-report?{question.Replace("{p}", site.Province, StringComparison.Ordinal)}", None)).StatusCode);
    }
}
