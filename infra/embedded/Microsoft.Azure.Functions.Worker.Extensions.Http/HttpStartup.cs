using LearningSociety.Embedded.Http;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.DependencyInjection;

[assembly: WorkerExtensionStartup(typeof(HttpStartup))]

namespace LearningSociety.Embedded.Http;

/// <summary>Registers the check that HTTP functions are served at all.</summary>
public sealed class HttpStartup : WorkerExtensionStartup
{
    /// <inheritdoc/>
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        ArgumentNullException.ThrowIfNull(applicationBuilder);
        applicationBuilder.Services.AddSingleton<IStartupCheck, FrontCheck>();
    }

    private sealed class FrontCheck(IServiceProvider services) : IStartupCheck
    {
        public void Check(IFunctionCatalog functions)
        {
            var first = functions.Functions.Values.FirstOrDefault(f => f.TriggerAttribute is HttpTriggerAttribute);
            if (first is not null && services.GetService<IHttpFront>() is null)
                throw new HostRefusedException($"Function {first.Name} has an HTTP trigger, and the app does not call ConfigureFunctionsWebApplication().");
        }
    }
}
