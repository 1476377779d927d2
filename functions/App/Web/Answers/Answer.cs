using System.Text.Encodings.Web;
using System.Text.Json;
using LearningSociety.App.Web.Markup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace LearningSociety.App.Web.Answers;

/// <summary>What a function answers. Written straight to the response, so that the functions and the middleware answer alike.</summary>
public sealed class Answer : IActionResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Func<HttpContext, Task> _write;

    private Answer(Func<HttpContext, Task> write) => _write = write;

    /// <summary>An answer that writes itself.</summary>
    public static Answer Of(Func<HttpContext, Task> write) => new(write);

    /// <summary>A value as JSON.</summary>
    public static Answer Data<T>(T value, int status = 200, JsonSerializerOptions? options = null) => new(http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(value, options ?? Json, "application/json; charset=utf-8", http.RequestAborted);
    });

    /// <summary>A page.</summary>
    public static Answer Page(Html page, int status = 200) => new(http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page.ToString(), http.RequestAborted);
    });

    /// <summary>See there: the answer to a form.</summary>
    public static Answer SeeOther(string path) => new(http =>
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = path;
        return Task.CompletedTask;
    });

    /// <summary>A problem as application/problem+json, with members of its own.</summary>
    public static Answer Problem(Problem problem, params (string Name, object? Value)[] members) => new(http =>
    {
        var body = new Dictionary<string, object?>
        {
            ["type"] = problem.Type,
            ["title"] = problem.Title,
            ["status"] = problem.Status,
            ["detail"] = problem.Detail,
            ["instance"] = http.Request.Path.Value,
            ["code"] = problem.Code,
        };
        if (problem.File is not null) body["file"] = problem.File;
        foreach (var (name, value) in members) body[name] = value;
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.Status == 401) http.Response.Headers.WWWAuthenticate = "Bearer";
        return http.Response.WriteAsJsonAsync(body, Json, "application/problem+json; charset=utf-8", http.RequestAborted);
    });

    /// <summary>Writes the answer.</summary>
    public Task WriteAsync(HttpContext http) => _write(http);

    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _write(context.HttpContext);
    }
}
