using System.Collections.Concurrent;
using System.Security.Cryptography;
using LearningSociety.Cli.Client;
using LearningSociety.Cli.Screens;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.Cli.Dossiers;

/// <summary>Hands dossiers in and waits for their reports; a fault of one takes no other down.</summary>
public sealed class DossierRun(AppClient client, ProgressScreen screen)
{
    // Enough to keep the layout server's queue filled, few enough to be polite to it.
    private const int AtOnce = 4;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(300);

    /// <summary>Processes the dossiers; folders that are the same dossier go one after another, each replacing the files of the one before.</summary>
    public async Task<IReadOnlyList<DossierOutcome>> ProcessAsync(
        IReadOnlyList<DossierFolder> dossiers, Func<DossierFolder, ReportedRevision, Task>? whenReported, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentDictionary<string, DossierOutcome>();
        await Parallel.ForEachAsync(
            dossiers.GroupBy(dossier => dossier.Id.ToString()),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (same, cancelled) =>
            {
                foreach (var dossier in same)
                    outcomes[dossier.Folder] = await ProcessOneAsync(dossier, whenReported, cancelled);
            });
        return [.. dossiers.Select(dossier => outcomes[dossier.Folder])];
    }

    private async Task<DossierOutcome> ProcessOneAsync(
        DossierFolder dossier, Func<DossierFolder, ReportedRevision, Task>? whenReported, CancellationToken cancellationToken)
    {
        try
        {
            screen.Tell(dossier.Name, Stages.Sending, $"{dossier.Files.Length} tệp");
            await client.PutOfficeAsync(dossier.Id.Office, dossier.OfficeName, cancellationToken);
            var before = await client.StatusAsync(dossier.Id, cancellationToken);
            if (before is { ReportedRevision: { } known } && await HoldsTheSameAsync(before, dossier, cancellationToken))
                return await AlreadyReportedAsync(dossier, known, whenReported, cancellationToken);

            await client.OpenAsync(dossier, cancellationToken);
            var names = dossier.Files.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
            foreach (var stale in before?.Files.Where(file => !names.Contains(file.Name)) ?? [])
                await client.RemoveAsync(dossier.Id, stale.Name, cancellationToken);

            var refused = new List<string>();
            foreach (var file in dossier.Files)
            {
                try
                {
                    await client.UploadAsync(dossier.Id, file, cancellationToken);
                }
                catch (AppAnswerException fault)
                {
                    // One file that is refused outright keeps none of the others from being read.
                    refused.Add($"{Path.GetFileName(file)}: {fault.Message}");
                }
            }

            await client.SubmitAsync(dossier.Id, cancellationToken);
            var reported = await WaitAsync(dossier, before?.ReportedRevision ?? 0, cancellationToken);
            if (whenReported is not null)
                await whenReported(dossier, reported);
            screen.Tell(dossier.Name, Stages.Reported, $"{reported.Report.Documents.Length} biểu mẫu, {reported.Report.Findings.Length} ghi nhận");
            return new(dossier, reported, refused.Count == 0 ? null : string.Join("; ", refused));
        }
        catch (Exception fault) when (fault is AppAnswerException or HttpRequestException or IOException or TimeoutException)
        {
            screen.Tell(dossier.Name, Stages.Failed, fault.Message);
            return new(dossier, null, fault.Message);
        }
    }

    // Handing in the same files again makes no new revision: the report there is stands.
    private async Task<DossierOutcome> AlreadyReportedAsync(
        DossierFolder dossier, int revision, Func<DossierFolder, ReportedRevision, Task>? whenReported, CancellationToken cancellationToken)
    {
        var (text, report) = await client.ReportAsync(dossier.Id, revision, cancellationToken);
        var reported = new ReportedRevision(revision, text, report);
        if (whenReported is not null)
            await whenReported(dossier, reported);
        screen.Tell(dossier.Name, Stages.Reported, "không có gì thay đổi từ lần trước");
        return new(dossier, reported, null);
    }

    private static async Task<bool> HoldsTheSameAsync(AppDossier known, DossierFolder dossier, CancellationToken cancellationToken)
    {
        var there = known.Files.Select(file => (file.Name, file.Sha256)).ToHashSet();
        foreach (var file in dossier.Files)
        {
            await using var content = File.OpenRead(file);
            if (!there.Remove((Path.GetFileName(file), Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)))))
                return false;
        }

        return there.Count == 0;
    }

    private async Task<ReportedRevision> WaitAsync(DossierFolder dossier, int reportedBefore, CancellationToken cancellationToken)
    {
        while (true)
        {
            var status = await client.StatusAsync(dossier.Id, cancellationToken);
            if (status is not null)
            {
                if (status.ReportedRevision is { } revision && revision > reportedBefore)
                {
                    var (text, report) = await client.ReportAsync(dossier.Id, revision, cancellationToken);
                    return new(revision, text, report);
                }

                if (Stages.Of(status.Stage) == Stages.Failed)
                    throw new AppAnswerException("the function app could not process it; see its log");
                var pages = status.Files.Sum(file => file.Pages ?? 0);
                var read = status.Files.Count(file => file.State is "read" or "faulty");
                screen.Tell(dossier.Name, Stages.Of(status.Stage), $"{read}/{status.Files.Count} tệp{(pages > 0 ? $", {pages} trang" : "")}");
            }

            await Task.Delay(Glance, cancellationToken);
        }
    }
}

/// <summary>A revision with its report.</summary>
public sealed record ReportedRevision(int Revision, string Text, DossierReport Report);

/// <summary>What became of a folder: a report, a fault, or a report beside files that were refused.</summary>
public sealed record DossierOutcome(DossierFolder Dossier, ReportedRevision? Reported, string? Fault);
