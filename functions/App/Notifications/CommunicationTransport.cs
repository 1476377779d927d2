using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LearningSociety.App.Notifications;

/// <summary>
/// Hands mails to Azure Communication Services by its REST interface (2023-03-31), signed in with an identity. The operation's id
/// follows from the outbox key, so that handing a mail over again starts nothing new. Whether it arrived stands in the service's logs.
/// </summary>
public sealed class CommunicationTransport : IMailTransport
{
    private const string Scope = "https://communication.azure.com/.default";
    private readonly HttpPipeline pipeline;
    private readonly Uri address;

    /// <summary>Makes the way out.</summary>
    /// <param name="endpoint">Address of the resource.</param>
    /// <param name="credential">The identity.</param>
    /// <param name="transport">How requests travel; null for the usual way.</param>
    public CommunicationTransport(Uri endpoint, TokenCredential credential, HttpPipelineTransport? transport = null)
    {
        // With the slash: without it, "emails:" would be a scheme.
        address = new(endpoint, "/emails:send?api-version=2023-03-31");
        var options = new Options();
        // The outbox waits longer than a client should.
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromMinutes(1);
        if (transport is not null)
            options.Transport = transport;
        pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, MailParts parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(parts);
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(address);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Operation-Id", OperationId(mail.Key).ToString("D"));
        message.Request.Content = RequestContent.Create(Body(parts));
        await pipeline.SendAsync(message, cancellationToken);
        // 409: the operation is known, so an earlier try got through.
        if (message.Response.Status is 202 or 409)
            return;
        var refusal = new RequestFailedException(message.Response);
        throw refusal.Status is 429 or 503 ? new MailServiceBusyException("The mail service takes no more mails for now.", refusal) : refusal;
    }

    /// <summary>The id of handing a mail over, always the same for the key.</summary>
    public static Guid OperationId(OutboxKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())).AsSpan(0, 16));
    }

    private static byte[] Body(MailParts parts) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        senderAddress = parts.From,
        recipients = new { to = new[] { new { address = parts.To, displayName = parts.ToName } } },
        content = new { subject = parts.Content.Subject, plainText = parts.Content.Text, html = parts.Content.Html },
        headers = new Dictionary<string, string> { ["Message-ID"] = $"<{parts.MessageId}>", ["Auto-Submitted"] = "auto-generated" },
        userEngagementTrackingDisabled = true,
    });

    private sealed class Options : ClientOptions;
}
