using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Result;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Layout.Work;

/// <summary>Works on analyses in the order they came; after a restart goes on with those that were not finished.</summary>
public sealed partial class JobQueue(JobStore store, FileAnalysis analysis, LayoutSettings settings, TimeProvider clock, ILogger<JobQueue> log) : BackgroundService
{
    private const int MostStarts = 3;
    private readonly Channel<string> waiting = Channel.CreateUnbounded<string>();
    private int places = settings.QueueLength;

    /// <summary>Takes a place in the queue; false when it is full. The place is kept until the analysis ends.</summary>
    public bool TryReserve()
    {
        if (Interlocked.Decrement(ref places) >= 0) return true;
        Interlocked.Increment(ref places);
        return false;
    }

    /// <summary>Gives a place back that was reserved and not used.</summary>
    public void Release() => Interlocked.Increment(ref places);

    /// <summary>Queues an analysis whose file is stored, for a reserved place.</summary>
    public void Enqueue(AnalysisJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        store.Save(job);
        waiting.Writer.TryWrite(job.Id);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var job in store.Open)
        {
            Interlocked.Decrement(ref places);
            waiting.Writer.TryWrite(job.Id);
        }

        var workers = Enumerable.Range(0, FileAnalysis.WorkersOf(settings.Limits)).Select(_ => Task.Run(() => WorkAsync(stoppingToken), stoppingToken));
        try
        {
            await Task.WhenAll([.. workers, ExpireAsync(stoppingToken)]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is how this ends.
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        await foreach (var id in waiting.Reader.ReadAllAsync(stop))
        {
            try
            {
                if (store.Find(id) is { IsFinished: false } job) await WorkAsync(job, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The state on disk says that it is not finished: the next start goes on with it.
                return;
            }
            catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
            {
                LogFault(fault, id);
                GiveUp(id);
            }
            finally
            {
                if (!stop.IsCancellationRequested) Release();
            }
        }
    }

    /// <summary>Fails an analysis. The disk may be what is at fault: then callers are told so while this process lives, and the next start tries again.</summary>
    private void GiveUp(string id)
    {
        if (store.Find(id) is not { } job) return;
        job = job with { Status = JobStatus.Failed, Fault = "internal", Updated = clock.GetUtcNow() };
        try
        {
            store.Save(job);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogFault(fault, id);
            store.Remember(job);
        }
    }

    private async Task WorkAsync(AnalysisJob job, CancellationToken stop)
    {
        job = job with { Status = JobStatus.Running, Starts = job.Starts + 1, Updated = clock.GetUtcNow() };
        if (job.Starts > MostStarts)
        {
            store.Save(job with { Status = JobStatus.Failed, Fault = "internal" });
            return;
        }

        store.Save(job);
        var reading = await analysis.ReadAsync(
            store.InputPath(job.Id), job.Pages is null ? null : PageRanges.Parse(job.Pages), job.Model == Models.Dossier, stop);
        if (reading.Fault is null)
        {
            store.SaveResult(job.Id, stream =>
            {
                using var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
                AnalyzeResult.Write(writer, job.Model, reading.Pages);
            });
        }

        store.Save(job with { Status = reading.Fault is null ? JobStatus.Succeeded : JobStatus.Failed, Fault = reading.Fault, Updated = clock.GetUtcNow() });
        store.DropInput(job.Id);
    }

    private async Task ExpireAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                store.SayAlive(clock.GetUtcNow());
                store.Expire(clock.GetUtcNow() - settings.ResultLifetime);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                LogFault(fault, "expired");
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Analysis {Id} failed inside the server.")]
    private partial void LogFault(Exception fault, string id);
}
