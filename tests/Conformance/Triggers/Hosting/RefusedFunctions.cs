using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Conformance.Triggers.Refused;

public static class KeyNeeded
{
    [Function("KeyNeeded")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => new OkResult();
}

public static class AdminRoute
{
    [Function("AdminRoute")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Admin/users")] HttpRequest request) => new OkResult();
}

public static class RuntimeRoute
{
    [Function("RuntimeRoute")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "runtime")] HttpRequest request) => new OkResult();
}

public static class SlashRoute
{
    [Function("SlashRoute")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/pages")] HttpRequest request) => new OkResult();
}

public static class BrokenRoute
{
    [Function("BrokenRoute")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{id")] HttpRequest request) => new OkResult();
}

public static class PlainResult
{
    [Function("PlainResult")]
    public static Task<string> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Task.FromResult("never sent");
}

public static class MvcBody
{
    [Function("MvcBody")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, [FromBody] string body) => new OkObjectResult(body);
}

public static class SameName
{
    [Function("SameName")]
    public static IActionResult First([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a")] HttpRequest request) => new OkResult();

    [Function("samename")]
    public static IActionResult Second([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "b")] HttpRequest request) => new OkResult();
}

public static class SameRoute
{
    [Function("One")]
    public static IActionResult First([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same")] HttpRequest request) => new OkResult();

    [Function("Two")]
    public static IActionResult Second([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "Same")] HttpRequest request) => new OkResult();
}

public static class TwoTriggers
{
    [Function("TwoTriggers")]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, [TimerTrigger("0 0 * * * *")] TimerInfo timer) => new OkResult();
}

public static class NoTrigger
{
    [Function("NoTrigger")]
    public static void Run(CancellationToken cancellationToken) => cancellationToken.ThrowIfCancellationRequested();
}

public static class AsyncVoid
{
    [Function("AsyncVoid")]
    public static async void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => await Task.Yield();
}

public static class BadName
{
    [Function("1 name")]
    public static void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => _ = timer.IsPastDue;
}

public static class BadSchedule
{
    [Function("BadSchedule")]
    public static void Run([TimerTrigger("0 60 * * * *")] TimerInfo timer) => _ = timer.IsPastDue;
}

public static class MissingSetting
{
    [Function("MissingSetting")]
    public static void Run([TimerTrigger("%NoSuchSchedule%")] TimerInfo timer) => _ = timer.IsPastDue;
}

public static class NoStorage
{
    [Function("NoStorage")]
    public static void Run([BlobTrigger("incoming/{name}", Connection = "NoSuchStorage")] string content) => _ = content.Length;
}

public static class BadPath
{
    [Function("BadPath")]
    public static void Run([BlobTrigger("Incoming/{name}")] string content) => _ = content.Length;
}
