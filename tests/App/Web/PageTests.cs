using System.Net;
using System.Text.RegularExpressions;
using LearningSociety.App.Access;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Tests.Review;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Web;

public sealed partial class PageTests(AzuriteFixture storage)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_dossier_is_handed_in_with_its_files()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        await host.Registers.PutAsync(new Office("htx-long-xuyen", "Hợp tác xã Nông nghiệp Long Xuyên"), None);
        using var browser = await host.SignedInAsync(Role.Office, "htx-long-xuyen");
        var page = await browser.GetStringAsync("dossiers/new?kind=unit-request", None);
        foreach (var form in new[] { "Tờ trình đề nghị (Mẫu 10)", "Báo cáo tự đánh giá (Mẫu 04)", "Bảng tổng hợp kết quả (Mẫu 18)", "Hợp tác xã Nông nghiệp Long Xuyên" })
            Assert.Contains(form, page, StringComparison.Ordinal);

        var answer = await browser.PostAsync("dossiers", await FormAsync(browser, "dossiers/new?kind=unit-request", "submit", "m10.pdf", "m18.pdf"), None);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/dossiers/unit-request-2025-htx-long-xuyen?submitted=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["unit-request-2025-htx-long-xuyen"], host.Dossiers.Submitted);
        var status = await host.Dossiers.StatusAsync(DossierId.TryParse("unit-request-2025-htx-long-xuyen")!, None);
        Assert.Equal(["m10.pdf", "m18.pdf"], status!.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task A_file_that_is_refused_is_named_and_the_dossier_is_not_submitted()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        await host.Registers.PutAsync(new Office("htx-long-xuyen", "Hợp tác xã"), None);
        using var browser = await host.SignedInAsync(Role.Office, "htx-long-xuyen");

        var answer = await browser.PostAsync("dossiers", await FormAsync(browser, "dossiers/new?kind=unit-request", "submit", "m10.pdf", "rong.pdf"), None);
        var page = await answer.Content.ReadAsStringAsync(None);

        Assert.Contains("Đã nhận 1/2 tệp", page, StringComparison.Ordinal);
        Assert.Contains("rong.pdf", page, StringComparison.Ordinal);
        Assert.Empty(host.Dossiers.Submitted);
    }

    [Theory]
    [InlineData(DossierStage.Received, true)]
    [InlineData(DossierStage.Reading, true)]
    [InlineData(DossierStage.Checking, true)]
    [InlineData(DossierStage.Reported, false)]
    [InlineData(DossierStage.Failed, false)]
    public async Task A_dossier_under_way_refreshes_itself(DossierStage stage, bool refreshes)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        var id = host.Dossiers.Shelve(Samples.Report("incomplete"), stage);
        host.Dossiers.Put(id, "m10.pdf", new byte[2048], "read", 2, "Tờ trình đề nghị (Mẫu 10)");
        using var browser = await host.SignedInAsync(Role.Reviewer);

        var page = await browser.GetStringAsync($"dossiers/{id}", None);

        Assert.Equal(refreshes, page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));
        Assert.Contains("Tờ trình đề nghị (Mẫu 10)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_loads_nothing_from_elsewhere_and_runs_no_inline_code()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        var id = host.Dossiers.Shelve(Samples.Report("incomplete"));
        using var browser = await host.SignedInAsync(Role.Administrator);

        foreach (var path in new[] { "", "dossiers/new", "dossiers/new?kind=unit-request", $"dossiers/{id}", $"dossiers/{id}/add", $"dossiers/{id}/report", "khong-co" })
        {
            var answer = await browser.GetAsync(path, None);
            var page = await answer.Content.ReadAsStringAsync(None);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|href|action)=\"(?!/|#|data:,)", page);
            Assert.DoesNotMatch(" style=\"| on[a-z]+=\"|<style|<script(?! type=\"module\" src=\"/assets/)", page);
        }
    }

    [Fact]
    public async Task Names_from_outside_are_text_and_never_markup()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        const string evil = "\"><script>alert(1)</script>&";
        var report = Samples.Report("incomplete");
        report = report with
        {
            Dossier = report.Dossier with { OfficeName = evil },
            Findings = [report.Findings[1] with { Message = evil, Row = evil, File = evil }],
            Documents = [report.Documents[0] with { File = evil, Reason = evil, Header = new(evil, null, evil, evil) }],
        };
        var id = host.Dossiers.Shelve(report);
        host.Dossiers.Put(id, evil, [1], "read", 1, evil);
        using var browser = await host.SignedInAsync(Role.Reviewer);

        foreach (var path in new[] { "", $"dossiers/{id}", $"dossiers/{id}/report" })
        {
            var page = await browser.GetStringAsync(path, None);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("khong-co-trang-nay", 404, "Không tìm thấy trang")]
    [InlineData("dossiers/unit-request-2025-khong-co", 404, "Không tìm thấy hồ sơ")]
    [InlineData("dossiers/%3Cscript%3E", 404, "Không tìm thấy hồ sơ")]
    [InlineData("dossiers/new", 403, "Không có quyền")]
    public async Task What_is_not_there_or_not_allowed_is_said_on_a_page(string path, int status, string words)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var browser = await host.SignedInAsync(Role.Reviewer);

        var answer = await browser.GetAsync(path, None);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip;q=0", null)]
    [InlineData("", null)]
    public async Task Assets_are_kept_for_good_and_compressed(string accepted, string? encoding)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var browser = host.Client();
        var style = StyleSheet().Match(await browser.GetStringAsync("sign-in", None)).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, style);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        var answer = await browser.SendAsync(request, None);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("assets/0000000000000000/app.css", None)).StatusCode);
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient browser, string page, string then, params string[] files)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(await WebHost.TokenAsync(browser, page)), "form_token" },
            { new StringContent("unit-request"), "kind" },
            { new StringContent("2025"), "year" },
        };
        foreach (var file in files) form.Add(new ByteArrayContent(file == "rong.pdf" ? [] : "%PDF-1.7"u8.ToArray()), "files", file);
        form.Add(new StringContent(then), "then");
        return form;
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();
}
