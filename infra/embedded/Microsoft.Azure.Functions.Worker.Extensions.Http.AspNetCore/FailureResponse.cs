using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Http;

/// <summary>What the caller gets when a function failed: a problem (RFC 9457) that gives nothing away, and a log entry.</summary>
internal static class FailureResponse
{
    public static async Task Write(HttpContext http, Exception exception, string function, ILogger logger)
    {
        // Kestrel and the body's readers say with this exception what was wrong with the request itself.
        var status = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        if (status >= 500) logger.LogError(exception, "{Function} failed for {Method} {Path}.", function, http.Request.Method, http.Request.Path);
        else logger.LogInformation("{Function} refused {Method} {Path}: {Reason}", function, http.Request.Method, http.Request.Path, exception.Message);

        if (http.Response.HasStarted)
        {
            // A response cut short must not look whole.
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
        var problem = new ProblemDetails
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = status >= 500 ? null : exception.Message,
            Instance = http.Request.Path,
            Extensions = { ["traceId"] = System.Diagnostics.Activity.Current?.Id ?? http.TraceIdentifier },
        };
        await http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }
}
