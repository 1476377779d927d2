using System.Collections.Immutable;
using LearningSociety.App.Intake;
using LearningSociety.App.Processing;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Review;
using LearningSociety.App.Settings;
using LearningSociety.Domain.Dossiers;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Notifications;

/// <summary>Puts one mail a reader into the outbox; gives the keys of those to send.</summary>
public sealed class QueueMails(ReportStore reports, RevisionStore revisions, IReaderRegister readers, PinnedCatalogue pinned, Outbox outbox, AppSettings settings)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(QueueMails))]
    public async Task<ImmutableArray<string>> RunAsync([ActivityTrigger] RevisionTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        var dossier = DossierId.TryParse(task.Dossier)!;
        var report = (await reports.ReadAsync(dossier, task.Revision, cancellationToken))!;
        var manifest = (await revisions.ReadAsync(dossier, task.Revision, cancellationToken))!;
        var link = settings.PublicUrl is { } url ? new Uri(url, $"dossiers/{dossier}/report") : null;
        var content = ReportMailComposer.Compose(report, await pinned.OfAsync(task.Catalogue, cancellationToken), link);
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var reader in await readers.ForAsync(dossier.Kind, dossier.Office, cancellationToken))
        {
            var key = OutboxKey.Of(task.Dossier, task.Revision, reader.Address);
            var id = $"{key.Dossier}.{key.Row}@{settings.Mail.From[(settings.Mail.From.IndexOf('@') + 1)..]}";
            var mail = new OutgoingMail(key, id, settings.Mail.From, reader.Address, $"{key.Dossier}/{key.Row}.json", false);
            // The revision's own time, so that writing the mail again gives the same bytes.
            await outbox.PutAsync(mail, new(settings.Mail.From, settings.Mail.FromName, reader.Address, reader.Name, id, manifest.ClosedAt, content), cancellationToken);
            keys.Add(key.ToString());
        }

        return keys.ToImmutable();
    }
}
