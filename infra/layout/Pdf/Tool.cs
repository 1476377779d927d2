using System.Diagnostics;

namespace LearningSociety.Layout.Pdf;

/// <summary>What a native tool gave.</summary>
/// <param name="ExitCode">Its exit status; -1 when it was ended at its time limit.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">The start of standard error.</param>
public sealed record ToolResult(int ExitCode, byte[] Output, string Errors);

/// <summary>Runs a native tool with a time limit. The tool inherits the limits of the process that starts it.</summary>
public static class Tool
{
    private const int MostOutput = 1 << 30;

    /// <summary>Runs a tool to its end.</summary>
    /// <param name="name">The program, found on the path.</param>
    /// <param name="limit">It is killed after this time.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    public static ToolResult Run(string name, TimeSpan limit, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(name) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        process.StandardInput.Close();
        using var timer = new CancellationTokenSource(limit);
        using var killer = timer.Token.Register(() => Kill(process));
        var errors = Task.Run(() => Head(process.StandardError, 4000));
        using var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = process.StandardOutput.BaseStream.Read(buffer)) > 0;)
        {
            if (output.Length + read > MostOutput) Kill(process);
            else output.Write(buffer, 0, read);
        }

        process.WaitForExit();
        return new(timer.IsCancellationRequested ? -1 : process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult());
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static string Head(StreamReader reader, int most)
    {
        var head = new char[most];
        var length = reader.ReadBlock(head);
        var rest = new char[4096];
        while (reader.Read(rest) > 0) { }
        return new(head, 0, length);
    }
}
