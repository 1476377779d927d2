using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Blobs;

/// <summary>Watches one container for one function by listing it, and delivers each version found.</summary>
internal sealed class BlobWatch(
    string functionName, BlobPathPattern path, BlobContainerClient container, BlobDelivery delivery, ReceiptStore receipts,
    TimeSpan interval, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // Versions under way have no number; those done carry the number of the listing under way when they were done.
    private readonly ConcurrentDictionary<BlobVersion, int?> _known = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private int _listing;

    public async Task RunAsync(CancellationToken stopping)
    {
        var silent = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var found = await ListAsync(stopping);
                if (silent > 0) logger.LogInformation("{Function}: the storage of {Container} answers again.", functionName, path.Container);
                silent = 0;
                // Where something was found there is often more.
                if (!found) await Task.Delay(interval, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                if (silent++ == 0) logger.LogWarning("{Function}: the storage of {Container} does not answer ({Reason}); trying again.", functionName, path.Container, FirstLine(e.Message));
                var pause = interval * Math.Min(silent, 10);
                await Task.Delay(pause < LongestPause ? pause : LongestPause, time, CancellationToken.None).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_running.Keys);
    }

    private async Task<bool> ListAsync(CancellationToken stopping)
    {
        var number = Interlocked.Increment(ref _listing);
        var present = new HashSet<BlobVersion>();
        var found = false;
        try
        {
            await foreach (var item in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, path.Prefix, stopping))
            {
                if (path.Match(item.Name) is not { } tokens || item.Properties.ETag is not { } etag) continue;
                var blob = new BlobVersion(item.Name, etag.ToString().Trim('"'));
                present.Add(blob);
                if (_known.ContainsKey(blob)) continue;
                found = true;
                Start(blob, tokens, stopping);
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // No container yet: nothing has arrived.
        }

        await ForgetAsync(number, present, stopping);
        return found;
    }

    private void Start(BlobVersion blob, IReadOnlyDictionary<string, string> tokens, CancellationToken stopping)
    {
        _known[blob] = null;
        var task = Task.Run(() => DeliverAsync(blob, tokens, stopping), CancellationToken.None);
        _running[task] = 0;
        _ = task.ContinueWith(t => _running.TryRemove(t, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task DeliverAsync(BlobVersion blob, IReadOnlyDictionary<string, string> tokens, CancellationToken stopping)
    {
        try
        {
            await delivery.RunAsync(blob, tokens, stopping);
            _known[blob] = Volatile.Read(ref _listing);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Delivered again after the next start.
        }
        catch (Exception e)
        {
            // The records could not be kept: the blob counts as not delivered and is found again.
            logger.LogWarning("{Function}: {Container}/{Blob} is delivered again, because its receipt could not be kept ({Reason}).", functionName, path.Container, blob.Name, FirstLine(e.Message));
            await Task.Delay(interval, time, CancellationToken.None);
            _known.TryRemove(blob, out _);
        }
    }

    // A listing begun after a version was done and without it proves that the version is gone, and its receipt useless.
    private async Task ForgetAsync(int listing, HashSet<BlobVersion> present, CancellationToken stopping)
    {
        foreach (var (blob, done) in _known)
        {
            if (done is not { } number || number >= listing || present.Contains(blob)) continue;
            await receipts.DeleteAsync(blob, stopping);
            _known.TryRemove(blob, out _);
        }
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();
}
