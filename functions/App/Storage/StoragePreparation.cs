using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Storage;

/// <summary>Makes containers and tables at start, so that the first upload does not pay for it.</summary>
public sealed class StoragePreparation(StoragePlaces places, ILogger<StoragePreparation> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await places.PrepareAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Not fatal: the first use tries again, and says so to whoever asked.
            log.LogWarning("Storage is not ready yet: {Reason}", fault.Message);
        }
    }
}
