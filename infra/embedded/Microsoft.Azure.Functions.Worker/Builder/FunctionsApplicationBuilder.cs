using System.Reflection;
using System.Text.Json;
using LearningSociety.Embedded.Hosting;
using LearningSociety.Embedded.Invocation;
using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds an app: configuration, services, middleware.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private readonly FunctionPipeline _pipeline = new();
    private readonly StartOutcome _outcome = new();
    private bool _built;

    internal FunctionsApplicationBuilder(string[]? args)
    {
        _web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args ?? [],
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        _outcome.Refusal = HostConfiguration.Add(_web.Configuration, _web.Logging, _web.Environment.ContentRootPath);

        var assemblies = AppAssemblies.Find(Assembly.GetEntryAssembly() ?? Assembly.GetCallingAssembly());
        Services.AddSingleton(new FunctionSources(assemblies, []));
        Services.AddSingleton(_pipeline);
        Services.AddSingleton(_outcome);
        Services.AddSingleton<IFunctionCatalog, FunctionCatalog>();
        Services.AddSingleton<IFunctionInvoker, FunctionInvoker>();
        Services.AddSingleton<ParameterBinding>();
        Services.AddSingleton<ValueConversion>();
        Services.TryAddSingleton(TimeProvider.System);
        Services.Configure<JsonSerializerOptions>(o => o.PropertyNameCaseInsensitive = true);
        foreach (var attribute in assemblies.SelectMany(a => a.GetCustomAttributes<WorkerExtensionStartupAttribute>()))
            ((WorkerExtensionStartup)Activator.CreateInstance(attribute.StartupType)!).Configure(this);
    }

    /// <summary>Values shared while the app is built.</summary>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <summary>The settings, weakest first: appsettings.json, local.settings.json, environment, command line.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    /// <summary>The environment's name and the app's folder.</summary>
    public IHostEnvironment Environment => _web.Environment;

    /// <summary>Where logging is set up.</summary>
    public ILoggingBuilder Logging => _web.Logging;

    /// <summary>Where metrics are set up.</summary>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services => _web.Services;

    /// <summary>The app, ready to run; once only.</summary>
    public IHost Build()
    {
        if (_built) throw new InvalidOperationException("The application has already been built.");
        _built = true;
        if (Services.Any(s => s.ServiceType == typeof(IHttpFront))) ListeningAddress.SetDefault(_web.Configuration);
        else Services.Replace(ServiceDescriptor.Singleton<IServer, NoServer>());
        return new EmbeddedHost(_web.Build(), _outcome);
    }

    /// <summary>Replaces the container.</summary>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <summary>Adds middleware; the first added is the outermost.</summary>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        if (_built) throw new InvalidOperationException("The application has already been built.");
        _pipeline.Add(middleware);
        return this;
    }
}
