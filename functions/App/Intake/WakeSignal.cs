using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Intake;

/// <summary>
/// Tells a dossier that something arrived, by a small blob whose trigger starts or wakes the orchestration. A lost or
/// doubled signal does no harm: the arrival's row counts, and the sweep looks for rows that nobody took.
/// </summary>
public sealed class WakeSignal(StoragePlaces places, TimeProvider clock)
{
    /// <summary>Sends the signal.</summary>
    public async Task SendAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        var container = await places.ContainerAsync(Containers.Wake, cancellationToken);
        await container.GetBlobClient($"{dossier}").UploadAsync(BinaryData.FromString(clock.GetUtcNow().ToString("O")), overwrite: true, cancellationToken);
    }
}
