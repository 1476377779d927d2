using System.Diagnostics;
using LearningSociety.Cli.Stack;

namespace LearningSociety.EndToEnd.Runs;

/// <summary>Runs run.sh as a user does.</summary>
internal static class Shell
{
    public static Repository Repository { get; } = Repository.Find() ?? throw new InvalidOperationException("The tests run inside a checkout.");

    public static string Corpus(string dossier) => Path.Combine(Repository.Root, "tests", "corpus", dossier);

    public static async Task<ShellResult> RunAsync(IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "run.sh")) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"run.sh {string.Join(' ', arguments)} took longer than {patience}. It said: {await output} {await errors}");
        }

        return new(process.ExitCode, await output, await errors);
    }
}

/// <summary>What a run of run.sh came to.</summary>
internal sealed record ShellResult(int ExitStatus, string Output, string Errors)
{
    public override string ToString() => $"exit status {ExitStatus}\n{Output}\n{Errors}";
}
