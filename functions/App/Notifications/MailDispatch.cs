using LearningSociety.App.Storage;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Notifications;

/// <summary>Hands mails of the outbox over, each until it is noted as sent.</summary>
public sealed class MailDispatch(Outbox outbox, IMailTransport transport, PendingWork pending, TimeProvider clock, ILogger<MailDispatch> log)
{
    /// <summary>Hands one mail over, unless that was done. Throws when the transport fails, to be tried again; what a busy service does not take is left to the sweep.</summary>
    public async Task SendAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        try
        {
            await HandOverAsync(key, cancellationToken);
        }
        catch (MailServiceBusyException fault)
        {
            LogLeft(key.ToString(), fault);
        }
    }

    private async Task HandOverAsync(OutboxKey key, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(key, cancellationToken) is not { } mail)
            return;
        if (!mail.IsSent)
            await transport.SendAsync(mail, await outbox.PartsAsync(mail, cancellationToken), cancellationToken);
        await outbox.SentAsync(mail, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Hands over what was left behind for a while, until the service takes no more: the next sweep goes on.</summary>
    public async Task SweepAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - age;
        await foreach (var item in pending.ListAsync(PendingWork.Mails, cancellationToken))
        {
            if (item.ChangedAt > before || OutboxKey.TryParse(item.Key) is not { } key)
                continue;
            try
            {
                await HandOverAsync(key, cancellationToken);
            }
            catch (MailServiceBusyException fault)
            {
                LogLeft(item.Key, fault);
                return;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                LogLeft(item.Key, fault);
            }
        }
    }

    private void LogLeft(string key, Exception fault) => log.LogWarning("The mail {Key} could not be sent yet: {Reason}", key, fault.Message);
}
