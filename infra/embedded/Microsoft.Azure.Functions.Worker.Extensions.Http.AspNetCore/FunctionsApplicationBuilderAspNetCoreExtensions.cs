using LearningSociety.Embedded.Http;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Serves HTTP functions with ASP.NET Core's own requests and results.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Puts the HTTP functions behind Kestrel.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Services.Any(s => s.ServiceType == typeof(IHttpFront))) return builder;
        builder.Services.AddMvcCore();
        builder.Services.AddSingleton<IHttpFront, HttpFunctions>();
        builder.Services.AddSingleton<IAsyncParameterBinder, BodyBinder>();
        builder.Services.AddSingleton<IParameterBinder, RequestBinder>();
        builder.UseMiddleware<ResultMiddleware>();
        return builder;
    }

    /// <summary>Puts the HTTP functions behind Kestrel and configures the worker.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder, Action<IFunctionsWorkerApplicationBuilder> configureWorker)
    {
        ArgumentNullException.ThrowIfNull(configureWorker);
        builder.ConfigureFunctionsWebApplication();
        configureWorker(builder);
        return builder;
    }
}
