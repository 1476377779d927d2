using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LearningSociety.App.Access;
using LearningSociety.App.Registers;
using LearningSociety.App.Tests.Web;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Api;

public sealed class HandInTests(AzuriteFixture storage)
{
    private const string Id = "unit-request-2025-htx-long-xuyen";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Pdf = "%PDF-1.7 a small one"u8.ToArray();

    [Fact]
    public async Task A_dossier_goes_from_opening_to_submission()
    {
        var (host, client) = await OpenedAsync();
        await using var running = host;
        using var office = client;
        using var form = Form(("tờ trình.pdf", Pdf));

        var files = await office.PostAsync($"api/dossiers/{Id}/files", form, None);
        var submitted = await office.PostAsync($"api/dossiers/{Id}/submit", null, None);
        var status = await office.GetFromJsonAsync<JsonElement>($"api/dossiers/{Id}", None);

        Assert.Equal(HttpStatusCode.Created, files.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, submitted.StatusCode);
        Assert.Equal([Id], host.Dossiers.Submitted);
        Assert.Equal("received", status.GetProperty("stage").GetString());
        Assert.Equal("tờ trình.pdf", status.GetProperty("files")[0].GetProperty("name").GetString());
        Assert.Equal(64, status.GetProperty("files")[0].GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public async Task A_file_that_is_refused_takes_no_other_down()
    {
        var (host, client) = await OpenedAsync();
        await using var running = host;
        using var office = client;
        using var form = Form(("m10.pdf", Pdf), ("rong.pdf", []), ("lon.pdf", new byte[FakeDossiers.MaxFileBytes + 1]), ("m18.pdf", Pdf));

        var answer = await office.PostAsync($"api/dossiers/{Id}/files", form, None);
        var outcomes = (await answer.Content.ReadFromJsonAsync<JsonElement>(None)).GetProperty("files").EnumerateArray()
            .Select(file => $"{file.GetProperty("file").GetString()} {(file.GetProperty("accepted").GetBoolean() ? "accepted" : file.GetProperty("problem").GetProperty("code").GetString())}");

        Assert.Equal(HttpStatusCode.MultiStatus, answer.StatusCode);
        Assert.Equal(["m10.pdf accepted", "rong.pdf empty-file", "lon.pdf file-too-large", "m18.pdf accepted"], outcomes);
        Assert.NotNull(await host.Dossiers.OpenOriginalAsync(DossierId.TryParse(Id)!, "m18.pdf", None));
    }

    [Theory]
    [InlineData("multipart", "rong.pdf", 0, 400, "empty-file")]
    [InlineData("multipart", "lon.pdf", FakeDossiers.MaxFileBytes + 1, 413, "file-too-large")]
    [InlineData("body", "../x.pdf", 10, 400, "invalid-name")]
    [InlineData("body", null, 10, 400, "no-file-name")]
    [InlineData("broken", "m10.pdf", 10, 400, "broken-form")]
    [InlineData("empty form", null, 0, 400, "no-file")]
    public async Task A_refusal_names_the_file_and_the_reason(string how, string? name, int bytes, int status, string code)
    {
        var (host, client) = await OpenedAsync();
        await using var running = host;
        using var office = client;
        var path = $"api/dossiers/{Id}/files";
        using HttpContent content = how switch
        {
            "multipart" => Form((name!, new byte[bytes])),
            "empty form" => new MultipartFormDataContent { { new StringContent("x"), "note" } },
            "broken" => Raw("multipart/form-data; boundary=cut", $"--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n%PDF"),
            _ => Raw("application/pdf", new string('x', bytes)),
        };
        if (how == "body" && name is not null) path += $"?name={Uri.EscapeDataString(name)}";

        var answer = await office.PostAsync(path, content, None);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(None);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        if (name is not null && how != "broken") Assert.Equal(name, problem.GetProperty("file").GetString());
    }

    [Fact]
    public async Task A_body_larger_than_the_app_takes_is_refused_with_its_limit()
    {
        var (host, client) = await OpenedAsync();
        await using var running = host;
        using var office = client;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/dossiers/{Id}/files?name=lon.pdf")
        {
            Content = new ByteArrayContent(new byte[(FakeDossiers.MaxFileBytes * 10) + (2 << 20)]),
        };

        // The server answers before the body has come, and may then close the connection on it.
        request.Headers.ExpectContinue = true;
        var answer = await office.SendAsync(request, None);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("11 MB", await answer.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", 400, "invalid-json")]
    [InlineData("[1]", 400, "invalid-json")]
    [InlineData("{\"kind\": \"unit-request\"}", 400, "missing-field")]
    [InlineData("{\"kind\": \"unit-request\", \"office\": \"htx-long-xuyen\", \"year\": \"x\"}", 400, "invalid-json")]
    [InlineData("{\"kind\": \"unit-request\", \"office\": \"htx-long-xuyen\", \"year\": 1066}", 400, "invalid-year")]
    [InlineData("{\"kind\": \"unit-request\", \"office\": \"htx-long-xuyen\", \"year\": 2025, \"received\": \"2026-01-01\"}", 403, "forbidden")]
    public async Task A_dossier_that_cannot_be_opened_says_why(string body, int status, string code)
    {
        var (host, client) = await OpenedAsync();
        await using var running = host;
        using var office = client;

        var answer = await office.PostAsync("api/dossiers", Raw("application/json", body), None);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(None)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_original_comes_back_whole_in_ranges_and_harmless()
    {
        var (host, client) = await OpenedAsync();
        await using var running = host;
        using var office = client;
        host.Dossiers.Put(DossierId.TryParse(Id)!, "tờ trình.pdf", Pdf);
        var address = $"api/dossiers/{Id}/documents/{Uri.EscapeDataString("tờ trình.pdf")}";
        using var part = new HttpRequestMessage(HttpMethod.Get, address);
        part.Headers.Range = new(5, 7);

        var whole = await office.GetAsync(address, None);
        var range = await office.SendAsync(part, None);

        Assert.Equal(Pdf, await whole.Content.ReadAsByteArrayAsync(None));
        Assert.Equal("application/pdf", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", whole.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", whole.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.PartialContent, range.StatusCode);
        Assert.Equal("1.7", await range.Content.ReadAsStringAsync(None));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"api/dossiers/{Id}/documents/khac.pdf", None)).StatusCode);
    }

    [Fact]
    public async Task A_file_is_taken_out()
    {
        var (host, client) = await OpenedAsync();
        await using var running = host;
        using var office = client;
        host.Dossiers.Put(DossierId.TryParse(Id)!, "tờ trình.pdf", Pdf);
        var address = $"api/dossiers/{Id}/files/{Uri.EscapeDataString("tờ trình.pdf")}";

        Assert.Equal(HttpStatusCode.Accepted, (await office.DeleteAsync(address, None)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.DeleteAsync(address, None)).StatusCode);
    }

    private async Task<(WebHost Host, HttpClient Client)> OpenedAsync()
    {
        var host = await WebHost.StartAsync(storage.ConnectionString);
        await host.Registers.PutAsync(new Office("htx-long-xuyen", "Hợp tác xã Nông nghiệp Long Xuyên"), None);
        var client = await host.WithKeyAsync(Role.Office, "htx-long-xuyen");
        using var body = Raw("application/json", """{"kind": "unit-request", "office": "htx-long-xuyen", "year": 2025}""");
        var opened = await client.PostAsync("api/dossiers", body, None);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        return (host, client);
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return form;
    }

    private static ByteArrayContent Raw(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
