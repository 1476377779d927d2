using System.Diagnostics;
using System.Globalization;

namespace LearningSociety.Layout.Child;

/// <summary>One running child.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "LearningSociety.Layout.dll");

    /// <summary>Managed memory of a child, bytes: pictures of the largest working size many times over.</summary>
    private const long MostManaged = 288L << 20;

    /// <summary>Bytes that native code keeps for its next line instead of giving them back: the largest piece, and all that is free at the end.</summary>
    private const string LargestKept = "268435456", MostKept = "1073741824";

    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    /// <summary>Pages given so far.</summary>
    public int PagesRead { get; private set; }

    /// <summary>False once it has ended.</summary>
    public bool IsAlive => !process.HasExited;

    /// <summary>Starts a child with bounded address space (bytes); the tools that it starts have the same bound each.</summary>
    public static ChildProcess Start(long memory)
    {
        var process = Process.Start(StartInfo(memory)) ?? throw new InvalidOperationException("The child process did not start.");
        _ = DrainAsync(process.StandardError);
        return new(process);
    }

    /// <summary>Gives it a task. The pipe stays open, and its end tells the child that its parent is gone.</summary>
    public async Task GiveAsync(string line)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // The child is gone already; its output will say so.
        }
    }

    /// <summary>Takes its next line; null when it has ended; not in time when it gave none within the limit.</summary>
    public async Task<(string? Line, bool InTime)> TakeAsync(TimeSpan limit, CancellationToken cancel)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timer.CancelAfter(limit);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(timer.Token);
            PagesRead++;
            return (line, true);
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
        start.Environment["DOTNET_GCHeapHardLimit"] = Math.Min(memory / 4, MostManaged).ToString("X", CultureInfo.InvariantCulture);
        // Pictures of pages come and go: memory given back after each costs more to get again than the page takes to look at.
        start.Environment["DOTNET_GCRetainVM"] = "1";
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = LargestKept;
        start.Environment["MALLOC_TRIM_THRESHOLD_"] = MostKept;
        start.Environment["MALLOC_TOP_PAD_"] = "16777216";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        // Picture loops compiled quickly first and well later cost a short life more than they save.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        return start;
    }

    /// <summary>Ends it at once, and the tools that it runs.</summary>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
