using Azure;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using LearningSociety.App.Processing.Layouts;
using LearningSociety.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>How an analysis stands: done or failed (outcome), lost, or still running.</summary>
public sealed record LayoutPoll(LayoutOutcome? Outcome, bool IsLost);

/// <summary>Asks once after an analysis; keeps the layout when it is done.</summary>
public sealed class PollLayout(LayoutEngines engines, JsonBlobs blobs)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(PollLayout))]
    public async Task<LayoutPoll> RunAsync([ActivityTrigger] LayoutTask task, CancellationToken cancellationToken)
    {
        var engine = engines.Of(task.Role);
        var operation = new AnalyzeDocumentOperation(task.Operation, engine.Client);
        try
        {
            await operation.UpdateStatusAsync(cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return new(null, true);
        }
        catch (RequestFailedException fault) when (fault.Status is 429 or 503)
        {
            return new(null, false);
        }
        catch (RequestFailedException fault) when (operation.HasCompleted)
        {
            // The engine has tried and cannot: it says why.
            return new(IsDamage(fault.ErrorCode)
                ? LayoutOutcome.Broken("Tệp hỏng hoặc không mở được để đọc trang.")
                : LayoutOutcome.Unread($"Bộ phận đọc trang không đọc được tệp ({fault.ErrorCode ?? "không rõ lý do"})."), false);
        }

        if (!operation.HasCompleted)
            return new(null, false);
        var layout = LayoutMapping.Map(operation.Value, task.File.Sha256, engine.Model, task.File.Engine, engine.LooksForInk);
        var kept = engine.Blob(task.File.Sha256, task.File.Engine);
        await blobs.WriteAsync(Containers.Work, kept, layout, cancellationToken);
        return new(LayoutOutcome.Kept(kept), false);
    }

    private static bool IsDamage(string? code) =>
        code is "InvalidContent" or "InvalidRequest" or "UnsupportedContent" or "InvalidContentDimensions" or "InvalidContentLength" or "NotSupported";
}
