using System.Text.Json;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Result;
using LearningSociety.Layout.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningSociety.Layout.Rest;

/// <summary>The two calls of the API: start an analysis, ask for its result.</summary>
public static class AnalyzeEndpoints
{
    private const string Base = "/formrecognizer/documentModels";

    /// <summary>Maps the calls.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Base + "/{modelId}:analyze", StartAsync);
        app.MapGet(Base + "/{modelId}/analyzeResults/{resultId}", AnswerAsync);
    }

    private static async Task<IResult> StartAsync(
        string modelId, HttpRequest request, JobStore store, JobQueue queue, RequestBody body, TimeProvider clock, CancellationToken cancel)
    {
        if (!Models.Exists(modelId)) return ApiError.NotFound("ModelNotFound", $"There is no model '{modelId}'. Models: {Models.Layout}, {Models.Dossier}.");
        if (QueryRules.Fault(request.Query) is { } fault) return fault;
        if (!queue.TryReserve())
        {
            request.HttpContext.Response.Headers.RetryAfter = "5";
            return new ApiError("429", "The server has as many analyses as it takes. Try again after the time in Retry-After.").Answer(429);
        }

        var id = store.NewId();
        var accepted = false;
        try
        {
            if (await body.StoreAsync(request, store.InputPath(id), cancel) is { } refused) return refused;
            var now = clock.GetUtcNow();
            var pages = request.Query["pages"].ToString();
            queue.Enqueue(new(id, modelId, pages.Length == 0 ? null : pages, JobStatus.NotStarted, now, now));
            accepted = true;
        }
        finally
        {
            if (!accepted)
            {
                store.Remove(id);
                queue.Release();
            }
        }

        var place = $"{request.Scheme}://{request.Host}{request.PathBase}{Base}/{modelId}/analyzeResults/{id}?api-version={AnalyzeResult.ApiVersion}";
        request.HttpContext.Response.Headers["Operation-Location"] = place;
        request.HttpContext.Response.Headers["apim-request-id"] = id;
        return Results.StatusCode(202);
    }

    private static async Task AnswerAsync(string modelId, string resultId, HttpContext http, JobStore store, TimeProvider clock)
    {
        if (QueryRules.VersionFault(http.Request.Query) is { } fault)
        {
            await fault.ExecuteAsync(http);
            return;
        }

        if (store.FindAnywhere(resultId, clock.GetUtcNow()) is not { } job || job.Model != modelId)
        {
            await ApiError.NotFound("OperationNotFound", "There is no such analysis, or it has expired. Send the file again.").ExecuteAsync(http);
            return;
        }

        if (!job.IsFinished) http.Response.Headers.RetryAfter = "1";
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("status", JsonSerializer.SerializeToElement(job.Status, JsonSerializerOptions.Web).GetString());
        writer.WriteString("createdDateTime", job.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        writer.WriteString("lastUpdatedDateTime", job.Updated.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        if (job.Status == JobStatus.Failed)
        {
            writer.WritePropertyName("error");
            JsonSerializer.Serialize(writer, ApiError.OfFault(job.Fault ?? "internal"), JsonSerializerOptions.Web);
        }

        if (job.Status == JobStatus.Succeeded)
        {
            writer.WritePropertyName("analyzeResult");
            writer.WriteRawValue(await File.ReadAllBytesAsync(store.ResultPath(job.Id), http.RequestAborted), skipInputValidation: true);
        }

        writer.WriteEndObject();
    }
}
