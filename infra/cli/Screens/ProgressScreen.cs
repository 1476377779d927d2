using Spectre.Console;

namespace LearningSociety.Cli.Screens;

/// <summary>How far each dossier is: a live table on a terminal, one line per change where output goes to a file.</summary>
public sealed class ProgressScreen
{
    private readonly object gate = new();
    private readonly List<string> order = [];
    private readonly Dictionary<string, (string Stage, string Detail)> rows = [];

    /// <summary>Says where a dossier stands now.</summary>
    public void Tell(string dossier, string stage, string detail)
    {
        lock (gate)
        {
            if (!rows.ContainsKey(dossier))
                order.Add(dossier);
            if (rows.TryGetValue(dossier, out var before) && before == (stage, detail))
                return;
            rows[dossier] = (stage, detail);
            if (!AnsiConsole.Profile.Capabilities.Interactive)
                AnsiConsole.WriteLine($"{dossier}: {stage}{(detail.Length > 0 ? " - " + detail : "")}");
        }
    }

    /// <summary>Shows the table while the work runs.</summary>
    public async Task ShowWhileAsync(Func<Task> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            await work();
            return;
        }

        await AnsiConsole.Live(Draw()).AutoClear(false).StartAsync(async live =>
        {
            var running = work();
            while (await Task.WhenAny(running, Task.Delay(250)) != running)
                live.UpdateTarget(Draw());
            live.UpdateTarget(Draw());
            await running;
        });
    }

    private Table Draw()
    {
        lock (gate)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Hồ sơ", "Tiến độ", "Chi tiết");
            foreach (var dossier in order)
                table.AddRow(new Text(dossier), new Markup(Coloured(rows[dossier].Stage)), new Text(rows[dossier].Detail));
            return table;
        }
    }

    private static string Coloured(string stage) => stage switch
    {
        Stages.Reported => $"[green]{stage}[/]",
        Stages.Failed => $"[red]{stage}[/]",
        _ => $"[yellow]{stage}[/]",
    };
}

/// <summary>The stages as people read them.</summary>
public static class Stages
{
    /// <summary>Handed over to the app.</summary>
    public const string Sending = "đang gửi";

    /// <summary>Waiting for more files.</summary>
    public const string Received = "đã nhận";

    /// <summary>Reading pages.</summary>
    public const string Reading = "đang đọc";

    /// <summary>Checking.</summary>
    public const string Checking = "đang kiểm tra";

    /// <summary>The report is there.</summary>
    public const string Reported = "đã có báo cáo";

    /// <summary>It could not be processed.</summary>
    public const string Failed = "không xử lý được";

    /// <summary>The words for a stage of the app.</summary>
    public static string Of(string stage) => stage.ToLowerInvariant() switch
    {
        "received" => Received,
        "reading" => Reading,
        "checking" => Checking,
        "reported" => Reported,
        _ => Failed,
    };
}
