using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.AzureEdition;

/// <summary>The app against the official packages: it compiles, their analyzers find nothing, and the package holds what the Functions host looks for.</summary>
[Collection(nameof(AzureBuild))]
public sealed class AzureEditionTests(AzureBuild build)
{
    private const string Trigger = "Trigger";

    [Fact]
    public void It_compiles_and_no_analyzer_objects()
    {
        Assert.True(build.Succeeded, build.Log);
        // What the host's own extensions bring, the SDK chooses; a registry without the oldest version of something takes the next one.
        Assert.DoesNotContain(build.Log.Split('\n'), line =>
            line.Contains(": warning ", StringComparison.Ordinal) && !line.Contains("WorkerExtensions.csproj : warning NU1603", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("worker.config.json")]
    [InlineData("functions.metadata")]
    [InlineData("extensions.json")]
    [InlineData("LearningSociety.App.dll")]
    [InlineData(".azurefunctions/function.deps.json")]
    [InlineData("wwwroot/app.css")]
    public void The_package_holds(string file) => Assert.True(File.Exists(Path.Combine(build.Package, file)), build.Log);

    [Fact]
    public void The_host_finds_the_worker_and_its_extensions()
    {
        Assert.Equal("LearningSociety.App.dll", (string?)Read("worker.config.json")["description"]!["defaultWorkerPath"]);
        var extensions = Read("extensions.json")["extensions"]!.AsArray();
        Assert.Superset(new HashSet<string> { "AzureStorageBlobs", "DurableTask" }, extensions.Select(extension => (string)extension!["name"]!).ToHashSet());
        Assert.All(extensions, extension => Assert.True(File.Exists(Path.Combine(build.Package, (string)extension!["hintPath"]!)), $"{extension}"));
    }

    [Fact]
    public void Every_function_is_there_with_its_one_trigger()
    {
        var sources = Repository.Files("functions/App", ".cs").Select(Repository.Text)
            .SelectMany(text => Regex.Matches(text, @"\[Function\((?:nameof\((\w+)\)|""(\w+)"")\)[\s\S]*?\[(Http|Timer|Blob|Orchestration|Activity)Trigger\b"))
            .Select(found => (Name: found.Groups[1].Value + found.Groups[2].Value, Trigger: char.ToLowerInvariant(found.Groups[3].Value[0]) + found.Groups[3].Value[1..] + Trigger));
        var described = Functions.Select(function => ((string)function["name"]!, (string)Assert.Single(Bindings(function), IsTrigger)["type"]!));
        Assert.Equal(sources.Order(), described.Order());
    }

    [Fact]
    public void Blobs_come_by_event_grid_from_the_data_account() => Assert.All(
        Triggers("blobTrigger"), blob => Assert.Equal(("EventGrid", "DataStorage"), ((string?)blob["source"], (string?)blob["connection"])));

    [Fact]
    public void Requests_are_anonymous_to_the_host_and_no_two_functions_answer_one()
    {
        var routes = Triggers("httpTrigger").SelectMany(http =>
        {
            Assert.Equal("Anonymous", (string?)http["authLevel"]);
            // The host keeps these to itself.
            Assert.DoesNotMatch("(?i)^/?(admin|runtime)(/|$)", (string)http["route"]!);
            return http["methods"]!.AsArray().Select(method => $"{method} {Regex.Replace((string)http["route"]!, @"\{\w+", "{")}");
        }).ToList();
        Assert.NotEmpty(routes);
        Assert.Equal(routes.Distinct(), routes);
    }

    private IReadOnlyList<JsonNode> Functions => [.. Read("functions.metadata").AsArray().Select(function => function!)];

    private IEnumerable<JsonNode> Triggers(string type) => Functions.SelectMany(Bindings).Where(binding => (string)binding["type"]! == type);

    private JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(build.Package, file)))!;

    private static IEnumerable<JsonNode> Bindings(JsonNode function) => function["bindings"]!.AsArray().Select(binding => binding!);

    private static bool IsTrigger(JsonNode binding) => ((string)binding["type"]!).EndsWith(Trigger, StringComparison.Ordinal);
}
