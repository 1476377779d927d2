using System.Text.Json;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Child;

/// <summary>
/// The child process: takes one task as a line on standard input, gives each page as a line of JSON on standard output as soon as it
/// is read, and ends. When its parent is gone (standard input ends) it ends at once.
/// </summary>
public static class ChildMain
{
    /// <summary>The program's first argument for this role.</summary>
    public const string Argument = "child";

    /// <summary>Runs the child.</summary>
    /// <returns>The exit status.</returns>
    public static int Run()
    {
        if (Console.In.ReadLine() is not { } line || JsonSerializer.Deserialize<ChildTask>(line, JsonSerializerOptions.Web) is not { } task) return 2;
        new Thread(EndWithParent) { IsBackground = true }.Start();
        using var output = Console.OpenStandardOutput();
        foreach (var page in Pages(task))
        {
            JsonSerializer.Serialize(output, page, JsonSerializerOptions.Web);
            output.WriteByte((byte)'\n');
            output.Flush();
        }

        return 0;
    }

    private static IEnumerable<PageReading> Pages(ChildTask task)
    {
        if (task.Kind == FileKind.Pdf)
        {
            using var pdf = new PdfPages(task.Path, task.LookForInk, task.Limits);
            foreach (var page in pdf.Read(task.First, task.Last)) yield return page;
            yield break;
        }

        using var images = new ImagePages(task.Path, task.Kind, task.LookForInk, task.Limits);
        foreach (var page in images.Read(task.First, task.Last)) yield return page;
    }

    private static void EndWithParent()
    {
        while (Console.In.Read() >= 0) { }
        Environment.Exit(3);
    }
}
