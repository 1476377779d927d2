using System.Net;
using LearningSociety.App.Access;
using LearningSociety.App.Tests.Review;
using LearningSociety.App.Tests.Web;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Access;

public sealed class OfficeTests(AzuriteFixture storage)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("GET", "api/dossiers/{id}")]
    [InlineData("GET", "api/dossiers/{id}/report")]
    [InlineData("GET", "api/dossiers/{id}/documents/m18.pdf")]
    [InlineData("POST", "api/dossiers/{id}/files?name=a.pdf")]
    [InlineData("DELETE", "api/dossiers/{id}/files/m18.pdf")]
    [InlineData("POST", "api/dossiers/{id}/submit")]
    [InlineData("POST", "api/dossiers/{id}/read-again")]
    [InlineData("GET", "dossiers/{id}")]
    [InlineData("GET", "dossiers/{id}/add")]
    [InlineData("GET", "dossiers/{id}/report")]
    public async Task Another_offices_dossier_does_not_exist(string method, string path)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        var id = host.Dossiers.Shelve(Samples.Report("incomplete"));
        host.Dossiers.Put(id, "m18.pdf", "%PDF-1.7"u8.ToArray());
        using var stranger = await host.WithKeyAsync(Role.Office, "hoi-phu-nu");
        using var request = new HttpRequestMessage(new(method), path.Replace("{id}", id.ToString(), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(request, None)).StatusCode);
        Assert.Empty(host.Dossiers.Submitted);
        Assert.NotNull(await host.Dossiers.OpenOriginalAsync(id, "m18.pdf", None));
    }

    [Fact]
    public async Task A_list_shows_an_office_its_own_and_a_reviewer_all()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        host.Dossiers.Shelve(Samples.Report("incomplete"));
        host.Dossiers.Shelve(Samples.Report("grading"));

        foreach (var path in new[] { "api/dossiers", "" })
        {
            using var office = await host.WithKeyAsync(Role.Office, "htx-long-xuyen");
            using var reviewer = await host.WithKeyAsync(Role.Reviewer);
            var (own, all) = (await office.GetStringAsync(path, None), await reviewer.GetStringAsync(path, None));

            Assert.Contains("unit-request-2025-htx-long-xuyen", own, StringComparison.Ordinal);
            Assert.DoesNotContain("hoa-binh", own, StringComparison.Ordinal);
            Assert.Contains("unit-request-2025-htx-long-xuyen", all, StringComparison.Ordinal);
            Assert.Contains("province-grading-2023-hoa-binh", all, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Role.Office, "POST", "api/dossiers/{id}/submit", HttpStatusCode.Accepted)]
    [InlineData(Role.Administrator, "POST", "api/dossiers/{id}/submit", HttpStatusCode.Accepted)]
    [InlineData(Role.Reviewer, "POST", "api/dossiers/{id}/submit", HttpStatusCode.Forbidden)]
    [InlineData(Role.Province, "POST", "api/dossiers/{id}/submit", HttpStatusCode.Forbidden)]
    [InlineData(Role.Reviewer, "GET", "api/dossiers/{id}/report", HttpStatusCode.OK)]
    [InlineData(Role.Province, "GET", "dossiers/{id}/report", HttpStatusCode.OK)]
    [InlineData(Role.Reviewer, "GET", "dossiers/new", HttpStatusCode.Forbidden)]
    [InlineData(Role.Office, "GET", "api/manage/readers", HttpStatusCode.Forbidden)]
    [InlineData(Role.Province, "GET", "api/manage/offices", HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, "GET", "api/manage/offices", HttpStatusCode.OK)]
    public async Task A_role_may_do_what_it_is_for(Role role, string method, string path, HttpStatusCode expected)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        var id = host.Dossiers.Shelve(Samples.Report("incomplete"));
        using var client = await host.WithKeyAsync(role, role == Role.Office ? "htx-long-xuyen" : null);
        using var request = new HttpRequestMessage(new(method), path.Replace("{id}", id.ToString(), StringComparison.Ordinal));

        Assert.Equal(expected, (await client.SendAsync(request, None)).StatusCode);
    }

    [Fact]
    public async Task An_office_opens_no_dossier_for_another()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        await host.Registers.PutAsync(new LearningSociety.App.Registers.Office("hoi-phu-nu", "Hội Phụ nữ"), None);
        using var client = await host.WithKeyAsync(Role.Office, "htx-long-xuyen");
        using var body = new StringContent("""{"kind": "unit-request", "office": "hoi-phu-nu", "year": 2025}""");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("api/dossiers", body, None)).StatusCode);
    }
}
