using System.Net;
using System.Text.RegularExpressions;
using LearningSociety.App.Access;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

/// <summary>The page of statistics as it leaves the app; what its script does with it is tested in a browser.</summary>
public sealed class StatisticsPageTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("", "2025", "unit-request")]
    [InlineData("&year=2024&kind=district-community", "2024", "district-community")]
    [InlineData("&year=2024&kind=target-plan", "2024", "unit-request")] // a kind without results gives way to one with
    public async Task It_chooses_what_the_address_leaves_out(string query, string year, string kind)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        var page = await AskAsync(site.Client, $"statistics?province={site.Province}{query}", HttpStatusCode.OK);
        Assert.Equal([site.Province, year, kind], Regex.Matches(page, "<option value=\"([^\"]+)\" selected>").Select(match => match.Groups[1].Value));
    }

    [Theory]
    [InlineData("province=nowhere", HttpStatusCode.NotFound, "Không có đơn vị hành chính mang mã “nowhere”")]
    [InlineData("province={p}&year=1899", HttpStatusCode.BadRequest, "Không có số liệu cho năm “1899”")]
    [InlineData("province={p}&kind=novel", HttpStatusCode.BadRequest, "Không có loại hồ sơ “novel”")]
    public async Task What_is_unknown_is_said(string query, HttpStatusCode status, string sentence)
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        Assert.Contains(sentence, await AskAsync(site.Client, $"statistics?{query.Replace("{p}", site.Province, StringComparison.Ordinal)}", status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_does_not_see_it()
    {
        await using var site = await StatisticsSite.StartAsync(azurite);
        using var client = await site.AsAsync(Role.Office);
        Assert.DoesNotContain("dashboard", await AskAsync(client, "statistics", HttpStatusCode.Forbidden), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(HttpClient client, string address, HttpStatusCode expected)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
