using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningSociety.Architecture;

/// <summary>Projects, packages and what stands beside the app when it is published.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Regex.Matches(Repository.Text("LearningSociety.sln"), "\"([^\"]+\\.csproj)\"").Select(m => m.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(Repository.Files(".csproj", "functions", "infra", "tests"), solution);
    }

    [Fact]
    public void Versions_stand_in_one_place() => Assert.Empty(
        from project in Repository.Files(".csproj", "functions", "infra", "tests")
        from reference in XDocument.Parse(Repository.Text(project)).Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
        select $"{project}: {reference.Attribute("Include")?.Value}");

    [Fact]
    public void Every_stand_in_says_what_it_stands_in_for()
    {
        foreach (var project in Repository.Files(".csproj", "infra/embedded"))
        {
            var readme = $"{Path.GetDirectoryName(project)}/README.md";
            Assert.True(File.Exists(Path.Combine(Repository.Root, readme)), $"{readme} is missing.");
            Assert.Matches(@"(?i)stands? in for[\s\S]*\d+\.\d+\.\d+[\s\S]*goes? away", Repository.Text(readme));
        }
    }

    [Fact]
    public void Every_stand_in_has_its_package_in_the_Azure_edition()
    {
        var packages = Regex.Matches(Repository.Text("Directory.Packages.props"), "PackageVersion Include=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToHashSet();
        Assert.All(Repository.Files(".csproj", "infra/embedded"), p => Assert.Contains(Path.GetFileNameWithoutExtension(p), packages));
    }

    [Fact]
    public async Task The_published_app_has_host_json_beside_it()
    {
        var items = JsonNode.Parse(await EvaluateAsync("ResolvedFileToPublish", "ComputeResolvedFilesToPublishList"))!["Items"]!["ResolvedFileToPublish"]!.AsArray();
        var published = Assert.Single(items, i => (string?)i!["RelativePath"] == "host.json")!;
        Assert.Equal(Path.Combine(Repository.Root, "host.json"), (string?)published["FullPath"]);
    }

    [Fact]
    public void The_built_app_has_host_json_beside_it()
    {
        var item = Assert.Single(
            XDocument.Parse(Repository.Text("functions/App/LearningSociety.App.csproj")).Descendants("Content"),
            c => c.Attribute("Link")?.Value == "host.json");
        Assert.Equal("PreserveNewest", item.Attribute("CopyToOutputDirectory")?.Value);
        Assert.All(BuiltApps(), app => Assert.True(File.Exists(Path.Combine(app, "host.json")), $"{app} has no host.json."));
    }

    private static IEnumerable<string> BuiltApps()
    {
        var bin = Path.Combine(Repository.Root, "functions/App/bin");
        return Directory.Exists(bin) ? Directory.EnumerateFiles(bin, "LearningSociety.App.dll", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!) : [];
    }

    // The list of what would be published needs no compiler, only a restored project.
    private static async Task<string> EvaluateAsync(string item, string target)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        foreach (var argument in (string[])["msbuild", "functions/App/LearningSociety.App.csproj", $"-getItem:{item}", $"-target:{target}", "-nologo", "-p:BuildProjectReferences=false"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
