using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Conformance.Triggers.Http;

/// <summary>Requests reach the function that the route and the method name, and results reach the caller.</summary>
public sealed class HttpTriggerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/Defaults", HttpStatusCode.OK, "GET /Defaults")]
    [InlineData("PATCH", "/defaults", HttpStatusCode.OK, "PATCH /defaults")]
    [InlineData("GET", "/api/dossiers/ho-so-1/files/3", HttpStatusCode.OK, """{"id":"ho-so-1","page":3,"view":null,"path":"/api/dossiers/ho-so-1/files/3"}""")]
    [InlineData("GET", "/api/dossiers/ho-so-1/files/3?view=b%E1%BA%A3n", HttpStatusCode.OK, """{"id":"ho-so-1","page":3,"view":"bản","path":"/api/dossiers/ho-so-1/files/3"}""")]
    [InlineData("GET", "/api/dossiers/ho-so-1/files/three", HttpStatusCode.NotFound, "")]
    [InlineData("POST", "/api/dossiers/ho-so-1/files/3", HttpStatusCode.NotFound, "")]
    [InlineData("DELETE", "/api/dossiers/x", HttpStatusCode.NoContent, "")]
    [InlineData("GET", "/api/dossiers/x", HttpStatusCode.NotFound, "")]
    [InlineData("HEAD", "/results/page", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "/results/page", HttpStatusCode.OK, "<p>Hồ sơ</p>")]
    [InlineData("GET", "/results/minimal", HttpStatusCode.OK, "minimal")]
    [InlineData("GET", "/results/direct", HttpStatusCode.Accepted, "Direct True")]
    public async Task A_request_gets_the_answer_of_its_function(string method, string path, HttpStatusCode status, string body)
    {
        await using var host = await TriggerHost.StartAsync(typeof(PlainFunctions));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await host.Client.SendAsync(request, Cancellation);

        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, text.StartsWith('{') ? JsonSerializer.Serialize(JsonElement.Parse(text), Readable) : text);
    }

    [Fact]
    public async Task A_body_is_read_as_JSON_and_a_created_result_names_its_place()
    {
        await using var host = await TriggerHost.StartAsync(typeof(PlainFunctions));
        var id = Guid.NewGuid();
        using var response = await host.Client.PutAsJsonAsync($"/api/dossiers/{id}", new { kind = "unit-request", year = 2025 }, Cancellation);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/dossiers/{id}", response.Headers.Location?.OriginalString);
        Assert.Equal(new Dossier("unit-request", 2026), await response.Content.ReadFromJsonAsync<Dossier>(Cancellation));
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_the_callers_fault()
    {
        await using var host = await TriggerHost.StartAsync(typeof(PlainFunctions));
        using var response = await host.Client.PutAsync($"/api/dossiers/{Guid.NewGuid()}", new StringContent("{", Encoding.UTF8, "application/json"), Cancellation);

        await IsProblem(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Files_redirects_and_problems_are_sent_as_MVC_sends_them()
    {
        await using var host = await TriggerHost.StartAsync(typeof(PlainFunctions));

        using var file = await host.Client.GetAsync("/results/file", Cancellation);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("hồ sơ.pdf", file.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("%PDF-1.7", await file.Content.ReadAsStringAsync(Cancellation));

        using var away = await host.Client.GetAsync("/results/away", Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.Equal("/elsewhere", away.Headers.Location?.OriginalString);

        using var problem = await host.Client.GetAsync("/results/problem", Cancellation);
        Assert.Equal("Hồ sơ đã nộp", (await IsProblem(problem, HttpStatusCode.Conflict)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_function_that_throws_gives_a_problem_that_gives_nothing_away_and_is_logged()
    {
        await using var host = await TriggerHost.StartAsync(typeof(PlainFunctions));
        using var response = await host.Client.GetAsync("/failing", Cancellation);

        await IsProblem(response, HttpStatusCode.InternalServerError);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("12345", text);
        Assert.DoesNotContain("   at ", text);
        Assert.Contains(host.Log.Lines, l => l.StartsWith("Error Function.Failing") && l.EndsWith("InvalidOperationException"));
    }

    [Fact]
    public async Task A_body_over_the_servers_limit_is_refused_with_413()
    {
        await using var host = await TriggerHost.StartAsync([typeof(PlainFunctions)], [], b => b.Services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = 1000));
        using var small = await host.Client.PostAsync("/raw", new ByteArrayContent(new byte[1000]), Cancellation);
        using var large = await host.Client.PostAsync("/raw", new ByteArrayContent(new byte[1001]), Cancellation);

        Assert.Equal("1000", await small.Content.ReadAsStringAsync(Cancellation));
        await IsProblem(large, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(4000, false)]
    public async Task The_form_readers_limit_is_the_apps(int length, bool taken)
    {
        await using var host = await TriggerHost.StartAsync([typeof(PlainFunctions)], [], b => b.Services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = 2000));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[length]), "files", "a.pdf" } };
        using var response = await host.Client.PostAsync("/upload", form, Cancellation);

        Assert.Equal(taken, response.IsSuccessStatusCode);
        if (taken) Assert.Equal("a.pdf 100", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Requests_run_side_by_side()
    {
        await using var host = await TriggerHost.StartAsync(typeof(PlainFunctions));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Client.GetStringAsync("/slow", Cancellation)));

        Assert.InRange(answers.Max(int.Parse), 10, 20);
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_function()
    {
        await using var host = await TriggerHost.StartAsync(typeof(PlainFunctions));
        using var leaving = new CancellationTokenSource();
        var request = host.Client.GetAsync("/waiting", leaving.Token);
        await host.Journal.WaitForAsync(1);
        await leaving.CancelAsync();

        Assert.Equal("cancelled", (await host.Journal.WaitForAsync(2))[1]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.DoesNotContain(host.Log.Lines, l => l.StartsWith("Error"));
    }

    [Fact]
    public async Task The_prefix_of_host_json_stands_before_every_route()
    {
        await using var host = await TriggerHost.StartAsync([typeof(PlainFunctions)], ["AzureFunctionsJobHost:extensions:http:routePrefix=v1"]);

        Assert.Equal("minimal", await host.Client.GetStringAsync("/v1/results/minimal", Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/results/minimal", Cancellation)).StatusCode);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<JsonElement> IsProblem(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }
}
