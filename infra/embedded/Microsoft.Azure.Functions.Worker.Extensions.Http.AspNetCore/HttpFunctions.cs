using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Http;

/// <summary>Maps the HTTP functions to endpoints and runs one for each request.</summary>
internal sealed class HttpFunctions(IFunctionCatalog catalog, IFunctionInvoker invoker, IConfiguration configuration, ILoggerFactory loggers) : IHttpFront
{
    /// <summary>The key of the request in the context's items, as the real worker has it.</summary>
    public const string ContextKey = "HttpRequestContext";

    public void Configure(WebApplication app)
    {
        var routes = RouteTable.Of(catalog, HostJson.Value(configuration, "extensions:http:routePrefix", "api"));
        foreach (var (function, pattern, methods) in routes)
        {
            var endpoint = app.Map(pattern, (RequestDelegate)(context => Run(function, context))).WithDisplayName(function.Name);
            if (methods is not null) endpoint.WithMetadata(new HttpMethodMetadata(methods));
        }

        app.Use(async (context, next) =>
        {
            // The real host knows no 405: a path with another method is a path it does not know.
            if (context.GetEndpoint() is not RouteEndpoint) context.SetEndpoint(null);
            await next(context);
        });
    }

    private async Task Run(FunctionDescriptor function, HttpContext http)
    {
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        var services = http.RequestServices;
        try
        {
            try
            {
                await invoker.InvokeAsync(function, http.Request, context => Attach(http, context), http.RequestAborted);
            }
            finally
            {
                // The invocation's scope has ended; what is still to be written needs services that live.
                http.RequestServices = services;
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("The caller of {Function} has gone.", function.Name);
        }
        catch (Exception e)
        {
            await FailureResponse.Write(http, e, function.Name, logger);
        }
    }

    private static void Attach(HttpContext http, FunctionContext context)
    {
        context.Items[ContextKey] = http;
        http.RequestServices = context.InstanceServices;
        context.Features.Set(new TriggerData(RequestData(http)));
    }

    // Names bind to the route first, then to the query, as the real host fills its binding data.
    private static Dictionary<string, object?> RequestData(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in http.Request.Query) data[name] = (string?)values;
        foreach (var (name, value) in http.Request.RouteValues) data[name] = value;
        return data;
    }
}
