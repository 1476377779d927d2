namespace LearningSociety.Layout.Pdf;

/// <summary>What a native tool gave.</summary>
/// <param name="ExitCode">Its exit status; -1 when it was ended at its time limit.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">The start of standard error.</param>
public sealed record ToolResult(int ExitCode, byte[] Output, string Errors);

/// <summary>Runs a native tool to its end.</summary>
public static class Tool
{
    private const int MostOutput = 256 << 20;

    /// <summary>Runs a tool.</summary>
    /// <param name="name">The program, found on the path.</param>
    /// <param name="limit">It is killed after this time.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    public static ToolResult Run(string name, TimeSpan limit, params IReadOnlyList<string> arguments)
    {
        using var run = ToolRun.Start(name, limit, arguments);
        using var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = run.Output.Read(buffer)) > 0;)
        {
            if (output.Length + read > MostOutput) run.Kill();
            else output.Write(buffer, 0, read);
        }

        var (exit, errors) = run.End();
        return new(exit, output.ToArray(), errors);
    }
}
