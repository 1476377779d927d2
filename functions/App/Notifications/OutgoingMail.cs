namespace LearningSociety.App.Notifications;

/// <summary>A mail to a reader about a revision, as it stands in the outbox.</summary>
/// <param name="Key">The outbox key: {dossier}|{revision}-{reader}.</param>
/// <param name="MessageId">The Message-ID, without angle brackets; always the same for the key.</param>
/// <param name="From">Sender's address.</param>
/// <param name="To">Reader's address.</param>
/// <param name="Blob">Where the message is kept.</param>
/// <param name="IsSent">True once it was handed over.</param>
public sealed record OutgoingMail(OutboxKey Key, string MessageId, string From, string To, string Blob, bool IsSent);

/// <summary>The key of a mail: a dossier's revision and a reader.</summary>
/// <param name="Dossier">The dossier's id; the partition.</param>
/// <param name="Row">Revision and a hash of the reader's address.</param>
public sealed record OutboxKey(string Dossier, string Row)
{
    /// <summary>Makes the key.</summary>
    public static OutboxKey Of(string dossier, int revision, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant()));
        return new(dossier, $"{Storage.TableKeys.Revision(revision)}-{Convert.ToHexStringLower(hash)[..20]}");
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is none.</summary>
    public static OutboxKey? TryParse(string? text) => text?.Split('|') is [{ Length: > 0 } dossier, { Length: > 0 } row] ? new(dossier, row) : null;

    /// <summary>"dossier|row".</summary>
    public override string ToString() => $"{Dossier}|{Row}";
}
