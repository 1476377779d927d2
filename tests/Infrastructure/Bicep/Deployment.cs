using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>A resource that a deployment would make. What only the deployment itself will know stands in it as an expression, in brackets.</summary>
internal sealed record Resource(string Type, string Version, string Name, string Id, JsonNode Body)
{
    /// <summary>A value by its path, such as <c>properties.sku.name</c>.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate<string, JsonNode?>(Body, (node, key) => node?[key]);

    /// <summary>The same as text; empty for what is not there.</summary>
    public string Text(string path) => At(path)?.ToString() ?? "";
}

/// <summary>What the compiler makes of the Bicep files: faults, templates, and all resources of a few deployments unlike each other.</summary>
internal sealed class Deployment
{
    // What a deployment must be told, as azd tells it.
    private static readonly Dictionary<string, string> Always = new()
    {
        ["AZURE_ENV_NAME"] = "check",
        ["AZURE_LOCATION"] = "southeastasia",
        ["OWNER"] = "check",
        ["ALERT_ADDRESS"] = "ops@example.vn",
        ["BUDGET_START"] = "2026-12-01",
    };

    private static readonly Dictionary<string, Dictionary<string, string>> Shapes = new()
    {
        ["dev"] = [],
        ["prod"] = new() { ["LEARNING_SOCIETY_SIZE"] = "prod", ["LAYOUT_IMAGE"] = "registry.example/layout:1" },
        ["closed"] = new()
        {
            ["LEARNING_SOCIETY_SIZE"] = "prod", ["PUBLIC_WEB"] = "false", ["LAYOUT_CHOICE"] = "elsewhere", ["LAYOUT_ENDPOINT"] = "https://layout.example.vn/",
            ["MAIL_CHOICE"] = "smtp", ["SMTP_HOST"] = "smtp.example.vn", ["SMTP_USER"] = "office", ["ENTRA_CLIENT_ID"] = "00000000-0000-0000-0000-000000000001", ["TRUSTED_ROOTS"] = "true",
        },
        ["intelligence"] = new() { ["LAYOUT_CHOICE"] = "documentIntelligence", ["MAIL_DOMAIN"] = "mail.example.vn", ["MAIL_DOMAIN_VERIFIED"] = "true" },
    };

    private static readonly string[] Entries = ["bicep/main.bicep", "bicep/registry.bicep", "bicep/event-subscriptions.bicep"];

    private static readonly Lazy<(IReadOnlyList<string> Faults, Dictionary<string, JsonNode> Templates, Dictionary<string, Deployment> Made)> Compiled = new(Compile);

    private Deployment(string name, JsonNode snapshot)
    {
        Name = name;
        Resources = [.. snapshot["predictedResources"]!.AsArray().Select(resource => new Resource(
            (string)resource!["type"]!, (string)resource["apiVersion"]!, (string)resource["name"]!, (string)resource["id"]!, resource))];
        Faults = [.. snapshot["diagnostics"]!.AsArray().Select(fault => $"{name}: {fault}")];
    }

    public static IReadOnlyList<string> EntryFiles => Entries;

    /// <summary>What the compiler and its linter say against any file.</summary>
    public static IReadOnlyList<string> CompilerFaults => Compiled.Value.Faults;

    public static TheoryData<string> Names => [.. Shapes.Keys];

    public static IEnumerable<Deployment> All => Shapes.Keys.Select(Of);

    public string Name { get; }

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>What could not be told before the deployment runs.</summary>
    public IReadOnlyList<string> Faults { get; }

    public static Deployment Of(string name) =>
        Compiled.Value.Made.GetValueOrDefault(name) ?? throw new InvalidOperationException($"The Bicep files do not compile: {CompilerFaults[0]}");

    /// <summary>The template that an entry file compiles to.</summary>
    public static JsonNode Template(string file) => Compiled.Value.Templates[file];

    public override string ToString() => Name;

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The only resource of a type.</summary>
    public Resource The(string type) => Assert.Single(OfType(type));

    private static (IReadOnlyList<string>, Dictionary<string, JsonNode>, Dictionary<string, Deployment>) Compile()
    {
        using var compiler = new BicepCompiler(Always);
        var faults = new List<string>();
        var templates = new Dictionary<string, JsonNode>();
        foreach (var entry in Entries)
        {
            var compiled = compiler.Ask("bicep/compile", new { path = Path.Combine(Repository.Root, entry) });
            faults.AddRange(Said(compiled));
            if (compiled["contents"] is { } contents)
                templates[entry] = JsonNode.Parse((string)contents!)!;
        }

        faults.AddRange(Said(compiler.Ask("bicep/compileParams", new { path = Path.Combine(Repository.Root, "bicep/main.bicepparam"), parameterOverrides = new { } })));
        // Warnings hinder nothing; what does not compile cannot be predicted.
        return (faults, templates, templates.Count < Entries.Length ? [] : Predict(compiler));
    }

    private static Dictionary<string, Deployment> Predict(BicepCompiler compiler)
    {
        var folder = Directory.CreateTempSubdirectory("learningsociety-bicep-").FullName;
        try
        {
            var metadata = new { tenantId = Guid.Empty, subscriptionId = new Guid("11111111-1111-1111-1111-111111111111"), location = Always["AZURE_LOCATION"] };
            return Shapes.ToDictionary(shape => shape.Key, shape =>
            {
                var path = Path.Combine(folder, shape.Key + ".bicepparam");
                File.WriteAllText(path, Filled(shape.Value, folder));
                return new Deployment(shape.Key, JsonNode.Parse((string)compiler.Ask("bicep/getSnapshot", new { path, metadata })["snapshot"]!)!);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The compiler reads its own environment, which is the same for all deployments: what one of them sets is put into the file.
    private static string Filled(Dictionary<string, string> values, string folder) => Regex.Replace(
        Repository.Text("bicep/main.bicepparam").Replace("'./main.bicep'", $"'{Path.GetRelativePath(folder, Path.Combine(Repository.Root, "bicep/main.bicep"))}'", StringComparison.Ordinal),
        @"readEnvironmentVariable\('(\w+)'(, ('[^']*'|isProduction \? '[^']*' : '[^']*'))?\)",
        read => values.TryGetValue(read.Groups[1].Value, out var value) ? $"'{value}'" : read.Value);

    private static IEnumerable<string> Said(JsonNode compiled) =>
        from fault in compiled["diagnostics"]!.AsArray()
        where (string?)fault!["level"] != "Info"
        select $"{fault["source"]}({(int)fault["range"]!["start"]!["line"]! + 1}): {fault["level"]} {fault["code"]}: {fault["message"]}";
}
