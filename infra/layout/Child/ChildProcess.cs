using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Child;

/// <summary>Reads pages in a child process of this program, with bounded memory, and bounded time for each page.</summary>
public sealed class ChildProcess : IPageSource
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "LearningSociety.Layout.dll");

    /// <inheritdoc/>
    public async Task<ChildEnd> ReadAsync(ChildTask task, Action<PageReading> take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(take);
        using var process = Process.Start(StartInfo(task.Limits.ChildMemory)) ?? throw new InvalidOperationException("The child process did not start.");
        try
        {
            _ = DrainAsync(process.StandardError);
            await WriteTaskAsync(process, task);
            var expected = task.Last - task.First + 1;
            var limit = task.Limits.PerChild + task.Limits.PerPage;
            for (var page = 0; page < expected; page++)
            {
                var (line, inTime) = await LineAsync(process, limit, cancel);
                if (!inTime) return ChildEnd.TimeLimit;
                if (line is null || JsonSerializer.Deserialize<PageReading>(line, JsonSerializerOptions.Web) is not { } reading) return ChildEnd.Crashed;
                take(reading);
                limit = task.Limits.PerPage;
            }

            return ChildEnd.Done;
        }
        catch (JsonException)
        {
            return ChildEnd.Crashed;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>The task goes in as one line; the pipe stays open, and its end tells the child that its parent is gone.</summary>
    private static async Task WriteTaskAsync(Process process, ChildTask task)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(task, JsonSerializerOptions.Web));
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The child is gone already; its output will say so.
        }
    }

    private static async Task<(string? Line, bool InTime)> LineAsync(Process process, TimeSpan limit, CancellationToken cancel)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timer.CancelAfter(limit);
        try
        {
            return (await process.StandardOutput.ReadLineAsync(timer.Token), true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, false);
        }
    }

    private static async Task DrainAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) > 0) { }
    }

    private static ProcessStartInfo StartInfo(long memory)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var dotnet = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo("prlimit")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            ArgumentList = { "--as=" + memory.ToString(CultureInfo.InvariantCulture), "--core=0", File.Exists(dotnet) ? dotnet : "dotnet", Program, ChildMain.Argument },
        };

        // Tesseract must not start threads of its own: one engine a thread, one thread a child. Set here because what .NET sets later does not reach native code.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        // Without a hard limit the collector reserves more address space than the child may have.
        start.Environment["DOTNET_GCHeapHardLimit"] = (memory / 4).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
