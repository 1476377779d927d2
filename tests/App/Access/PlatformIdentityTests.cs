using System.Net;
using System.Text;
using System.Text.Json;
using LearningSociety.App.Access;
using LearningSociety.App.Tests.Review;
using LearningSociety.App.Tests.Web;
using LearningSociety.Fixtures;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Tests.Access;

public sealed class PlatformIdentityTests(AzuriteFixture storage)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("reviewer", Role.Reviewer, null)]
    [InlineData("Province", Role.Province, null)]
    [InlineData("administrator", Role.Administrator, null)]
    [InlineData("reviewer,administrator", Role.Administrator, null)]
    [InlineData("office.htx-long-xuyen", Role.Office, "htx-long-xuyen")]
    [InlineData("office.htx-long-xuyen,reviewer", Role.Reviewer, null)]
    public void A_role_of_the_application_is_a_role_here(string roles, Role role, string? office)
    {
        var caller = PlatformIdentity.Read(Request(Header(roles)))!;
        Assert.Equal((role, office, "entra-7c5e", "Nguyễn Văn A", true), (caller.Role, caller.Office, caller.KeyId, caller.Name, caller.BySession));
    }

    [Theory]
    [InlineData("")]
    [InlineData("everything")]
    [InlineData("office.")]
    [InlineData("office.Xã A")]
    [InlineData("office.xa-a,office.xa-b")]
    public void Without_one_role_somebody_who_signed_in_is_nobody(string roles) => Assert.Null(PlatformIdentity.Read(Request(Header(roles))));

    [Theory]
    [InlineData("not base 64")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("eyJjbGFpbXMiOlsxXX0=")]
    public void A_header_of_another_form_is_nobody(string header) => Assert.Null(PlatformIdentity.Read(Request(header)));

    [Fact]
    public void An_identity_of_another_provider_is_nobody() => Assert.Null(PlatformIdentity.Read(Request(Header("administrator", provider: "google"))));

    [Fact]
    public async Task The_header_is_believed_only_where_that_is_switched_on()
    {
        await using var trusting = await WebHost.StartAsync(storage.ConnectionString, access: new(true, 0));
        await using var wary = await WebHost.StartAsync(storage.ConnectionString);
        foreach (var (host, answer) in ((WebHost, HttpStatusCode)[])[(trusting, HttpStatusCode.OK), (wary, HttpStatusCode.Unauthorized)])
        {
            using var machine = host.Client();
            machine.DefaultRequestHeaders.Add(PlatformIdentity.Header, Header("reviewer"));
            Assert.Equal(answer, (await machine.GetAsync("api/dossiers", None)).StatusCode);
        }
    }

    [Fact]
    public async Task A_browser_that_signed_in_changes_nothing_through_the_machines_interface()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString, access: new(true, 0));
        var id = host.Dossiers.Shelve(Samples.Report("incomplete"));
        using var browser = host.Client();
        browser.DefaultRequestHeaders.Add(PlatformIdentity.Header, Header("administrator"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"api/dossiers/{id}/submit", null, None)).StatusCode);
        // A program shows a token that the platform has checked, and no browser sends that by itself.
        browser.DefaultRequestHeaders.Authorization = new("Bearer", "eyJ0eXAi.of.entra");
        Assert.NotEqual(HttpStatusCode.Forbidden, (await browser.PostAsync($"api/dossiers/{id}/submit", null, None)).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_page_offers_the_platforms()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString, access: new(true, 0));
        using var browser = host.Client();
        Assert.Contains("/.auth/login/aad?post_login_redirect_uri=%2Fdossiers", await browser.GetStringAsync("sign-in?return=%2Fdossiers", None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "9.9.9.9", "https", "127.0.0.1", "http")]
    [InlineData(1, "9.9.9.9", "https", "9.9.9.9", "https")]
    [InlineData(1, "1.1.1.1, 9.9.9.9:5123", "https", "9.9.9.9", "https")]
    [InlineData(2, "1.1.1.1, 9.9.9.9, 10.0.0.1", "https, http", "9.9.9.9", "https")]
    [InlineData(1, "[2001:db8::1]:443", "https", "2001:db8::1", "https")]
    [InlineData(3, "9.9.9.9", "gopher", "127.0.0.1", "http")]
    [InlineData(1, "nonsense", "", "127.0.0.1", "http")]
    public void The_caller_is_who_the_trusted_proxies_say_and_not_who_the_caller_says(int hops, string addresses, string schemes, string address, string scheme)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback }, Request = { Scheme = "http" } };
        http.Request.Headers["X-Forwarded-For"] = addresses;
        http.Request.Headers["X-Forwarded-Proto"] = schemes;
        ForwardedRequest.Apply(http, hops);
        Assert.Equal((address, scheme), (http.Connection.RemoteIpAddress.ToString(), http.Request.Scheme));
    }

    private static string Header(string roles, string provider = "aad") => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = provider,
        name_typ = "name",
        role_typ = "roles",
        claims = new[] { ("name", "Nguyễn Văn A"), ("oid", "7c5e") }.Concat(roles.Split(',').Select(role => ("roles", role))).Select(claim => new { typ = claim.Item1, val = claim.Item2 }),
    })));

    private static HttpRequest Request(string header)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[PlatformIdentity.Header] = header;
        return http.Request;
    }
}
