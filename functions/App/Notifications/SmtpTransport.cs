using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using LearningSociety.App.Settings;

namespace LearningSociety.App.Notifications;

/// <summary>Hands mails to an SMTP server. A mail may arrive twice after a crash; both bear the same Message-ID.</summary>
public sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, MailParts parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parts);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
        if (settings.User is not null)
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var message = Message(parts);
        // The client's own time limit does not hold for asynchronous sending.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        await client.SendMailAsync(message, limit.Token);
    }

    private static MailMessage Message(MailParts parts)
    {
        var message = new MailMessage
        {
            From = new(parts.From, parts.FromName, Encoding.UTF8),
            Subject = parts.Content.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(parts.To, parts.ToName, Encoding.UTF8));
        message.Headers.Add("Message-ID", $"<{parts.MessageId}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(View(parts.Content.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(parts.Content.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
