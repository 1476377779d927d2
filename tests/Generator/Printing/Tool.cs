using System.Diagnostics;
using System.Text;

namespace LearningSociety.Generator.Printing;

/// <summary>Runs a program and takes what it writes.</summary>
public static class Tool
{
    /// <summary>What it writes, as text.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Output(string program, params string[] arguments) => Encoding.UTF8.GetString(Bytes(program, arguments));

    /// <summary>What it writes, as bytes.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static byte[] Bytes(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.Result}");
    }
}
