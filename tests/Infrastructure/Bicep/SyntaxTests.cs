using System.Text.Json;
using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>Each Bicep file by itself, and how files fit together.</summary>
public sealed class SyntaxTests
{
    // The newest stable version that each resource provider published a schema of, or an earlier one that holds all we use.
    private static readonly Dictionary<string, string> Versions = new()
    {
        ["Microsoft.App"] = "2025-07-01",
        ["Microsoft.Authorization"] = "2022-04-01",
        ["Microsoft.CognitiveServices"] = "2024-10-01",
        ["Microsoft.Communication"] = "2023-04-01",
        ["Microsoft.Consumption"] = "2024-08-01",
        ["Microsoft.ContainerRegistry"] = "2023-07-01",
        ["Microsoft.EventGrid"] = "2025-02-15",
        ["Microsoft.Insights/actionGroups"] = "2023-01-01",
        ["Microsoft.Insights/components"] = "2020-02-02",
        // The only version that has ever been published with what is used here.
        ["Microsoft.Insights/diagnosticSettings"] = "2021-05-01-preview",
        ["Microsoft.Insights/metricAlerts"] = "2018-03-01",
        ["Microsoft.Insights/scheduledQueryRules"] = "2023-12-01",
        ["Microsoft.Insights/workbooks"] = "2023-06-01",
        ["Microsoft.KeyVault"] = "2024-11-01",
        ["Microsoft.ManagedIdentity"] = "2024-11-30",
        ["Microsoft.Network/networkSecurityGroups"] = "2024-05-01",
        ["Microsoft.Network/privateDnsZones"] = "2024-06-01",
        ["Microsoft.Network/privateEndpoints"] = "2024-05-01",
        ["Microsoft.Network/virtualNetworks"] = "2024-05-01",
        ["Microsoft.OperationalInsights"] = "2023-09-01",
        ["Microsoft.Resources"] = "2024-03-01",
        ["Microsoft.Storage"] = "2024-01-01",
        ["Microsoft.Web"] = "2024-04-01",
    };

    [Fact]
    public void Every_file_can_be_read()
    {
        Assert.NotEmpty(BicepOutline.All);
        Assert.Empty(BicepOutline.All.SelectMany(outline => outline.Faults));
    }

    [Fact]
    public void A_module_is_a_file_and_every_file_is_used()
    {
        var used = BicepOutline.All.SelectMany(outline => outline.Modules.Select(module => Resolve(outline, module))).ToHashSet();
        string[] entries = ["bicep/main.bicep", "bicep/registry.bicep", "bicep/event-subscriptions.bicep"];
        Assert.Equal(Repository.Files("bicep", ".bicep").Except(entries), used.Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.Contains(Repository.Files("bicep/hooks", ".sh").Append("bicep/main.bicepparam"), file => Repository.Text(file).Contains(Path.GetFileName(entry), StringComparison.Ordinal)));
    }

    [Fact]
    public void A_module_is_given_what_it_asks_for_and_nothing_else() => Assert.Empty(
        from outline in BicepOutline.All
        from module in outline.Modules
        let asked = BicepOutline.Of(Resolve(outline, module)).Parameters
        let missing = asked.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(module.Parameters)
        let unknown = module.Parameters.Except(asked.Select(parameter => parameter.Name))
        from fault in missing.Select(name => $"lacks {name}").Concat(unknown.Select(name => $"does not know {name}"))
        select $"{outline.File}: {module.Name} {fault}");

    [Fact]
    public void The_parameter_file_gives_what_the_deployment_asks_for_and_nothing_else()
    {
        var asked = BicepOutline.Of("bicep/main.bicep").Parameters;
        var given = BicepOutline.Of("bicep/main.bicepparam").Values;
        Assert.Empty(asked.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name).Except(given));
        Assert.Empty(given.Except(asked.Select(parameter => parameter.Name)));
    }

    [Fact]
    public void An_output_that_is_used_is_there_and_every_output_is_used()
    {
        var used = (
            from outline in BicepOutline.All
            from use in outline.OutputsUsed
            let module = outline.Modules.SingleOrDefault(module => module.Name == use.Module)
            select (File: module is null ? $"no module {use.Module} in {outline.File}" : Resolve(outline, module), use.Output)).ToHashSet();
        var made = (from outline in BicepOutline.All from output in outline.Outputs select (outline.File, Output: output)).ToHashSet();
        Assert.Empty(used.Except(made));
        Assert.DoesNotContain(made.Except(used), output => output.File.StartsWith("bicep/modules/", StringComparison.Ordinal));
    }

    // Names in capitals come from the environment of azd: what the deployment gave, what was set by hand, what azd gives by itself.
    [Fact]
    public void Hooks_read_what_is_there()
    {
        string[] ofAzd = ["AZURE_ENV_NAME", "AZURE_LOCATION", "DATA_ABROAD_ACCEPTED"];
        var given = BicepOutline.Of("bicep/main.bicep").Outputs.Concat(ofAzd)
            .Concat(Regex.Matches(Repository.Text("bicep/main.bicepparam"), @"readEnvironmentVariable\('(\w+)'").Select(name => name.Groups[1].Value));
        var read = Repository.Files("bicep/hooks", ".sh").SelectMany(file => Regex.Matches(Repository.Text(file), @"\$\{?([A-Z][A-Z_]+)\b").Select(name => name.Groups[1].Value));
        Assert.Empty(read.Except(given));
    }

    [Fact]
    public void A_module_made_under_a_condition_is_asked_under_a_condition() => Assert.Empty(
        from outline in BicepOutline.All
        from module in outline.Modules.Where(module => module.IsConditional)
        from Match use in Regex.Matches(Repository.Text(outline.File), $@"\b{module.Name}\.outputs")
        select $"{outline.File}: {use.Value}");

    [Fact]
    public void Every_parameter_and_variable_is_used() => Assert.Empty(
        from outline in BicepOutline.All.Where(outline => outline.File.EndsWith(".bicep", StringComparison.Ordinal))
        from name in outline.Parameters.Select(parameter => parameter.Name).Concat(outline.Variables)
        where outline.Names.Count(used => used == name) < 2
        select $"{outline.File}: {name}");

    [Fact]
    public void Versions_of_resource_types_are_stable_and_the_same_everywhere() => Assert.Empty(
        from outline in BicepOutline.All
        from resource in outline.Resources
        where resource.Version.Length > 0 || !resource.IsNested
        let parts = resource.Type.Split('/')
        let known = Versions.GetValueOrDefault($"{parts[0]}/{parts[1]}") ?? Versions.GetValueOrDefault(parts[0])
        where resource.Version != known
        select $"{outline.File}: {resource.Type}@{resource.Version}, known is {known ?? "none"}");

    [Fact]
    public void Nothing_is_left_undone_or_commented_out() => Assert.Empty(
        from file in Repository.Files("bicep", "")
        from Match mark in Regex.Matches(Repository.Text(file), @"\bTODO\b|\bFIXME\b|^\s*//\s*(resource|module|param|output|var)\s+\w+\s.*[={]$", RegexOptions.Multiline)
        select $"{file}: {mark.Value}");

    [Fact]
    public void Files_that_are_loaded_are_there_and_hold_json() => Assert.All(
        from outline in BicepOutline.All
        from call in outline.Calls
        let name = Regex.Match(call, @"^load\w+Content\('([^']+)'\)$").Groups[1].Value
        where name.Length > 0
        select Path.Combine(Path.GetDirectoryName(outline.File)!, name),
        file => JsonDocument.Parse(Repository.Text(file)).Dispose());

    private static string Resolve(BicepOutline outline, BicepModule module) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(outline.File)!, module.Path))).Replace('\\', '/');
}
