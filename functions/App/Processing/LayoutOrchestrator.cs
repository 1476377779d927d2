using LearningSociety.App.Processing.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.App.Processing;

/// <summary>Which engine reads a file.</summary>
public enum LayoutRole
{
    /// <summary>The layout engine alone; nobody looks for seals.</summary>
    Layout,

    /// <summary>The engine that looks for seals and handwriting too.</summary>
    Seals,
}

/// <summary>A file to be read by an engine, with how far that is.</summary>
/// <param name="File">The file.</param>
/// <param name="Role">The engine.</param>
/// <param name="Operation">The analysis under way; null before the first.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="Attempts">Analyses started.</param>
/// <param name="Pauses">Waits because the engine was busy.</param>
public sealed record LayoutTask(FileTask File, LayoutRole Role, string? Operation = null, DateTime StartedAt = default, int Attempts = 0, int Pauses = 0);

/// <summary>What became of it: a blob, or a reason in Vietnamese.</summary>
public sealed record LayoutOutcome(string? Blob, string Reason, bool Damaged)
{
    /// <summary>The layout is kept.</summary>
    public static LayoutOutcome Kept(string blob) => new(blob, "", false);

    /// <summary>The engine gave up.</summary>
    public static LayoutOutcome Unread(string reason) => new(null, reason, false);

    /// <summary>The engine says that the file is damaged.</summary>
    public static LayoutOutcome Broken(string reason) => new(null, reason, true);
}

/// <summary>
/// Starts an analysis and polls it by durable timers: no activity ever sits waiting for recognition. An analysis that the
/// engine forgot (404) is started again, a busy engine (429) is given the time it asks for; all within bounds.
/// </summary>
public sealed class LayoutOrchestrator
{
    private const int MaxAttempts = 8;
    private const int MaxPauses = 2000;
    private const int StepsBeforeRenewal = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Runs an analysis.</summary>
    [Function(nameof(LayoutOrchestrator))]
    public async Task<LayoutOutcome?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var task = context.GetInput<LayoutTask>()!;
        for (var step = 0; step < StepsBeforeRenewal; step++)
        {
            if (task.Operation is null)
            {
                if (task.Attempts >= MaxAttempts)
                    return LayoutOutcome.Unread($"Đã thử đọc {task.Attempts} lần mà không xong.");
                var start = await context.CallActivityAsync<LayoutStart>(nameof(StartLayout), task, Retries.Engine);
                if (start.Outcome is not null)
                    return start.Outcome;
                if (start.Operation is null)
                {
                    if (task.Pauses >= MaxPauses)
                        return LayoutOutcome.Unread("Bộ phận đọc trang quá tải trong thời gian dài.");
                    task = task with { Pauses = task.Pauses + 1 };
                    await context.CreateTimer(TimeSpan.FromSeconds(start.RetryAfterSeconds), CancellationToken.None);
                    continue;
                }

                task = task with { Operation = start.Operation, StartedAt = context.CurrentUtcDateTime, Attempts = task.Attempts + 1 };
            }

            await context.CreateTimer(Pause(context.CurrentUtcDateTime - task.StartedAt), CancellationToken.None);
            var poll = await context.CallActivityAsync<LayoutPoll>(nameof(PollLayout), task, Retries.Engine);
            if (poll.Outcome is not null)
                return poll.Outcome;
            if (poll.IsLost || context.CurrentUtcDateTime - task.StartedAt > Longest)
                task = task with { Operation = null };
        }

        context.ContinueAsNew(task);
        return null;
    }

    // Digital pages are done in a second; a long scan need not be asked after every second.
    private static TimeSpan Pause(TimeSpan waited) => waited.TotalSeconds switch
    {
        < 3 => TimeSpan.FromMilliseconds(400),
        < 20 => TimeSpan.FromSeconds(1),
        < 120 => TimeSpan.FromSeconds(2),
        _ => TimeSpan.FromSeconds(5),
    };
}
