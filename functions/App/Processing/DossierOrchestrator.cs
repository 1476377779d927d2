using System.Collections.Immutable;
using LearningSociety.App.Intake;
using LearningSociety.App.Notifications;
using LearningSociety.App.Processing.Activities;
using LearningSociety.App.Records;
using LearningSociety.Domain.Findings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.App.Processing;

/// <summary>
/// One revision of a dossier from its first file to its report: collects until it is submitted or quiet, reads its files
/// side by side, reports, writes records, queues mails. Whatever fails for good is said in the report or on the dossier.
/// </summary>
public sealed class DossierOrchestrator
{
    /// <summary>The event that wakes a collecting revision.</summary>
    public const string Arrived = "arrived";

    private const int RoundsBeforeRenewal = 50;

    /// <summary>Runs a revision.</summary>
    [Function(nameof(DossierOrchestrator))]
    public async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var task = context.GetInput<RevisionTask>()!;
        try
        {
            if (await CollectAsync(context, task))
                await ProcessAsync(context, task);
        }
        catch (TaskFailedException fault)
        {
            await context.CallActivityAsync(nameof(MarkFailed), new FailureTask(task, fault.TaskName), Retries.Storage);
            throw;
        }
    }

    /// <summary>Waits for the revision to close; false when it is not needed after all, or goes on as a new run.</summary>
    private static async Task<bool> CollectAsync(TaskOrchestrationContext context, RevisionTask task)
    {
        context.SetCustomStatus(new RevisionProgress(nameof(DossierStage.Received), 0, 0));
        // One waiter lives until an event completes it: an abandoned one would swallow the next event.
        var arrived = context.WaitForExternalEvent<string>(Arrived);
        for (var (round, idle) = (0, 0); round < RoundsBeforeRenewal; round++)
        {
            var outcome = await context.CallActivityAsync<ClosingOutcome>(nameof(CloseRevision), task, Retries.Storage);
            if (outcome.Step == RevisionStep.Close)
            {
                if (outcome.MoreWaiting)
                    await context.CallActivityAsync(nameof(SignalArrival), task.Dossier, Retries.Storage);
                return true;
            }

            if (outcome.Step == RevisionStep.Idle && ++idle > 1)
                return false;
            using var timerGone = new CancellationTokenSource();
            var until = outcome.Until?.UtcDateTime ?? context.CurrentUtcDateTime.AddMinutes(1);
            var timer = context.CreateTimer(until, timerGone.Token);
            if (await Task.WhenAny(timer, arrived) != arrived)
                continue;
            timerGone.Cancel();
            arrived = context.WaitForExternalEvent<string>(Arrived);
        }

        context.ContinueAsNew(task);
        return false;
    }

    private static async Task ProcessAsync(TaskOrchestrationContext context, RevisionTask task)
    {
        var files = await context.CallActivityAsync<ImmutableArray<FileTask>>(nameof(BeginReading), task, Retries.Storage);
        var outcomes = await ReadAsync(context, files);

        context.SetCustomStatus(new RevisionProgress(nameof(DossierStage.Checking), files.Length, files.Length));
        var report = new ReportTask(task, outcomes);
        await context.CallActivityAsync(nameof(ComposeReport), report, Retries.Storage);
        await context.CallActivityAsync(nameof(WriteRecords), task, Retries.Storage);
        await context.CallActivityAsync(nameof(ShowRevision), task, Retries.Storage);
        context.SetCustomStatus(new RevisionProgress(nameof(DossierStage.Reported), files.Length, files.Length));

        var mails = await context.CallActivityAsync<ImmutableArray<string>>(nameof(QueueMails), task, Retries.Storage);
        await context.CallActivityAsync(nameof(EndRevision), task, Retries.Storage);
        foreach (var mail in mails)
            await SendAsync(context, mail);
    }

    private static async Task<ImmutableArray<FileOutcome>> ReadAsync(TaskOrchestrationContext context, ImmutableArray<FileTask> files)
    {
        context.SetCustomStatus(new RevisionProgress(nameof(DossierStage.Reading), files.Length, 0));
        var reads = files.Select(file => ReadAsync(context, file)).ToList();
        var open = reads.ToList();
        while (open.Count > 0)
        {
            open.Remove(await Task.WhenAny(open));
            context.SetCustomStatus(new RevisionProgress(nameof(DossierStage.Reading), files.Length, files.Length - open.Count));
        }

        return [.. await Task.WhenAll(reads)];
    }

    private static async Task<FileOutcome> ReadAsync(TaskOrchestrationContext context, FileTask file)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<FileOutcome>(nameof(FileOrchestrator), file);
        }
        catch (TaskFailedException)
        {
            // The other files of the dossier are still read; this one becomes a finding.
            return FileOutcome.Faulty(file.Name, 0, FindingCode.PageUnreadable, "Không đọc được tệp sau nhiều lần thử.");
        }
    }

    private static async Task SendAsync(TaskOrchestrationContext context, string mail)
    {
        try
        {
            await context.CallActivityAsync(nameof(SendMail), mail, Retries.Mail);
        }
        catch (TaskFailedException)
        {
            // The mail stays in the outbox; its sweep goes on trying.
        }
    }
}
