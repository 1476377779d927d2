using System.Net;
using LearningSociety.App.Access;
using LearningSociety.App.Tests.Review;
using LearningSociety.App.Tests.Web;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Access;

public sealed class SignInTests(AzuriteFixture storage)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_key_becomes_a_session_and_the_session_ends()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var browser = host.Client();
        var before = await browser.GetAsync("dossiers/new?kind=unit-request", None);
        Assert.Equal(HttpStatusCode.SeeOther, before.StatusCode);
        Assert.Equal("/sign-in?return=%2Fdossiers%2Fnew%3Fkind%3Dunit-request", before.Headers.Location!.ToString());

        var signedIn = await WebHost.SignInAsync(browser, await host.KeyAsync(Role.Office, "htx-long-xuyen"), "/dossiers/new?kind=unit-request");

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal("/dossiers/new?kind=unit-request", signedIn.Headers.Location!.ToString());
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), value => value.StartsWith("ls_session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("", None)).StatusCode);

        var token = await WebHost.TokenAsync(browser, "");
        var left = await browser.PostAsync("sign-out", new FormUrlEncodedContent([new("form_token", token)]), None);
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("", None)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_with_its_key()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var browser = host.Client();
        var issued = await host.Keys.IssueAsync(Role.Reviewer, null, "Tổ thẩm định", TimeSpan.FromDays(1), None);
        await WebHost.SignInAsync(browser, issued.Key);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("", None)).StatusCode);

        await host.Keys.RevokeAsync(issued.Record.Id, None);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("", None)).StatusCode);
    }

    [Fact]
    public async Task Attempts_with_a_key_id_are_limited_and_the_limit_passes()
    {
        var clock = new MovableClock();
        await using var host = await WebHost.StartAsync(storage.ConnectionString, clock);
        var key = await host.KeyAsync(Role.Reviewer);
        var wrong = key[..^4] + (key.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            // From another address each time: the key id alone is what is counted here.
            using var elsewhere = host.Client();
            Assert.Equal(HttpStatusCode.Unauthorized, (await WebHost.SignInAsync(elsewhere, wrong)).StatusCode);
        }

        using var browser = host.Client();
        var refused = await WebHost.SignInAsync(browser, key);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);

        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.SeeOther, (await WebHost.SignInAsync(browser, key)).StatusCode);
    }

    [Fact]
    public async Task Attempts_from_an_address_are_limited()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var browser = host.Client();
        for (var attempt = 0; attempt < 20; attempt++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await WebHost.SignInAsync(browser, $"not a key {attempt}")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await WebHost.SignInAsync(browser, await host.KeyAsync(Role.Reviewer))).StatusCode);
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("sign-out")]
    [InlineData("dossiers/{id}/submit")]
    [InlineData("dossiers/{id}/add")]
    [InlineData("dossiers/{id}/read-again")]
    [InlineData("dossiers")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        var id = host.Dossiers.Shelve(Samples.Report("incomplete"));
        using var browser = await host.SignedInAsync(Role.Office, "htx-long-xuyen");
        using var content = new MultipartFormDataContent { { new StringContent("unit-request"), "kind" }, { new StringContent("2025"), "year" } };
        content.Add(new ByteArrayContent("%PDF-1.7"u8.ToArray()), "files", "m04.pdf");

        var answer = await browser.PostAsync(path.Replace("{id}", id.ToString(), StringComparison.Ordinal), content, None);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Biểu mẫu đã hết hiệu lực", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
        Assert.Empty(host.Dossiers.Submitted);
        Assert.Null(await host.Dossiers.OpenOriginalAsync(id, "m04.pdf", None));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_nowhere_else(string back)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var browser = host.Client();
        Assert.Equal("/", (await WebHost.SignInAsync(browser, await host.KeyAsync(Role.Reviewer), back)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_session_reads_the_machines_interface_and_changes_nothing_through_it()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        var id = host.Dossiers.Shelve(Samples.Report("incomplete"));
        using var browser = await host.SignedInAsync(Role.Office, "htx-long-xuyen");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"api/dossiers/{id}", None)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"api/dossiers/{id}/submit", null, None)).StatusCode);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"api/dossiers/{id}/submit", null, None)).StatusCode);
        Assert.Empty(host.Dossiers.Submitted);
    }
}
