using System.Collections.Immutable;
using LearningSociety.App.Intake;
using LearningSociety.App.Pdf;
using LearningSociety.App.Records;
using LearningSociety.App.Settings;
using LearningSociety.Domain.Findings;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Processing.Activities;

/// <summary>What a first look at a file gives: its pages and who is to read them, or what is wrong.</summary>
public sealed record FileCheck(int Pages, ImmutableArray<LayoutRole> Layouts, FindingCode? Fault, string Reason);

/// <summary>Looks whether a file is a PDF that can be read.</summary>
public sealed class CheckFile(OriginalStore originals, FileProgress progress, AppSettings settings)
{
    /// <summary>Runs the activity.</summary>
    [Function(nameof(CheckFile))]
    public async Task<FileCheck> RunAsync([ActivityTrigger] FileTask file, CancellationToken cancellationToken)
    {
        var bytes = await originals.ReadAsync(file.Blob, cancellationToken);
        if (bytes is null)
            return new(0, [], FindingCode.SecretDocument, "Nội dung tệp đã bị xóa khỏi hệ thống.");
        var inspection = PdfInspector.Inspect(bytes);
        await progress.NoteAsync(file, inspection.Pages, "reading", [], cancellationToken);
        if (inspection.Fault is { } fault)
            return new(inspection.Pages, [], fault, inspection.Reason);
        return inspection.Pages > settings.Intake.MaxPages
            ? new(inspection.Pages, [], FindingCode.FileTooManyPages, $"Tệp có {inspection.Pages} trang, nhiều nhất được {settings.Intake.MaxPages} trang.")
            : new(inspection.Pages, Roles(), null, "");
    }

    // One engine for both reads a page once. Of two, the one that looks for seals reads first: it is in the country, and a
    // document with a secrecy stamp goes no further.
    private ImmutableArray<LayoutRole> Roles() =>
        settings.Seal is null ? [LayoutRole.Layout]
        : settings.Seal.Endpoint == settings.Layout.Endpoint ? [LayoutRole.Seals]
        : [LayoutRole.Seals, LayoutRole.Layout];
}
