using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace LearningSociety.Conformance.Triggers.Http;

/// <summary>HTTP functions of every shape that the product writes.</summary>
public sealed class PlainFunctions(Journal journal)
{
    private static int _running;
    private static int _most;

    [Function("Defaults")]
    public IActionResult Defaults([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new OkObjectResult($"{request.Method} {request.Path}");

    [Function("GetDossier")]
    public IActionResult GetDossier([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dossiers/{id}/files/{page:int}")] HttpRequest request, string id, int page, string? view) =>
        new OkObjectResult(new { id, page, view, path = request.Path.Value });

    [Function("PutDossier")]
    public static async Task<IActionResult> PutDossier([HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = "api/dossiers/{id}")] HttpRequest request, Guid id, [FromBody] Dossier dossier, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return new CreatedResult($"/api/dossiers/{id}", dossier with { Year = dossier.Year + 1 });
    }

    [Function("DeleteDossier")]
    public static IActionResult DeleteDossier([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/dossiers/{id}")] HttpRequest request) => new NoContentResult();

    [Function("File")]
    public static IActionResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/file")] HttpRequest request) =>
        new FileStreamResult(new MemoryStream("%PDF-1.7"u8.ToArray()), "application/pdf") { FileDownloadName = "hồ sơ.pdf" };

    [Function("Page")]
    public static ValueTask<IActionResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/page")] HttpRequest request) =>
        ValueTask.FromResult<IActionResult>(new ContentResult { Content = "<p>Hồ sơ</p>", ContentType = "text/html; charset=utf-8" });

    [Function("Away")]
    public static IActionResult Away([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/away")] HttpRequest request) => new RedirectResult("/elsewhere");

    [Function("Problem")]
    public static IActionResult Problem([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/problem")] HttpRequest request) =>
        new ObjectResult(new ProblemDetails { Status = 409, Title = "Hồ sơ đã nộp" }) { StatusCode = 409, ContentTypes = { "application/problem+json" } };

    [Function("Minimal")]
    public static IResult Minimal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/minimal")] HttpRequest request) => Results.Text("minimal");

    [Function("Direct")]
    public static async Task Direct([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/direct")] HttpRequest request, FunctionContext context)
    {
        var response = context.GetHttpContext()!.Response;
        response.StatusCode = StatusCodes.Status202Accepted;
        await response.WriteAsync($"{context.FunctionDefinition.Name} {ReferenceEquals(request.HttpContext, context.GetHttpContext())}");
    }

    [Function("Failing")]
    public static IActionResult Failing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing")] HttpRequest request) => throw new InvalidOperationException("the password is 12345");

    [Function("Upload")]
    public static async Task<IActionResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "upload")] HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        return new OkObjectResult(string.Join(", ", form.Files.Select(f => $"{f.FileName} {f.Length}")));
    }

    [Function("Raw")]
    public static async Task<IActionResult> Raw([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "raw")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, cancellationToken);
        return new OkObjectResult(copy.Length);
    }

    [Function("Slow")]
    public async Task<IActionResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request)
    {
        var now = Interlocked.Increment(ref _running);
        InterlockedMax(ref _most, now);
        await Task.Delay(300);
        Interlocked.Decrement(ref _running);
        return new OkObjectResult(_most);
    }

    [Function("Waiting")]
    public async Task<IActionResult> Waiting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waiting")] HttpRequest request, CancellationToken cancellationToken)
    {
        journal.Add("waiting");
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(30), cancellationToken);
        }
        finally
        {
            journal.Add(cancellationToken.IsCancellationRequested ? "cancelled" : "not cancelled");
        }

        return new OkResult();
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}

public sealed record Dossier(string Kind, int Year);
