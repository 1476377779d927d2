using System.Diagnostics;
using System.Text.Json;

namespace LearningSociety.Infrastructure.Bicep;

internal sealed record BicepParameter(string Name, string Type, bool HasDefault, bool Secure);

internal sealed record BicepResource(string Name, string Type, string Version, bool IsExisting, bool IsNested);

internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Parameters, bool IsConditional);

internal sealed record BicepOutputUse(string Module, string Output);

/// <summary>What a Bicep file declares and uses. The Bicep compiler cannot be had everywhere; a grammar of the language can.</summary>
internal sealed record BicepOutline(
    string File, IReadOnlyList<string> Faults, IReadOnlyList<string> Values, IReadOnlyList<BicepParameter> Parameters, IReadOnlyList<string> Variables,
    IReadOnlyList<string> Outputs, IReadOnlyList<BicepResource> Resources, IReadOnlyList<BicepModule> Modules, IReadOnlyList<BicepOutputUse> OutputsUsed,
    IReadOnlyList<string> Names, IReadOnlyList<string> Keys, IReadOnlyList<string> Texts, IReadOnlyList<string> Calls)
{
    private static readonly Lazy<IReadOnlyList<BicepOutline>> Read = new(ReadAll);

    /// <summary>All Bicep files of the repository.</summary>
    public static IReadOnlyList<BicepOutline> All => Read.Value;

    /// <summary>One of them.</summary>
    public static BicepOutline Of(string file) => All.Single(outline => outline.File == file);

    private static IReadOnlyList<BicepOutline> ReadAll()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["tests/Infrastructure/outline.cjs", ".run/bicep", .. Repository.Files("bicep", ".bicep"), .. Repository.Files("bicep", ".bicepparam")];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"The Bicep files could not be read; ./test.sh installs what is needed. {faults.Result}");
        return JsonSerializer.Deserialize<List<BicepOutline>>(json, JsonSerializerOptions.Web)!;
    }
}
