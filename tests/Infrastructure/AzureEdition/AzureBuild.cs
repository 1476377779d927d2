using System.Diagnostics;

namespace LearningSociety.Infrastructure.AzureEdition;

/// <summary>Tests that look at the one build.</summary>
[CollectionDefinition(nameof(AzureBuild))]
public sealed class AzureBuildCollection : ICollectionFixture<AzureBuild>;

/// <summary>
/// The app in its Azure edition, published once from the official packages. Where the registry has all but Azure.AI.FormRecognizer,
/// the stand-in takes the place of that one.
/// </summary>
public sealed class AzureBuild : IAsyncLifetime
{
    private const string Missing = "error NU1101: Unable to find package Azure.AI.FormRecognizer.";
    private readonly string _folder = Directory.CreateTempSubdirectory("learning-society-azure-").FullName;

    /// <summary>What the tools said, and whether they succeeded.</summary>
    public string Log { get; private set; } = "";

    public bool Succeeded { get; private set; }

    /// <summary>True when every package is the official one.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The folder that would be deployed.</summary>
    public string Package => Path.Combine(_folder, "package");

    public async ValueTask InitializeAsync()
    {
        var restored = await DotnetAsync("restore");
        if (!restored && Faults.All(fault => fault.Contains(Missing, StringComparison.Ordinal)))
        {
            IsComplete = false;
            restored = await DotnetAsync("restore");
        }

        Succeeded = restored && await DotnetAsync("publish", "--configuration", "Release", "--no-restore", "--output", Package);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private IEnumerable<string> Faults => Log.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal));

    // The log goes through a file: what the build leaves running would keep a pipe open. The compiler's server is warm from the build of the tests.
    private async Task<bool> DotnetAsync(string command, params string[] options)
    {
        var log = Path.Combine(_folder, $"{command}.log");
        // A restore that fails writes what it found as the lock file: that is not to lie among the sources.
        var unlocked = IsComplete && !File.Exists(Path.Combine(Repository.Root, "functions/App/packages.Azure.lock.json"));
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.Root };
        string[] arguments =
        [
            command, "functions/App", .. options, "-property:LearningSocietyEdition=Azure", $"-property:LearningSocietyFormRecognizer={(IsComplete ? "Package" : "StandIn")}",
            .. unlocked ? [$"-property:AzureLockFile={Path.Combine(_folder, "packages.lock.json")}"] : (string[])[],
            "-property:UseSharedCompilation=true", "-nodeReuse:false", "-nologo", "-noConsoleLogger", "-fileLogger", $"-fileLoggerParameters:LogFile={log};Verbosity=minimal",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(CancellationToken.None);
        Log = await File.ReadAllTextAsync(log, CancellationToken.None);
        return process.ExitCode == 0;
    }
}
