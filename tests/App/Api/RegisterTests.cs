using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningSociety.App.Access;
using LearningSociety.App.Tests.Web;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Api;

public sealed class RegisterTests(AzuriteFixture storage)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Offices_and_readers_are_kept()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var admin = await host.WithKeyAsync(Role.Administrator);

        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync("api/manage/offices/truong-thcs-an-phu", new { name = "Trường THCS An Phụ" }, None)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync("api/manage/readers", new { address = "vhxh@kinhmon.example", name = "Phòng VH-XH", place = "truong-*" }, None)).StatusCode);

        var offices = await admin.GetFromJsonAsync<JsonElement>("api/manage/offices", None);
        var readers = await admin.GetFromJsonAsync<JsonElement>("api/manage/readers", None);
        Assert.Equal("Trường THCS An Phụ", offices.GetProperty("offices")[0].GetProperty("name").GetString());
        Assert.Equal("*", readers.GetProperty("readers")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task An_office_that_is_renamed_keeps_its_province_and_unit()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var admin = await host.WithKeyAsync(Role.Administrator);
        await admin.PutAsJsonAsync("api/manage/offices/a", new { name = "A", province = "31", unit = "11413" }, None);
        await admin.PutAsJsonAsync("api/manage/offices/a", new { name = "B" }, None);
        Assert.Equal(new("a", "B", "31", "11413"), await ((LearningSociety.App.Registers.IOfficeRegister)host.Registers).FindAsync("a", None));
    }

    [Theory]
    [InlineData("offices/truong-an", """{"name": "A", "unit": "Xã A"}""", "invalid-unit")]
    [InlineData("offices/Truong%20An", """{"name": "Trường"}""", "invalid-slug")]
    [InlineData("offices/truong-an", """{"name": " "}""", "invalid-name")]
    [InlineData("offices/truong-an", "{\"name\": \"Trường\\r\\nBcc: x@example.vn\"}", "invalid-name")]
    [InlineData("offices/truong-an", """{"name": """, "invalid-json")]
    [InlineData("readers", """{"address": "khong phai thu", "name": "A"}""", "invalid-address")]
    [InlineData("readers", """{"address": "A <a@example.vn>", "name": "A"}""", "invalid-address")]
    [InlineData("readers", """{"address": "a@example.vn", "name": "A", "kind": "khac"}""", "unknown-kind")]
    [InlineData("readers", """{"address": "a@example.vn", "name": "A", "place": "*x"}""", "invalid-place")]
    public async Task What_does_not_fit_a_register_is_refused(string path, string body, string code)
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var admin = await host.WithKeyAsync(Role.Administrator);
        using var content = new StringContent(body);

        var answer = await admin.PutAsync($"api/manage/{path}", content, None);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(None)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Health_answers_anyone()
    {
        await using var host = await WebHost.StartAsync(storage.ConnectionString);
        using var client = host.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("api/health", None)).StatusCode);
    }
}
