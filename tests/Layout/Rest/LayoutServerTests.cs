using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Layout.Tests.Rest;

/// <summary>The REST contract, over HTTP, with pages that are read at once or not before the test says so.</summary>
public sealed class LayoutServerTests : IAsyncDisposable
{
    private const string Query = "?api-version=2023-07-31&stringIndexType=utf16CodeUnit";
    private readonly Folder folder = new();
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient client = new();
    private readonly List<WebApplication> servers = [];

    private static byte[] Pdf => PdfMaker.New.Page().Text(50, 50, "x").Bytes();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One word, one cell of a table, a seal on page 1; page 2 is unreadable.</summary>
    private sealed class Pages(Task gate) : IPageSource
    {
        public async Task<ChildEnd> ReadAsync(ChildTask task, Action<PageReading> take, CancellationToken cancel)
        {
            await gate.WaitAsync(cancel);
            double[] box = [1, 1, 2, 1, 2, 2, 1, 2];
            for (var page = task.First; page <= task.Last; page++)
            {
                take(page == 2
                    ? PageReading.Unread(2, 8, 11, "inch", "damaged")
                    : new(page, 8, 11, "inch", 0.5, [new("Số", 0.9, box), new("12", 1, box)], [new(0, 1, box), new(1, 1, box)],
                        [new(1, 2, box, [new(0, 0, 1, 1, 0, 0, box), new(0, 1, 1, 1, 1, 1, box)])], task.LookForInk ? [new(InkKind.Seal, 0.9, box)] : []));
            }

            return ChildEnd.Done;
        }
    }

    private async Task<string> Start(params string[] settings)
    {
        var app = LayoutServer.Build(["--urls", "http://127.0.0.1:0", "--Layout:WorkFolder", folder.Path, .. settings], new Pages(gate.Task));
        await app.StartAsync(Cancel);
        servers.Add(app);
        return app.Urls.Single() + "/formrecognizer/documentModels/";
    }

    private async Task<HttpResponseMessage> Send(string url, byte[] body, string type = "application/octet-stream", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (key is not null) request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        return await client.SendAsync(request, Cancel);
    }

    private async Task<JsonElement> Finished(Uri operation)
    {
        while (true)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>(operation, Cancel);
            if (answer.GetProperty("status").GetString() is "succeeded" or "failed") return answer;
            await Task.Delay(50, Cancel);
        }
    }

    private static Uri Operation(HttpResponseMessage response) => new(response.Headers.GetValues("Operation-Location").Single());

    [Fact]
    public async Task A_result_has_the_shape_of_version_3_1()
    {
        gate.SetResult();
        using var started = await Send(await Start() + "dossier:analyze" + Query, PdfMaker.New.Page().Page().Bytes());
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var result = (await Finished(Operation(started))).GetProperty("analyzeResult");
        Assert.Equal("2023-07-31 dossier utf16CodeUnit", $"{result.GetProperty("apiVersion")} {result.GetProperty("modelId")} {result.GetProperty("stringIndexType")}");
        Assert.Equal("Số\n12", result.GetProperty("content").GetString());
        var page = result.GetProperty("pages")[0];
        Assert.Equal("""{"content":"12","polygon":[1,1,2,1,2,2,1,2],"confidence":1,"span":{"offset":3,"length":2}}""", page.GetProperty("words")[1].GetRawText());
        Assert.Equal("inch 0.5 2", $"{page.GetProperty("unit")} {page.GetProperty("angle")} {page.GetProperty("lines").GetArrayLength()}");
        var cell = result.GetProperty("tables")[0].GetProperty("cells")[1];
        Assert.Equal("0 1 12", $"{cell.GetProperty("rowIndex")} {cell.GetProperty("columnIndex")} {cell.GetProperty("content")}");
        var fields = result.GetProperty("documents")[0].GetProperty("fields");
        Assert.Equal("signature signed", $"{fields.GetProperty("seal1").GetProperty("type")} {fields.GetProperty("seal1").GetProperty("valueSignature")}");
        Assert.Equal("string damaged 2", $"{fields.GetProperty("unreadable1").GetProperty("type")} {fields.GetProperty("unreadable1").GetProperty("valueString")} {fields.GetProperty("unreadable1").GetProperty("boundingRegions")[0].GetProperty("pageNumber")}");
        Assert.Single(result.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task Prebuilt_layout_looks_for_no_ink()
    {
        gate.SetResult();
        using var started = await Send(await Start() + "prebuilt-layout:analyze" + Query, Pdf);
        Assert.Equal(0, (await Finished(Operation(started))).GetProperty("analyzeResult").GetProperty("documents").GetArrayLength());
    }

    [Theory]
    [InlineData("nobody:analyze" + Query, 404, "ModelNotFound")]
    [InlineData("dossier:analyze", 400, "InvalidParameter")]
    [InlineData("dossier:analyze?api-version=2020-01-01", 400, "InvalidParameter")]
    [InlineData("dossier:analyze?api-version=2023-07-31&stringIndexType=textElements", 400, "InvalidParameter")]
    [InlineData("dossier:analyze" + Query + "&pages=9-1", 400, "InvalidParameter")]
    [InlineData("dossier:analyze" + Query + "&features=formulas", 400, "InvalidParameter")]
    [InlineData("dossier:analyze" + Query + "&locale=..%2F", 400, "InvalidParameter")]
    [InlineData("dossier:analyze" + Query + "&locale=vi-VN&pages=1&features=ocrHighResolution", 202, null)]
    public async Task Parameters(string call, int status, string? innerCode)
    {
        gate.SetResult();
        using var response = await Send(await Start() + call, Pdf);
        Assert.Equal(status, (int)response.StatusCode);
        if (innerCode is not null) Assert.Equal(innerCode, await InnerCode(response));
    }

    public static TheoryData<string, byte[], string, int, string?> Bodies => new()
    {
        { "PDF", Pdf, "application/pdf", 202, null },
        { "PDF with another type", Pdf, "image/png", 202, null },
        { "base64", JsonSerializer.SerializeToUtf8Bytes(new { base64Source = Pdf }), "application/json", 202, null },
        { "nothing", [], "application/pdf", 400, "InvalidContentLength" },
        { "text", "words"u8.ToArray(), "application/pdf", 400, "InvalidContent" },
        { "base64 that is none", """{"base64Source":"***"}"""u8.ToArray(), "application/json", 400, "InvalidParameter" },
        { "JSON that is none", "{"u8.ToArray(), "application/json", 400, "InvalidParameter" },
        { "JSON without a source", "[]"u8.ToArray(), "application/json", 400, "InvalidParameter" },
        { "address of a host that is not allowed", """{"urlSource":"http://169.254.169.254/x"}"""u8.ToArray(), "application/json", 400, "InvalidParameter" },
        { "address of a file on disk", """{"urlSource":"file:///etc/passwd"}"""u8.ToArray(), "application/json", 400, "InvalidParameter" },
        { "too large", [.. Pdf, .. new byte[2000]], "application/pdf", 413, "InvalidContentLength" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task Files_as_they_are_sent(string name, byte[] body, string type, int status, string? innerCode)
    {
        Assert.NotEmpty(name);
        gate.SetResult();
        using var response = await Send(await Start("--Layout:Limits:MostBytes=2000") + "dossier:analyze" + Query, body, type);
        Assert.Equal(status, (int)response.StatusCode);
        if (innerCode is not null) Assert.Equal(innerCode, await InnerCode(response));
    }

    [Fact]
    public async Task A_damaged_file_fails_with_its_reason()
    {
        gate.SetResult();
        using var started = await Send(await Start() + "dossier:analyze" + Query, "%PDF-1.7 broken"u8.ToArray());
        var answer = await Finished(Operation(started));
        Assert.Equal("failed InvalidContent damaged", $"{answer.GetProperty("status")} {answer.GetProperty("error").GetProperty("code")} {answer.GetProperty("error").GetProperty("innererror").GetProperty("code")}");
    }

    [Fact]
    public async Task A_full_queue_answers_429_with_a_time_and_takes_more_when_it_is_empty()
    {
        var url = await Start("--Layout:QueueLength=2") + "dossier:analyze" + Query;
        var first = Operation(await Send(url, Pdf));
        var second = Operation(await Send(url, Pdf));
        using var refused = await Send(url, Pdf);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
        gate.SetResult();
        await Finished(first);
        await Finished(second);
        HttpStatusCode status;
        for (var tries = 0; (status = (await Send(url, Pdf)).StatusCode) == HttpStatusCode.TooManyRequests && tries < 100; tries++) await Task.Delay(50, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    [Fact]
    public async Task An_analysis_survives_a_restart()
    {
        var running = Operation(await Send(await Start() + "dossier:analyze" + Query, Pdf));
        Assert.Contains((await client.GetFromJsonAsync<JsonElement>(running, Cancel)).GetProperty("status").GetString(), new[] { "notStarted", "running" });
        await servers[0].StopAsync(Cancel);
        await servers[0].DisposeAsync();
        servers.Clear();
        gate.SetResult();
        var url = await Start();
        var moved = new Uri(new Uri(url), running.PathAndQuery);
        Assert.Equal("succeeded", (await Finished(moved)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Unknown_and_expired_ids_answer_404()
    {
        gate.SetResult();
        var url = await Start();
        using var unknown = await client.GetAsync($"{url}dossier/analyzeResults/{Guid.NewGuid()}{Query}", Cancel);
        Assert.Equal(("OperationNotFound", 404), (await InnerCode(unknown), (int)unknown.StatusCode));
        using var climbing = await client.GetAsync($"{url}dossier/analyzeResults/..%2F..%2Fetc{Query}", Cancel);
        Assert.Equal(404, (int)climbing.StatusCode);

        var done = Operation(await Send(url + "dossier:analyze" + Query, Pdf));
        await Finished(done);
        servers[0].Services.GetRequiredService<LearningSociety.Layout.Work.JobStore>().Expire(DateTimeOffset.UtcNow.AddMinutes(1));
        using var expired = await client.GetAsync(done, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, expired.StatusCode);
        Assert.Empty(Directory.GetDirectories(folder.Path));
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("wrong", 401)]
    [InlineData("right", 202)]
    public async Task With_a_key_set_callers_must_send_it(string? key, int status)
    {
        var url = await Start("--Layout:Key=right");
        using var response = await Send(url + "dossier:analyze" + Query, Pdf, key: key);
        Assert.Equal(status, (int)response.StatusCode);
        using var health = await client.GetAsync(new Uri(new Uri(url), "/health"), Cancel);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static async Task<string?> InnerCode(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("error").GetProperty("innererror").GetProperty("code").GetString();

    public async ValueTask DisposeAsync()
    {
        gate.TrySetResult();
        foreach (var server in servers)
        {
            await server.StopAsync(CancellationToken.None);
            await server.DisposeAsync();
        }

        client.Dispose();
        folder.Dispose();
    }
}
