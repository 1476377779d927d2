using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Registers;

/// <summary>Carries an import of offices to its end at start, when the process before ended in the middle of one.</summary>
public sealed class UnfinishedImport(OfficeRegister offices, ILogger<UnfinishedImport> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await offices.FinishAsync(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Not fatal: the next import or start tries again.
            log.LogWarning("An import of offices could not be carried to its end: {Reason}", fault.Message);
        }
    }
}
