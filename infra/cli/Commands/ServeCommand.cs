using LearningSociety.Cli.Client;
using LearningSociety.Cli.Dossiers;
using LearningSociety.Cli.Screens;
using LearningSociety.Cli.Stack;
using Spectre.Console;

namespace LearningSociety.Cli.Commands;

/// <summary>`./run.sh`: everything on this machine, the samples processed, then serving until Ctrl+C (or ending, with --once).</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(Repository repository, StackOptions options, bool once, CancellationToken cancellationToken)
    {
        var catalogue = ShippedCatalogue.Load();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using var stack = await LocalStack.StartAsync(
            repository, options, new Dictionary<string, string>(), what => AnsiConsole.MarkupLine($"[grey]Starting {Markup.Escape(what)}[/]"), cancellationToken);
        using var client = new AppClient(options.App, await BatchKey.MakeAsync(options, cancellationToken));
        await client.PutReaderAsync("can-bo-tham-dinh@example.vn", "Cán bộ thẩm định (mẫu)", "*", "*", cancellationToken);

        var samples = Directory.EnumerateDirectories(repository.Samples).Order(StringComparer.Ordinal)
            .Select(folder => DossierFolder.Read(folder, new(null, null, null, null, null))).ToList();
        foreach (var refused in samples.Where(sample => sample.Dossier is null))
            Console.Error.WriteLine($"{refused.Folder}: {refused.Reason}");

        var screen = new ProgressScreen();
        IReadOnlyList<DossierOutcome> outcomes = [];
        await screen.ShowWhileAsync(async () => outcomes = await new DossierRun(client, screen).ProcessAsync(
            [.. samples.Where(sample => sample.Dossier is not null).Select(sample => sample.Dossier!)], null, cancellationToken));
        foreach (var outcome in outcomes)
        {
            if (outcome.Reported is { } reported)
                ReportScreen.Print(reported.Report, catalogue);
            if (outcome.Fault is { } fault)
                Console.Error.WriteLine($"{outcome.Dossier.Folder}: {fault}");
        }

        Where(options, outcomes, watch.Elapsed);
        var whole = outcomes.Count > 0 && outcomes.All(outcome => outcome.Fault is null) && outcomes.Count == samples.Count;
        if (!once)
            whole &= await ServeAsync(stack, cancellationToken);
        AnsiConsole.MarkupLine("[grey]Đang dừng…[/]");
        return whole ? 0 : 1;
    }

    private static void Where(StackOptions options, IReadOnlyList<DossierOutcome> outcomes, TimeSpan elapsed)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule("Ở đâu").LeftJustified());
        AnsiConsole.WriteLine($"  Trang web        {options.App} (đăng nhập bằng khóa: ./run.sh key --role reviewer)");
        foreach (var outcome in outcomes.Where(outcome => outcome.Reported is not null))
            AnsiConsole.WriteLine($"  Báo cáo          {new Uri(options.App, $"dossiers/{outcome.Dossier.Id}/report")}");
        AnsiConsole.WriteLine($"  Thư điện tử      {options.MailFolder}");
        AnsiConsole.WriteLine($"  Bản ghi          Table Storage, http://127.0.0.1:{options.TablePort}/devstoreaccount1");
        AnsiConsole.WriteLine($"  Nhật ký          {options.LogFolder}");
        AnsiConsole.WriteLine($"  Thời gian        {elapsed.TotalSeconds:0.0} giây");
    }

    private static async Task<bool> ServeAsync(LocalStack stack, CancellationToken cancellationToken)
    {
        AnsiConsole.MarkupLine("[bold]Đang phục vụ.[/] Nhấn Ctrl+C để dừng.");
        try
        {
            while (stack.FirstEnded is null)
                await Task.Delay(500, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return true;
        }

        Console.Error.WriteLine($"{stack.FirstEnded.Name} ended by itself; its log: {stack.FirstEnded.LogFile}");
        return false;
    }
}
