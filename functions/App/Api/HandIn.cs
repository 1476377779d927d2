using LearningSociety.App.Intake;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Api;

/// <summary>What became of one file: a receipt or a problem.</summary>
public sealed record FileOutcome(string File, IntakeReceipt? Receipt, Problem? Problem);

/// <summary>Hands files to the intake one by one, so that one that is refused takes no other down.</summary>
public sealed class HandIn(IDossierIntake intake)
{
    /// <summary>Hands in one file.</summary>
    public async Task<FileOutcome> AcceptAsync(DossierId dossier, string name, Stream content, CancellationToken cancellationToken)
    {
        var outcome = await intake.AcceptAsync(dossier, name, content, cancellationToken);
        return outcome.Problem is { } refusal ? new(name, null, Problem.Of(refusal, name)) : new(outcome.Receipt!.File ?? name, outcome.Receipt, null);
    }
}
