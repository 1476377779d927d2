using System.Diagnostics;

namespace LearningSociety.Infrastructure.Delivery;

/// <summary>Shell scripts of the deployment.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> Scripts => [.. ((string[])["bicep", "infra"]).SelectMany(folder => Repository.Files(folder, ".sh"))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_parses_and_stops_at_the_first_fault(string file)
    {
        var text = Repository.Text(file);
        // What is sourced takes its settings from who sources it.
        if (text.StartsWith("#!", StringComparison.Ordinal))
        {
            Assert.Matches(@"(?m)^set -eu", text);
            Assert.True(File.GetUnixFileMode(Path.Combine(Repository.Root, file)).HasFlag(UnixFileMode.UserExecute), $"{file} cannot be run");
        }

        var start = new ProcessStartInfo(text.StartsWith("#!/bin/sh", StringComparison.Ordinal) ? "sh" : "bash") { RedirectStandardError = true, ArgumentList = { "-n", Path.Combine(Repository.Root, file) } };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, faults);
    }
}
