using LearningSociety.App.Intake;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>Signals that arrivals wait for the next revision.</summary>
public sealed class SignalArrival(WakeSignal wake)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(SignalArrival))]
    public Task RunAsync([ActivityTrigger] string dossier, CancellationToken cancellationToken) =>
        wake.SendAsync(DossierId.TryParse(dossier)!, cancellationToken);
}
