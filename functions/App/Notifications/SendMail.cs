using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Notifications;

/// <summary>Hands one mail over.</summary>
public sealed class SendMail(MailDispatch dispatch)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(SendMail))]
    public Task RunAsync([ActivityTrigger] string key, CancellationToken cancellationToken) =>
        OutboxKey.TryParse(key) is { } known ? dispatch.SendAsync(known, cancellationToken) : Task.CompletedTask;
}
