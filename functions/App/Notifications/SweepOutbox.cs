using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Notifications;

/// <summary>Every five minutes: hands over mails that were left behind by a crash or a mail server that was down.</summary>
public sealed class SweepOutbox(MailDispatch dispatch)
{
    private static readonly TimeSpan LeftBehind = TimeSpan.FromMinutes(5);

    /// <summary>Runs by the clock.</summary>
    [Function(nameof(SweepOutbox))]
    public Task RunAsync([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => dispatch.SweepAsync(LeftBehind, cancellationToken);
}
