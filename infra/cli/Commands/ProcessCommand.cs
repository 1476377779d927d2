using System.Collections.Concurrent;
using System.CommandLine;
using LearningSociety.App.Review;
using LearningSociety.Cli.Client;
using LearningSociety.Cli.Dossiers;
using LearningSociety.Cli.Screens;
using LearningSociety.Cli.Stack;

namespace LearningSociety.Cli.Commands;

/// <summary>`process DIR… --out OUT`: a batch on a stack of its own. Exit status 0 all processed, 2 bad usage, 1 something could not be processed.</summary>
internal static class ProcessCommand
{
    public static Command Create(Repository repository)
    {
        var folders = new Argument<string[]>("DIR") { Arity = ArgumentArity.OneOrMore, Description = "Folders, one dossier each." };
        var output = new Option<string>("--out") { Required = true, Description = "Where the results go." };
        var kind = new Option<string?>("--kind") { Description = "Dossier kind, where dossier.json names none." };
        var office = new Option<string?>("--office") { Description = "The office's slug, likewise." };
        var officeName = new Option<string?>("--office-name") { Description = "The office's name, likewise." };
        var year = new Option<int?>("--year") { Description = "The dossier's year, likewise." };
        var received = new Option<string?>("--received") { Description = "Day of receipt (2026-01-12), likewise; else today." };
        var command = new Command("process", Texts.Process) { folders, output, kind, office, officeName, year, received };
        command.SetAction(async (parsed, cancellationToken) => await RunAsync(
            repository, parsed.GetValue(folders)!, CallersFolder.Resolve(parsed.GetValue(output)!),
            new(parsed.GetValue(kind), parsed.GetValue(office), parsed.GetValue(officeName), parsed.GetValue(year), parsed.GetValue(received)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Repository repository, IEnumerable<string> folders, string output, DossierDefaults defaults, CancellationToken cancellationToken)
    {
        var read = folders.Select(folder => DossierFolder.Read(CallersFolder.Resolve(folder), defaults)).ToList();
        foreach (var refused in read.Where(result => result.Dossier is null))
            Console.Error.WriteLine($"{refused.Folder}: {refused.Reason}");
        var dossiers = read.Where(result => result.Dossier is not null).Select(result => result.Dossier!).ToList();
        foreach (var twice in dossiers.GroupBy(dossier => dossier.Name).Where(same => same.Count() > 1))
            throw new SentenceException($"Two folders are called \"{twice.Key}\", so their results would overwrite each other: rename one.", 2);
        if (dossiers.Count == 0)
            return 2;

        var catalogue = ShippedCatalogue.Load();
        var options = StackOptions.Batch(repository);
        await using var stack = await LocalStack.StartAsync(repository, options, new Dictionary<string, string>(), what => Console.Error.WriteLine($"Starting {what}"), cancellationToken);
        using var client = new AppClient(options.App, await BatchKey.MakeAsync(options, cancellationToken));
        // A batch answers to whoever called it; a reader must be there for a mail to be written.
        await client.PutReaderAsync("can-bo-tham-dinh@example.vn", "Cán bộ thẩm định", "*", "*", cancellationToken);

        var screen = new ProgressScreen();
        var results = new Output(output, options.MailFolder);
        // Written to by dossiers that end at the same moment.
        var missing = new ConcurrentDictionary<string, string>();
        IReadOnlyList<DossierOutcome> outcomes = [];
        await screen.ShowWhileAsync(async () => outcomes = await new DossierRun(client, screen).ProcessAsync(
            dossiers,
            async (dossier, reported) =>
            {
                var mail = ReportMailComposer.Compose(reported.Report, catalogue, null);
                if (await results.WriteAsync(dossier.Name, reported.Text, dossier.Id.ToString(), reported.Revision, mail, cancellationToken) is { } lacking)
                    missing[dossier.Name] = lacking;
            },
            cancellationToken));

        foreach (var outcome in outcomes)
        {
            if (outcome.Reported is { } reported)
                ReportScreen.Print(reported.Report, catalogue);
            if (outcome.Fault is { } fault)
                Console.Error.WriteLine($"{outcome.Dossier.Folder}: {fault}");
            if (missing.TryGetValue(outcome.Dossier.Name, out var lacking))
                Console.Error.WriteLine($"{outcome.Dossier.Folder}: {lacking}");
        }

        Console.WriteLine($"Kết quả: {output}");
        var whole = outcomes.All(outcome => outcome.Fault is null) && missing.IsEmpty && dossiers.Count == read.Count;
        await stack.DisposeAsync();
        if (whole)
            Directory.Delete(options.DataFolder, recursive: true);
        else
            Console.Error.WriteLine($"Logs and data are kept in {options.DataFolder}");
        return whole ? 0 : 1;
    }
}
