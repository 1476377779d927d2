using System.Text.Json;
using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.Engine;
using LearningSociety.Embedded.Durable.Hosting;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

[assembly: WorkerExtensionStartup(typeof(LearningSociety.Embedded.Durable.Hosting.DurableTaskExtensionStartup))]

namespace LearningSociety.Embedded.Durable.Hosting;

/// <summary>Adds the orchestration engine to a host whose app refers to this package.</summary>
public sealed class DurableTaskExtensionStartup : WorkerExtensionStartup
{
    /// <inheritdoc/>
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        ArgumentNullException.ThrowIfNull(applicationBuilder);
        var services = applicationBuilder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => DurableSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.TryAddKeyedSingleton(typeof(DurableHost), (_, _) => new TableClientOptions());
        services.AddSingleton(provider => new DurableHost(
            provider.GetRequiredService<IFunctionCatalog>(),
            provider.GetRequiredService<IFunctionInvoker>(),
            Converter(provider),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<DurableSettings>(),
            provider.GetRequiredKeyedService<TableClientOptions>(typeof(DurableHost))));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<DurableHost>());
        services.AddSingleton<IStartupCheck, DurableFunctionsCheck>();

        // The host is looked up at the first call: functions that have a client are part of what the host needs.
        services.AddSingleton<IParameterBinder>(provider => new DurableParameters(
            new StoredOrchestrationsClient(new Lazy<DurableHost>(provider.GetRequiredService<DurableHost>))));
    }

    private static JsonPayloads Converter(IServiceProvider provider) =>
        new(provider.GetService<IOptions<JsonSerializerOptions>>()?.Value ?? new JsonSerializerOptions { PropertyNameCaseInsensitive = true });
}
