using System.Diagnostics;

namespace LearningSociety.Layout.Pdf;

/// <summary>A native tool at work, with a time limit. It inherits the limits of the process that starts it.</summary>
public sealed class ToolRun : IDisposable
{
    private readonly Process process;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenRegistration killer;
    private readonly Task<string> errors;

    private ToolRun(Process process, TimeSpan limit)
    {
        this.process = process;
        timer = new(limit);
        killer = timer.Token.Register(Kill);
        errors = Task.Run(() => Head(process.StandardError, 4000));
    }

    /// <summary>Its standard output.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Starts a tool.</summary>
    /// <param name="name">The program, found on the path.</param>
    /// <param name="limit">It is killed after this time.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    public static ToolRun Start(string name, TimeSpan limit, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(name) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        process.StandardInput.Close();
        return new(process, limit);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit status, -1 when it was ended at its time limit, and the start of standard error.</returns>
    public (int ExitCode, string Errors) End()
    {
        process.WaitForExit();
        return (timer.IsCancellationRequested ? -1 : process.ExitCode, errors.GetAwaiter().GetResult());
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
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

    /// <summary>Ends it if it still works.</summary>
    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        errors.GetAwaiter().GetResult();
        killer.Dispose();
        timer.Dispose();
        process.Dispose();
    }
}
