using LearningSociety.App.Processing.Activities;
using LearningSociety.Domain.Findings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LearningSociety.App.Processing;

/// <summary>One file: checked, its pages read by the layout engine, its digital signatures read.</summary>
public sealed class FileOrchestrator
{
    /// <summary>Runs a file.</summary>
    [Function(nameof(FileOrchestrator))]
    public async Task<FileOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var file = context.GetInput<FileTask>()!;
        var outcome = await ReadAsync(context, file);
        await context.CallActivityAsync(nameof(NoteFileRead), new FileProgressTask(file, outcome), Retries.Storage);
        return outcome;
    }

    private static async Task<FileOutcome> ReadAsync(TaskOrchestrationContext context, FileTask file)
    {
        if (file.Fault is { } fault)
            return FileOutcome.Faulty(file.Name, 0, fault, file.Reason);
        var check = await context.CallActivityAsync<FileCheck>(nameof(CheckFile), file, Retries.Storage);
        if (check.Fault is { } wrong)
            return FileOutcome.Faulty(file.Name, check.Pages, wrong, check.Reason);

        string? layout = null, seals = null;
        foreach (var role in check.Layouts)
        {
            var read = await LayoutAsync(context, file, role);
            if (read.Blob is null)
                return FileOutcome.Faulty(file.Name, check.Pages, read.Damaged ? FindingCode.FileDamaged : FindingCode.PageUnreadable, read.Reason);
            (layout, seals) = (read.Blob, layout);
            // Between two engines: a secrecy stamp keeps the document from the second one.
            if (role != check.Layouts[^1] && await context.CallActivityAsync<bool>(nameof(FindSecrecy), new SecrecyTask(file, layout), Retries.Storage))
                break;
        }

        var signatures = await context.CallActivityAsync<string>(nameof(ReadSignatures), file, Retries.Storage);
        return new(file.Name, check.Pages, layout, seals, signatures);
    }

    private static async Task<LayoutOutcome> LayoutAsync(TaskOrchestrationContext context, FileTask file, LayoutRole role)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<LayoutOutcome>(nameof(LayoutOrchestrator), new LayoutTask(file, role));
        }
        catch (TaskFailedException)
        {
            return LayoutOutcome.Unread("Bộ phận đọc trang không trả lời sau nhiều lần thử.");
        }
    }
}
