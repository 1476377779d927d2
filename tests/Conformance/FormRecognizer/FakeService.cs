using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Conformance.FormRecognizer;

/// <summary>A service of the Form Recognizer contract whose answers a test decides; it keeps what it was asked.</summary>
public sealed class FakeService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<FakeService, HttpContext, Task>> _answers = new();

    private FakeService(WebApplication app) => _app = app;

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>The requests in their order.</summary>
    public List<Received> Requests { get; } = [];

    public static async Task<FakeService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new FakeService(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        service.Endpoint = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return service;
    }

    /// <summary>The next request is taken: the analysis has the given id.</summary>
    public FakeService Takes(string model, string result) => Then((self, context) =>
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers["Operation-Location"] =
            $"{self.Endpoint}formrecognizer/documentModels/{model}/analyzeResults/{result}?api-version=2023-07-31";
        return Task.CompletedTask;
    });

    /// <summary>The next request gets an answer with a body.</summary>
    public FakeService Answers(int status, string json, string? retryAfter = null) => Then((_, context) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(json);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private FakeService Then(Func<FakeService, HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Requests.Add(new(
            context.Request.Method,
            context.Request.Path,
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        if (_answers.TryDequeue(out var answer))
            await answer(this, context);
        else
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
    }

    public sealed record Received(
        string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, byte[] Body);
}
