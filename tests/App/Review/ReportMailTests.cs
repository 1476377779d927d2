using System.Text.RegularExpressions;
using LearningSociety.App.Notifications;
using LearningSociety.App.Review;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Tests.Review;

public sealed class ReportMailTests
{
    private static readonly Uri Link = new("https://hoso.example.vn/dossiers/x/report");

    public static TheoryData<string> All { get; } = ["incomplete", "complete", "doubtful", "grading", "targets"];

    [Theory]
    [InlineData("complete", "Hồ sơ có đầy đủ các biểu mẫu bắt buộc, không thấy mâu thuẫn; có 1 điểm cần lưu ý.")]
    [InlineData("doubtful", "Chưa kết luận được: có 1 nội dung quan trọng đọc chưa chắc chắn, cần người xem lại.")]
    [InlineData("incomplete", "Hồ sơ chưa hoàn chỉnh: 2 điểm còn thiếu, 1 điểm sai hoặc mâu thuẫn, 1 tệp hoặc trang không xử lý được.")]
    [InlineData("grading", "Hồ sơ chưa hoàn chỉnh: 1 điểm sai hoặc mâu thuẫn.")]
    public void The_verdict_comes_first_in_one_sentence(string sample, string sentence)
    {
        var mail = Mail(sample);
        Assert.StartsWith(sentence, mail.Text, StringComparison.Ordinal);
        Assert.True(mail.Html.IndexOf(sentence, StringComparison.Ordinal) is > 0 and var at && at < mail.Html.IndexOf("<h1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("incomplete")]
    [InlineData("doubtful")]
    [InlineData("grading")]
    public void What_is_not_complete_is_never_called_so(string sample)
    {
        var mail = Mail(sample);
        foreach (var words in new[] { "đầy đủ", "đủ điều kiện" })
            Assert.DoesNotContain(words, mail.Subject + Words(mail.Html) + mail.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(All))]
    public void Recognising_is_left_to_people(string sample)
    {
        // The kind's own name and the office's findings may speak of recognition; the rest may not.
        var mail = Mail(sample);
        var kind = Samples.Catalogue.Kind(Samples.Report(sample).Dossier.Kind)!.Name;
        Assert.DoesNotContain("công nhận", (mail.Subject + Words(mail.Html) + mail.Text).Replace(kind, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(All))]
    public void Html_and_text_say_the_same(string sample)
    {
        var report = Samples.Report(sample);
        var mail = Mail(sample);
        var html = Words(mail.Html);
        var said = report.Findings.Select(finding => finding.Message)
            .Concat(report.Documents.Select(document => document.File))
            .Concat(report.Documents.Select(document => document.Header.Number).OfType<string>())
            .Concat(report.Documents.SelectMany(document => document.Signature.Signers).Select(signer => signer.Name!))
            .Append(report.Dossier.OfficeName);
        foreach (var words in said)
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void The_mail_loads_nothing_and_has_no_style_sheet(string sample)
    {
        var html = Mail(sample).Html;
        Assert.DoesNotMatch("<(link|script|style|img|iframe|object)|url\\(|@import", html);
        Assert.All(Regex.Matches(html, "(?:href|src)=\"([^\"]+)\"").Select(match => match.Groups[1].Value), address => Assert.Equal(Link.AbsoluteUri, address));
    }

    [Theory, MemberData(nameof(All))]
    public void The_same_report_gives_the_same_mail(string sample) => Assert.Equal(Mail(sample), Mail(sample));

    [Fact]
    public void A_missing_form_is_in_the_list_of_required_forms() =>
        Assert.Contains("[ ] Báo cáo tự đánh giá (Mẫu 04): chưa có", Mail("incomplete").Text, StringComparison.Ordinal);

    [Fact]
    public void A_grading_table_is_there_with_every_district_and_its_total()
    {
        var mail = Mail("grading");
        Assert.Contains("- Kim Bôi: Số xã 17, Đánh giá 17, Tốt 12, Khá 5, Trung bình 0, Không đạt 0, Không đánh giá 0", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- Tổng: Số xã 151, Đánh giá 151, Tốt 113, Khá 36, Trung bình 2, Không đánh giá 0", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Kết quả xếp loại năm 2022", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch xếp loại năm 2023", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_are_listed_with_a_decimal_comma() =>
        Assert.Contains("- Tỷ lệ dòng họ đạt danh hiệu Dòng họ học tập: năm 2025 65%, năm 2030 75,5%", Mail("targets").Text, StringComparison.Ordinal);

    [Fact]
    public void Text_from_outside_cannot_break_out_of_the_mail()
    {
        var report = Samples.Report("incomplete");
        report = report with { Dossier = report.Dossier with { OfficeName = "Trường <b>A</b>\r\nBcc: x@example.vn" } };
        var mail = ReportMailComposer.Compose(report, Samples.Catalogue, null);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain('\r', mail.Subject);
    }

    [Fact]
    public void Every_finding_code_has_a_place_in_the_report()
    {
        var report = Samples.Report("incomplete") with
        {
            Findings = [.. Enum.GetValues<FindingCode>().Select(code => new ReportFinding(code, FindingSeverity.Of(code), null, null, null, null, null, null, $"ghi nhận {code}"))],
        };
        var mail = ReportMailComposer.Compose(report, Samples.Catalogue, null);
        Assert.All(Enum.GetValues<FindingCode>(), code => Assert.Contains($"ghi nhận {code}\n", mail.Text, StringComparison.Ordinal));
        Assert.StartsWith("Hồ sơ chưa hoàn chỉnh", mail.Text, StringComparison.Ordinal);
    }

    private static ReportMail Mail(string sample) => ReportMailComposer.Compose(Samples.Report(sample), Samples.Catalogue, Link);

    private static string Words(string html) => System.Net.WebUtility.HtmlDecode(html[html.IndexOf("<body", StringComparison.Ordinal)..]);
}
