using LearningSociety.App.Access;
using LearningSociety.App.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Web.Answers;

/// <summary>Around every HTTP function: security headers on every answer, and a fault becomes a problem or a page instead of a stack trace.</summary>
internal sealed class AnswerMiddleware(PageFrame frame, RequestLimits limits, ILogger<AnswerMiddleware> logger) : IFunctionsWorkerMiddleware
{
    // Scripts, styles and workers from ourselves alone; nobody may frame us; nothing else is loaded.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

        try
        {
            await next(context);
        }
        catch (Exception fault) when (!http.Response.HasStarted && ProblemOf(fault, http, context) is { } problem)
        {
            await frame.Refuse(http.Request, problem).WriteAsync(http);
        }
    }

    private Problem? ProblemOf(Exception fault, HttpContext http, FunctionContext context)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                    return Problem.TooLarge(limits.MaxRequestBytes);
                case BadHttpRequestException:
                    return Problem.Invalid("bad-request", "Yêu cầu bị cắt giữa chừng hoặc sai định dạng. Gửi lại.");
                case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                    return null;
            }
        }

        logger.LogError(fault, "HTTP function {Function} failed, invocation {Invocation}", context.FunctionDefinition.Name, context.InvocationId);
        return Problem.Fault(context.InvocationId);
    }
}
