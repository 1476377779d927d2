using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Extraction;
using LearningSociety.Extraction.Layouts;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>A file with the layout read in the country.</summary>
public sealed record SecrecyTask(FileTask File, string Layout);

/// <summary>Looks for a secrecy stamp before a document leaves for an engine elsewhere.</summary>
public sealed class FindSecrecy(JsonBlobs blobs, Catalogue catalogue, TimeProvider clock)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(FindSecrecy))]
    public async Task<bool> RunAsync([ActivityTrigger] SecrecyTask task, CancellationToken cancellationToken)
    {
        var layout = await blobs.ReadAsync<FileLayout>(Containers.Work, task.Layout, cancellationToken)
            ?? throw new InvalidOperationException($"The layout {task.Layout} of '{task.File.Name}' is gone.");
        var dossier = DossierId.TryParse(task.File.Dossier)!;
        // Only the stamp is asked for: name and day of the dossier play no part in it.
        var facts = new DossierFacts(task.File.Dossier, dossier.Kind, dossier.Office, dossier.Office, dossier.Year, 1, DateOnly.FromDateTime(clock.GetUtcNow().Date));
        var reading = DossierExtraction.Read(catalogue, facts, [new(task.File.Name, layout.Pages.Length, layout, [], [])]);
        return reading.Files.Any(SecretFiles.IsSecret);
    }
}
