using Azure;
using Azure.Storage.Blobs;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Blobs;

/// <summary>How often a failing blob is tried, and how long after a failure.</summary>
internal sealed record RetryRule(int MaxAttempts, TimeSpan FirstDelay)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    public TimeSpan DelayAfter(int failures) => TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << Math.Min(failures - 1, 10)));
}

/// <summary>Delivers one blob version to its function: once when that succeeds, a few times when it fails, then to the poison records.</summary>
internal sealed class BlobDelivery(
    FunctionDescriptor function, BlobPathPattern path, BlobContainerClient container, ReceiptStore receipts, PoisonRecords poison,
    RetryRule rule, SemaphoreSlim slots, IFunctionInvoker invoker, TimeProvider time, ILogger logger)
{
    /// <summary>Ends when the version is delivered, given up or gone. A slot is held only while the function runs, not between attempts.</summary>
    public async Task RunAsync(BlobVersion blob, IReadOnlyDictionary<string, string> tokens, CancellationToken stopping)
    {
        while (true)
        {
            Receipt receipt;
            await slots.WaitAsync(stopping);
            try
            {
                receipt = await AttemptAsync(blob, tokens, stopping);
            }
            finally
            {
                slots.Release();
            }

            if (receipt.Completed) return;
            await Task.Delay(rule.DelayAfter(receipt.Failures), time, stopping);
        }
    }

    private async Task<Receipt> AttemptAsync(BlobVersion blob, IReadOnlyDictionary<string, string> tokens, CancellationToken stopping)
    {
        var receipt = await receipts.ReadAsync(blob, stopping);
        if (receipt.Completed) return receipt;

        var failure = await TryDeliverAsync(blob, tokens, receipt.Failures, stopping);
        if (failure is null) receipt = receipt with { Completed = true };
        else receipt = await FailedAsync(blob, receipt with { Failures = receipt.Failures + 1 }, failure, stopping);
        // What was delivered is recorded even while the host stops: otherwise it would be delivered again.
        await receipts.WriteAsync(blob, receipt, CancellationToken.None);
        return receipt;
    }

    private async Task<Receipt> FailedAsync(BlobVersion blob, Receipt receipt, Exception failure, CancellationToken stopping)
    {
        if (receipt.Failures < rule.MaxAttempts)
        {
            logger.LogWarning(failure, "{Function} failed on {Container}/{Blob} (attempt {Count} of {Max}); trying again.",
                function.Name, path.Container, blob.Name, receipt.Failures, rule.MaxAttempts);
            return receipt;
        }

        var record = await poison.AddAsync(function.Name, path.Container, blob, failure, time.GetUtcNow(), stopping);
        logger.LogError(failure, "{Function} failed {Count} times on {Container}/{Blob}; given up until the blob changes. Recorded as {PoisonContainer}/{Record}.",
            function.Name, receipt.Failures, path.Container, blob.Name, PoisonRecords.Container, record);
        return receipt with { Completed = true };
    }

    private async Task<Exception?> TryDeliverAsync(BlobVersion blob, IReadOnlyDictionary<string, string> tokens, int failures, CancellationToken stopping)
    {
        object? content;
        try
        {
            content = await BlobContent.ReadAsync(container, blob, function.Trigger.ParameterType, stopping);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Taken away, or replaced by a version that is delivered by itself.
            return null;
        }

        try
        {
            await invoker.InvokeAsync(function, content, context =>
            {
                context.Features.Set(new TriggerData(DataOf(blob, tokens)));
                context.Features.Set(new RetryData(failures, rule.MaxAttempts - 1));
            }, stopping);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            return e;
        }
        finally
        {
            (content as IDisposable)?.Dispose();
        }
    }

    private Dictionary<string, object?> DataOf(BlobVersion blob, IReadOnlyDictionary<string, string> tokens)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["BlobTrigger"] = $"{path.Container}/{blob.Name}",
            ["Uri"] = container.GetBlobClient(blob.Name).Uri,
        };
        foreach (var (token, value) in tokens) data[token] = value;
        return data;
    }
}
