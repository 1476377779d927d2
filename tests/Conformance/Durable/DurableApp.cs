using Azure.Core;
using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.Engine;
using LearningSociety.Embedded.Durable.Hosting;
using LearningSociety.Embedded.Plumbing;
using LearningSociety.Fixtures;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>
/// An app with durable functions, started on a hub of its own. The one file that knows the embedded host: the tests
/// themselves are written against the official API.
/// </summary>
internal sealed class DurableApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly DurableHost _engine;

    private DurableApp(IHost host, string hub)
    {
        (_host, Hub) = (host, hub);
        _engine = host.Services.GetRequiredService<DurableHost>();
        Client = new StoredOrchestrationsClient(new Lazy<DurableHost>(_engine));
    }

    /// <summary>The hub's name; an app started with it later finds what this one has stored.</summary>
    public string Hub { get; }

    public DurableTaskClient Client { get; }

    /// <summary>How many instances the engine holds in memory.</summary>
    public async Task<int> InMemoryAsync() => (await _engine.SessionAsync(CancellationToken.None)).InMemory;

    /// <summary>Starts an app with the functions of some classes.</summary>
    public static async Task<DurableApp> StartAsync(AzuriteFixture azurite, DurableAppOptions options)
    {
        var hub = options.Hub ?? "t" + Guid.NewGuid().ToString("N")[..16];
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Logging.ClearProviders();
        if (options.Log is not null)
            builder.Logging.AddProvider(options.Log);
        builder.Configuration["AzureWebJobsStorage"] = azurite.ConnectionString;
        builder.Configuration[$"{HostJson.Section}:extensions:durableTask:hubName"] = hub;
        if (options.MaxActivities is { } most)
            builder.Configuration[$"{HostJson.Section}:extensions:durableTask:maxConcurrentActivityFunctions"] = $"{most}";
        foreach (var (setting, value) in options.HostJson)
            builder.Configuration[$"{HostJson.Section}:extensions:durableTask:{setting}"] = value;
        builder.Services.AddSingleton(FunctionSources.Of(options.Functions));
        builder.Services.AddSingleton(options.Journal);
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton(DurableSettings.From(builder.Configuration) with { LeaseTime = options.LeaseTime });
        var tables = new TableClientOptions();
        tables.Retry.MaxRetries = 0;
        if (options.Crash is { } crash)
            tables.AddPolicy(crash, HttpPipelinePosition.PerCall);
        builder.Services.AddKeyedSingleton<TableClientOptions>(typeof(DurableHost), tables);
        var host = builder.Build();
        await host.StartAsync();
        return new DurableApp(host, hub);
    }

    /// <summary>Ends the app as if the process had been killed: nothing more is stored, nothing is given back.</summary>
    public async Task KillAsync()
    {
        _engine.Abandon();
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

/// <summary>How an app is started.</summary>
internal sealed record DurableAppOptions(params Type[] Functions)
{
    public string? Hub { get; init; }

    public Journal Journal { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public CrashAtWrite? Crash { get; init; }

    public int? MaxActivities { get; init; }

    /// <summary>Further settings of host.json, below extensions.durableTask.</summary>
    public IReadOnlyDictionary<string, string> HostJson { get; init; } = new Dictionary<string, string>();

    public ILoggerProvider? Log { get; init; }

    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromMilliseconds(400);
}
