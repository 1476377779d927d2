using System.Net;
using System.Text;
using Azure.Data.Tables;
using LearningSociety.App.Access;
using LearningSociety.App.Tests.Web;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Access;

public sealed class KeyTests(AzuriteFixture storage)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("good", HttpStatusCode.OK, null)]
    [InlineData("none", HttpStatusCode.Unauthorized, "no-key")]
    [InlineData("no key at all", HttpStatusCode.Unauthorized, "key-unknown")]
    [InlineData("unknown id", HttpStatusCode.Unauthorized, "key-unknown")]
    [InlineData("right id, wrong secret", HttpStatusCode.Unauthorized, "key-unknown")]
    [InlineData("expired", HttpStatusCode.Unauthorized, "key-expired")]
    [InlineData("revoked", HttpStatusCode.Unauthorized, "key-revoked")]
    public async Task A_key_opens_or_says_why_not(string which, HttpStatusCode expected, string? code)
    {
        var clock = new MovableClock();
        await using var host = await WebHost.StartAsync(storage.ConnectionString, clock);
        var issued = await host.Keys.IssueAsync(Role.Reviewer, null, "Tổ thẩm định", TimeSpan.FromDays(30), None);
        if (which == "expired") clock.Advance(TimeSpan.FromDays(30));
        if (which == "revoked") Assert.True(await host.Keys.RevokeAsync(issued.Record.Id, None));
        var shown = which switch
        {
            "none" => null,
            "no key at all" => "abc",
            "unknown id" => issued.Key.Replace(issued.Record.Id, "0123456789abcdef", StringComparison.Ordinal),
            "right id, wrong secret" => issued.Key[..^4] + (issued.Key.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"),
            _ => issued.Key,
        };

        foreach (var header in new[] { "Authorization", "X-Api-Key" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "api/dossiers"));
            if (shown is not null) request.Headers.TryAddWithoutValidation(header, header == "Authorization" ? $"Bearer {shown}" : shown);
            using var client = host.Client();
            var answer = await client.SendAsync(request, None);

            Assert.Equal(expected, answer.StatusCode);
            if (code is null) continue;
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Storage_holds_no_key()
    {
        var tables = new TableServiceClient(storage.ConnectionString);
        var issued = await new KeyIssuer(tables, TimeProvider.System).IssueAsync(Role.Office, "truong-thcs-an-phu", "Trường", TimeSpan.FromDays(1), None);

        var row = (await tables.GetTableClient("AccessKeys").GetEntityAsync<TableEntity>("key", issued.Record.Id, cancellationToken: None)).Value;

        var secret = issued.Key[(issued.Key.LastIndexOf(issued.Record.Id, StringComparison.Ordinal) + issued.Record.Id.Length + 1)..];
        Assert.True(secret.Length >= 43, "256 random bits are 43 characters of base64");
        foreach (var value in row.Select(property => property.Value))
            Assert.DoesNotContain(secret, value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : $"{value}", StringComparison.Ordinal);
        Assert.Equal(32, row.GetBinary("Hash").Length);
    }

    [Theory]
    [InlineData(Role.Office, null)]
    [InlineData(Role.Office, "Not A Slug")]
    [InlineData(Role.Reviewer, "truong-thcs-an-phu")]
    public async Task A_key_whose_role_and_office_do_not_fit_is_not_made(Role role, string? office)
    {
        var issuer = new KeyIssuer(new TableServiceClient(storage.ConnectionString), TimeProvider.System);
        await Assert.ThrowsAsync<ArgumentException>(() => issuer.IssueAsync(role, office, "Khóa", TimeSpan.FromDays(1), None));
    }

    [Fact]
    public async Task A_function_that_names_no_role_answers_nobody()
    {
        // Were the guard at start to fail, the door still holds.
        var roles = FunctionRoles.Read(typeof(FunctionRoles).Assembly);
        await using var host = await WebHost.StartAsync(storage.ConnectionString, roles: roles, more: typeof(SilentFunction));
        using var client = await host.WithKeyAsync(Role.Administrator);

        var answer = await client.GetAsync("api/silent", None);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
    }
}
