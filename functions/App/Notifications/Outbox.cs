using System.Collections.Immutable;
using Azure.Data.Tables;
using LearningSociety.App.Storage;

namespace LearningSociety.App.Notifications;

/// <summary>Mails to send and sent. A mail's message is written before its row, and its row stays: a repeat finds it as it was.</summary>
public sealed class Outbox(StoragePlaces places, JsonBlobs blobs, PendingWork pending)
{
    /// <summary>Puts a mail in, unless it is there.</summary>
    public async Task PutAsync(OutgoingMail mail, MailParts parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (await FindAsync(mail.Key, cancellationToken) is not null)
            return;
        await blobs.WriteOnceAsync(Containers.Outbox, mail.Blob, parts, cancellationToken);
        await pending.PutAsync(PendingWork.Mails, mail.Key.ToString(), cancellationToken);
        var row = new TableEntity(mail.Key.Dossier, mail.Key.Row) { ["MessageId"] = mail.MessageId, ["From"] = mail.From, ["To"] = mail.To, ["Blob"] = mail.Blob, ["IsSent"] = false };
        await (await places.TableAsync(Tables.Outbox, cancellationToken)).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The mail of a key; null when there is none.</summary>
    public async Task<OutgoingMail?> FindAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var row = await (await places.TableAsync(Tables.Outbox, cancellationToken)).GetEntityIfExistsAsync<TableEntity>(key.Dossier, key.Row, cancellationToken: cancellationToken);
        return row.HasValue ? From(row.Value!) : null;
    }

    /// <summary>All mails of a dossier.</summary>
    public async Task<ImmutableArray<OutgoingMail>> OfAsync(string dossier, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<OutgoingMail>();
        var table = await places.TableAsync(Tables.Outbox, cancellationToken);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {dossier}"), cancellationToken: cancellationToken))
            found.Add(From(row));
        return found.ToImmutable();
    }

    /// <summary>What a mail is made of.</summary>
    /// <exception cref="InvalidOperationException">It is gone.</exception>
    public async Task<MailParts> PartsAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return await blobs.ReadAsync<MailParts>(Containers.Outbox, mail.Blob, cancellationToken) ?? throw new InvalidOperationException($"The message {mail.Blob} is gone from the outbox.");
    }

    /// <summary>Notes that a mail was handed over.</summary>
    public async Task SentAsync(OutgoingMail mail, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var row = new TableEntity(mail.Key.Dossier, mail.Key.Row) { ["IsSent"] = true, ["SentAt"] = at };
        await (await places.TableAsync(Tables.Outbox, cancellationToken)).UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
        if (await pending.FindAsync(PendingWork.Mails, mail.Key.ToString(), cancellationToken) is { } item)
            await pending.RemoveAsync(item, cancellationToken);
    }

    private static OutgoingMail From(TableEntity row) => new(
        new(row.PartitionKey, row.RowKey), row.GetString("MessageId") ?? "", row.GetString("From") ?? "", row.GetString("To") ?? "", row.GetString("Blob") ?? "", row.GetBoolean("IsSent") ?? false);
}
