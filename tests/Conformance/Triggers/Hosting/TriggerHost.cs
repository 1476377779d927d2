using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Conformance.Triggers;

/// <summary>A host that runs the functions of the classes named, on a free port. The only place here that knows how the embedded host is put together.</summary>
public sealed class TriggerHost : IAsyncDisposable
{
    private readonly IHost _host;

    private TriggerHost(IHost host, Journal journal, JournalLog log) => (_host, Journal, Log) = (host, journal, log);

    public Journal Journal { get; }

    public JournalLog Log { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>Why the host refused to start; null when it runs.</summary>
    public string? Refusal => Services.GetRequiredService<StartOutcome>().Refusal;

    public HttpClient Client { get; private init; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static Task<TriggerHost> StartAsync(params Type[] functions) => StartAsync(functions, []);

    public static async Task<TriggerHost> StartAsync(Type[] functions, string[] settings, Action<FunctionsApplicationBuilder>? configure = null, Journal? journal = null)
    {
        string[] usual = ["--urls=http://127.0.0.1:0", "--AzureFunctionsJobHost:extensions:http:routePrefix=", "--EmbeddedBlobPollInterval=00:00:00.05"];
        var builder = FunctionsApplication.CreateBuilder([.. usual, .. settings.Select(s => "--" + s)]);
        var log = new JournalLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(FunctionSources.Of(functions));
        builder.Services.AddSingleton(journal ?? new Journal());
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var started = new TriggerHost(host, host.Services.GetRequiredService<Journal>(), log);
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is not null && started.Refusal is null) started.Client.BaseAddress = new Uri(address);
        return started;
    }

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (Refusal is null) await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}

/// <summary>Keeps what was logged.</summary>
public sealed class JournalLog : ILoggerProvider
{
    private readonly Journal _journal = new();

    public IReadOnlyList<string> Lines => _journal.Lines;

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, _journal);

    public void Dispose()
    {
    }

    private sealed class Writer(string category, Journal journal) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            journal.Add($"{logLevel} {category} {formatter(state, exception)} {exception?.GetType().Name}");
    }
}
