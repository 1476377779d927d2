using System.Globalization;
using Azure;
using LearningSociety.App.Intake;
using LearningSociety.App.Processing.Layouts;
using LearningSociety.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>What became of starting an analysis: it is done already or refused (outcome), started (operation), or the engine is busy.</summary>
public sealed record LayoutStart(LayoutOutcome? Outcome, string? Operation, int RetryAfterSeconds);

/// <summary>Starts an analysis, unless the layout of the same content is kept.</summary>
public sealed class StartLayout(LayoutEngines engines, OriginalStore originals, JsonBlobs blobs)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(StartLayout))]
    public async Task<LayoutStart> RunAsync([ActivityTrigger] LayoutTask task, CancellationToken cancellationToken)
    {
        var engine = engines.Of(task.Role);
        var kept = engine.Blob(task.File.Sha256, task.File.Engine);
        if (await blobs.ExistsAsync(Containers.Work, kept, cancellationToken))
            return new(LayoutOutcome.Kept(kept), null, 0);
        var original = await originals.ReadAsync(task.File.Blob, cancellationToken);
        if (original is null)
            return new(LayoutOutcome.Broken("Nội dung tệp đã bị xóa khỏi hệ thống."), null, 0);
        try
        {
            var operation = await engine.Client.AnalyzeDocumentAsync(WaitUntil.Started, engine.Model, new MemoryStream(original), cancellationToken: cancellationToken);
            return new(null, operation.Id, 0);
        }
        catch (RequestFailedException fault) when (fault.Status is 429 or 503)
        {
            return new(null, null, RetryAfter(fault));
        }
        catch (RequestFailedException fault) when (fault.Status is 400 or 413 or 415 or 422)
        {
            return new(LayoutOutcome.Broken($"Bộ phận đọc trang từ chối tệp ({fault.ErrorCode ?? fault.Status.ToString(CultureInfo.InvariantCulture)})."), null, 0);
        }
    }

    /// <summary>Seconds that a busy engine asks to wait; 2 when it does not say.</summary>
    internal static int RetryAfter(RequestFailedException fault) =>
        fault.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Clamp(seconds, 1, 300)
            : 2;
}
