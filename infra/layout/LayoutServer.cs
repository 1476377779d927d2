using System.Security.Cryptography;
using System.Text;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Rest;
using LearningSociety.Layout.Result;
using LearningSociety.Layout.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Layout;

/// <summary>The server: Kestrel on loopback, the analysis calls, a health call.</summary>
public static class LayoutServer
{
    private const string DefaultUrl = "http://127.0.0.1:7072";
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";

    /// <summary>Runs the server until it is told to stop.</summary>
    /// <returns>0, or 1 when it cannot listen.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        await using var app = Build(arguments);
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine($"The layout server cannot listen: {fault.Message} Name a free address with --urls.");
            return 1;
        }
    }

    /// <summary>Builds the server.</summary>
    /// <param name="arguments">Command line: --urls, --Layout:….</param>
    /// <param name="source">Where pages are read; child processes when null.</param>
    public static WebApplication Build(string[] arguments, IPageSource? source = null)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultUrl);
        var settings = builder.Configuration.GetSection("Layout").Get<LayoutSettings>() ?? new();

        // Base64 makes a file a third longer.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = settings.Limits.MostBytes / 3 * 4 + 4096);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => source ?? new ChildPool());
        builder.Services.AddSingleton(s => new FileAnalysis(s.GetRequiredService<IPageSource>(), settings.Limits));
        builder.Services.AddSingleton(_ => new JobStore(settings.WorkFolder, settings.SharedFolder ? Environment.MachineName : null));
        builder.Services.AddSingleton<JobQueue>();
        builder.Services.AddHostedService(s => s.GetRequiredService<JobQueue>());
        builder.Services.AddSingleton<RequestBody>();
        builder.Services.AddHttpClient("").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = false });

        var app = builder.Build();
        if (settings.Key is { Length: > 0 } key) app.Use((http, next) => WithKeyAsync(http, next, key));
        app.MapGet("/health", (JobStore store) => Results.Json(new { status = "ok", engine = Engine.Name, models = new[] { Models.Layout, Models.Dossier }, open = store.Open.Count }));
        AnalyzeEndpoints.Map(app);
        app.MapFallback(() => ApiError.NotFound("NotFound", "This address is none of the API's."));
        return app;
    }

    private static Task WithKeyAsync(HttpContext http, RequestDelegate next, string key)
    {
        var sent = http.Request.Headers[KeyHeader].ToString();
        var same = CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return same || http.Request.Path == "/health"
            ? next(http)
            : new ApiError("401", $"Access denied: send the server's key as {KeyHeader}.").Answer(401).ExecuteAsync(http);
    }
}
