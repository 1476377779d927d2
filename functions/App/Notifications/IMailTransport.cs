namespace LearningSociety.App.Notifications;

/// <summary>Hands mails over. Handing one over again is allowed: its Message-ID makes it known as the same.</summary>
public interface IMailTransport
{
    /// <summary>Hands a mail over.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="parts">What it is made of.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="MailServiceBusyException">The service takes no more mails for now.</exception>
    Task SendAsync(OutgoingMail mail, MailParts parts, CancellationToken cancellationToken);
}

/// <summary>The mail service takes no more mails for now. Every further try would count against its limit.</summary>
public sealed class MailServiceBusyException(string message, Exception inner) : Exception(message, inner);
