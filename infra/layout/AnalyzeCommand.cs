using System.Text.Encodings.Web;
using System.Text.Json;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Result;

namespace LearningSociety.Layout;

/// <summary>The command <c>analyze FILE [--model MODEL] [--pages 1-3]</c>: prints the analyzeResult of a file without a server.</summary>
public static class AnalyzeCommand
{
    /// <summary>The program's first argument for this command.</summary>
    public const string Argument = "analyze";

    private const string Usage = "Usage: analyze FILE [--model prebuilt-layout|dossier] [--pages 1-3,5]";

    /// <summary>Runs the command.</summary>
    /// <returns>0 printed, 1 the file cannot be read, 2 bad usage.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        string? file = null, model = Models.Layout, pages = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--model" when i + 1 < arguments.Count: model = arguments[++i]; break;
                case "--pages" when i + 1 < arguments.Count: pages = arguments[++i]; break;
                case var name when file is null && !name.StartsWith("--", StringComparison.Ordinal): file = name; break;
                default: return Fail(Usage, 2);
            }
        }

        var ranges = pages is null ? null : PageRanges.Parse(pages);
        if (file is null || !Models.Exists(model) || (pages is not null && ranges is null)) return Fail(Usage, 2);
        if (!File.Exists(file)) return Fail($"There is no file {file}.", 1);

        using var children = new ChildPool();
        using var analysis = new FileAnalysis(children, new());
        var reading = await analysis.ReadAsync(Path.GetFullPath(file), ranges, model == Models.Dossier, CancellationToken.None);
        if (reading.Fault is { } fault) return Fail($"{file}: {FileFaults.Message(fault)}", 1);
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        AnalyzeResult.Write(writer, model, reading.Pages);
        return 0;
    }

    private static int Fail(string message, int status)
    {
        Console.Error.WriteLine(message);
        return status;
    }
}
