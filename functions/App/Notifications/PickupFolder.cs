namespace LearningSociety.App.Notifications;

/// <summary>Puts mails into a folder as .eml files. The file's name follows from the outbox key: a mail is there once, however often it is sent.</summary>
public sealed class PickupFolder(string folder) : IMailTransport
{
    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, MailParts parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(parts);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName(mail.Key));
        if (File.Exists(path))
            return;
        // Readers see a whole mail or none: written beside, flushed, then renamed.
        var partial = Path.Combine(folder, $".{Guid.NewGuid():n}.part");
        try
        {
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(MimeMessage.Write(parts), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>The file's name for a key.</summary>
    public static string FileName(OutboxKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $"{key.Dossier}-{key.Row}.eml";
    }
}
