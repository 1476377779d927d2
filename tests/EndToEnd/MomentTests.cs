using LearningSociety.Cli.Client;
using LearningSociety.Cli.Commands;
using LearningSociety.Cli.Dossiers;
using LearningSociety.Cli.Stack;
using LearningSociety.Domain.Dossiers;
using LearningSociety.EndToEnd.Runs;

namespace LearningSociety.EndToEnd;

/// <summary>A second file arrives at every moment of a dossier's life, on the running stack's own clock: it ends up in a report.</summary>
public sealed class MomentTests
{
    // The quiet period of this stack, in seconds; moments around its end are milliseconds after the first file.
    private const int Quiet = 3;

    private static readonly Moment[] Moments =
    [
        new("at once", After: 0),
        new("half a second before the quiet period ends", After: 2500),
        new("just before it ends", After: 2900),
        new("as it ends", After: 3000),
        new("just after it ended", After: 3100),
        new("a moment later", After: 3300),
        new("right after submitting", Submit: true),
        new("while pages are read", Stage: "reading"),
        new("while it is checked", Stage: "checking"),
        new("after the report", Stage: "reported"),
    ];

    [Fact]
    public async Task AFileHandedInAtAnyMomentEndsUpInAReport()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var options = StackOptions.Batch(Shell.Repository);
        await using var stack = await LocalStack.StartAsync(
            Shell.Repository, options, new Dictionary<string, string> { ["LearningSociety__QuietPeriod"] = $"{Quiet}" }, _ => { }, cancelled);
        using var client = new AppClient(options.App, await BatchKey.MakeAsync(options, cancelled));

        var lost = await Task.WhenAll(Moments.Select((moment, number) => LostAsync(client, moment, number, cancelled)));

        Assert.Empty(lost.OfType<string>());
    }

    private static async Task<string?> LostAsync(AppClient client, Moment moment, int number, CancellationToken cancelled)
    {
        var model = DossierFolder.Read(Shell.Corpus("u01-digital-signed-words"), new(null, null, null, null, "2026-01-12")).Dossier!;
        var dossier = model with { Id = DossierId.TryCreate(model.Id.Kind, model.Id.Year, $"{model.Id.Office}-{number}")! };
        await client.PutOfficeAsync(dossier.Id.Office, dossier.OfficeName, cancelled);
        await client.OpenAsync(dossier, cancelled);
        await client.UploadAsync(dossier.Id, model.Files.Single(file => file.EndsWith("m18.pdf", StringComparison.Ordinal)), cancelled);
        if (moment.Submit)
            await client.SubmitAsync(dossier.Id, cancelled);
        await Task.Delay(moment.After, cancelled);
        if (moment.Stage is { } stage)
            await ReachedAsync(client, dossier.Id, stage, cancelled);
        await client.UploadAsync(dossier.Id, model.Files.Single(file => file.EndsWith("m04.pdf", StringComparison.Ordinal)), cancelled);

        for (var waited = 0; waited < 240; waited++)
        {
            if (await client.StatusAsync(dossier.Id, cancelled) is { ReportedRevision: { } revision })
            {
                var (_, report) = await client.ReportAsync(dossier.Id, revision, cancelled);
                if (report.Documents.Select(document => document.File).Distinct().Order().SequenceEqual(["m04.pdf", "m18.pdf"]))
                    return null;
            }

            await Task.Delay(250, cancelled);
        }

        return $"A file handed in {moment.Name} is in no report after a minute.";
    }

    // A stage may be over before anybody looks: one that is further on is as good a moment.
    private static async Task ReachedAsync(AppClient client, DossierId dossier, string stage, CancellationToken cancelled)
    {
        string[] order = ["received", "reading", "checking", "reported"];
        for (var waited = 0; waited < 3000; waited++)
        {
            var status = await client.StatusAsync(dossier, cancelled);
            if (status is not null && Array.IndexOf(order, status.Stage.ToLowerInvariant()) >= Array.IndexOf(order, stage))
                return;
            await Task.Delay(20, cancelled);
        }

        throw new TimeoutException($"{dossier} did not reach {stage} within a minute.");
    }

    private sealed record Moment(string Name, int After = 0, string? Stage = null, bool Submit = false);
}
