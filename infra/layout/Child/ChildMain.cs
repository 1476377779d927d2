using System.Collections.Concurrent;
using System.Text.Json;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Child;

/// <summary>
/// The child process: takes tasks, one a line, on standard input; gives each page as a line of JSON on standard output as soon as it
/// is read. It ends when its parent ends it, or is gone (standard input ends).
/// </summary>
public static class ChildMain
{
    /// <summary>The program's first argument for this role.</summary>
    public const string Argument = "child";

    /// <summary>Runs the child.</summary>
    /// <returns>The exit status.</returns>
    public static int Run()
    {
        using var tasks = new BlockingCollection<string>();
        new Thread(() => TakeTasks(tasks)) { IsBackground = true }.Start();
        var engine = new Lazy<OcrEngine>(OcrEngine.Start);
        var checks = new KeptCheck(engine);
        using var output = Console.OpenStandardOutput();
        foreach (var line in tasks.GetConsumingEnumerable())
        {
            if (JsonSerializer.Deserialize<ChildTask>(line, JsonSerializerOptions.Web) is not { } task) return 2;
            foreach (var page in Pages(task, engine, checks))
            {
                JsonSerializer.Serialize(output, page, JsonSerializerOptions.Web);
                output.WriteByte((byte)'\n');
                output.Flush();
            }
        }

        return 0;
    }

    private static IEnumerable<PageReading> Pages(ChildTask task, Lazy<OcrEngine> engine, KeptCheck checks) => task.Kind == FileKind.Pdf
        ? new PdfPages(task.Path, task.LookForInk, task.Limits, engine, checks.Of(task.Path)).Read(task.First, task.Sizes)
        : new ImagePages(task.Path, task.Kind, task.LookForInk, task.Limits, engine).Read(task.First, task.Last);

    private static void TakeTasks(BlockingCollection<string> tasks)
    {
        while (Console.In.ReadLine() is { } line) tasks.Add(line);
        Environment.Exit(3);
    }
}
