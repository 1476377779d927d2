using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>
/// One host at a time works on a store: a row says which, and is renewed by it. Another host takes it over when it has
/// not been renewed for some time by its own clock, or at once when the process that holds it is of this machine and gone.
/// </summary>
internal sealed class HostLease(TableClient table, TimeSpan leaseTime, ILogger logger)
{
    // Instance ids cannot begin with @, so no instance is in the way.
    private const string Partition = "@host";
    private const string Row = "lease";

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private ETag _etag;

    /// <summary>Waits until this host holds the store.</summary>
    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        var (seen, since, told) = (default(ETag), Stopwatch.GetTimestamp(), false);
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
            var holder = found.HasValue ? found.Value : null;
            if (holder is not null && holder.ETag != seen)
                (seen, since) = (holder.ETag, Stopwatch.GetTimestamp());
            var free = holder is null || IsGone(holder) || Stopwatch.GetElapsedTime(since) >= leaseTime;
            if (free && await TryTakeAsync(holder, cancellationToken))
                return;
            if (!free && !told)
            {
                told = true;
                logger.LogWarning(
                    "Another host (process {Process} on {Machine}) works on these orchestrations. This one waits until it has ended.",
                    holder!.GetInt32("Process"), holder.GetString("Machine"));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    /// <summary>Renews the lease until it is lost.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var renewed = Stopwatch.GetTimestamp();
        while (true)
        {
            await Task.Delay(leaseTime / 4, cancellationToken);
            try
            {
                var answer = await table.UpdateEntityAsync(Describe(), _etag, TableUpdateMode.Replace, cancellationToken);
                _etag = answer.Headers.ETag!.Value;
                renewed = Stopwatch.GetTimestamp();
            }
            catch (Exception failure) when (InstanceStore.IsPassing(failure, cancellationToken))
            {
                if (await IsOursAsync(cancellationToken) is { } etag)
                    _etag = etag;
                else if (failure is RequestFailedException { Status: 404 or 412 })
                    return;
                // While the store cannot be reached nobody else can take it either; writes are guarded by their ETags.
                logger.LogWarning(failure, "The hold on the orchestration store was last renewed {Seconds:F0} s ago; trying on.", Stopwatch.GetElapsedTime(renewed).TotalSeconds);
            }
        }
    }

    /// <summary>Gives the store free, so that the next host need not wait.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, Row, _etag, cancellationToken);
        }
        catch (Exception failure) when (failure is RequestFailedException or IOException or AggregateException or OperationCanceledException)
        {
            logger.LogInformation("The hold on the orchestration store could not be given back; it runs out by itself.");
        }
    }

    private async Task<bool> TryTakeAsync(TableEntity? holder, CancellationToken cancellationToken)
    {
        try
        {
            var answer = holder is null
                ? await table.AddEntityAsync(Describe(), cancellationToken)
                : await table.UpdateEntityAsync(Describe(), holder.ETag, TableUpdateMode.Replace, cancellationToken);
            _etag = answer.Headers.ETag!.Value;
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private async Task<ETag?> IsOursAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
            return found.HasValue && found.Value!.GetString("Owner") == _owner ? found.Value.ETag : null;
        }
        catch (Exception failure) when (InstanceStore.IsPassing(failure, cancellationToken))
        {
            return _etag;
        }
    }

    private TableEntity Describe()
    {
        using var process = Process.GetCurrentProcess();
        return new TableEntity(Partition, Row)
        {
            ["Owner"] = _owner,
            ["Machine"] = Machine(),
            ["Process"] = Environment.ProcessId,
            ["Begun"] = new DateTimeOffset(process.StartTime.ToUniversalTime()),
            ["Renewed"] = DateTimeOffset.UtcNow,
        };
    }

    private static bool IsGone(TableEntity holder)
    {
        if (holder.GetString("Machine") != Machine() || holder.GetInt32("Process") is not { } id)
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            // A number may have been given to another process; start times are known to within a second or so.
            return holder.GetDateTimeOffset("Begun") is { } begun && (process.StartTime.ToUniversalTime() - begun).Duration() > TimeSpan.FromSeconds(5);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Process numbers mean something only within their namespace: a container's are its own.
    private static string Machine()
    {
        var space = File.Exists("/proc/self/ns/pid") ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        return $"{Environment.MachineName} {space}".Trim();
    }
}
