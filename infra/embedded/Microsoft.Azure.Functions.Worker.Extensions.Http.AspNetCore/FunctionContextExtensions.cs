using LearningSociety.Embedded.Http;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The request behind an invocation.</summary>
public static class HttpContextExtensions
{
    /// <summary>The request's context; null when the function was not started by a request.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(HttpFunctions.ContextKey, out var found) ? found as HttpContext : null;
    }
}
