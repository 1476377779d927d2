using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>What the compiler says of the Bicep files, and how they fit together where it does not look.</summary>
public sealed class TemplateTests
{
    // Types and their properties, versions that do not exist, parameters, outputs and variables that do not fit or are not used: all of it is the compiler's.
    [Fact]
    public void The_compiler_and_its_linter_have_nothing_to_say() => Assert.Empty(Deployment.CompilerFaults);

    // "azd provision --preview" then shows everything too.
    [Fact]
    public void What_a_deployment_makes_is_known_before_it_runs() => Assert.Empty(Deployment.All.SelectMany(deployment => deployment.Faults));

    [Fact]
    public void A_module_is_a_file_and_every_file_is_used()
    {
        var used =
            from file in Repository.Files("bicep", ".bicep")
            from Match module in Regex.Matches(Repository.Text(file), @"(?m)^module \w+ '([^']+)'")
            select Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, module.Groups[1].Value)));
        Assert.Equal(Repository.Files("bicep", ".bicep").Except(Deployment.EntryFiles), used.Distinct().Order(StringComparer.Ordinal));
        Assert.All(Deployment.EntryFiles, entry => Assert.Contains(Repository.Files("bicep/hooks", ".sh").Append("bicep/main.bicepparam"), file => Repository.Text(file).Contains(Path.GetFileName(entry), StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_output_of_a_module_is_used()
    {
        var all = string.Concat(Repository.Files("bicep", ".bicep").Select(Repository.Text));
        Assert.Empty(
            from file in Repository.Files("bicep/modules", ".bicep")
            from Match output in Regex.Matches(Repository.Text(file), @"(?m)^output (\w+) ")
            where !all.Contains($".outputs.{output.Groups[1].Value}", StringComparison.Ordinal)
            select $"{file}: {output.Groups[1].Value}");
    }

    // Names in capitals come from the environment of azd: what the deployment gave, what was set by hand, what azd gives by itself.
    [Fact]
    public void Hooks_read_what_is_there()
    {
        string[] ofAzd = ["AZURE_ENV_NAME", "AZURE_LOCATION", "DATA_ABROAD_ACCEPTED"];
        var given = Deployment.Template("bicep/main.bicep")["outputs"]!.AsObject().Select(output => output.Key).Concat(ofAzd)
            .Concat(Regex.Matches(Repository.Text("bicep/main.bicepparam"), @"readEnvironmentVariable\('(\w+)'").Select(name => name.Groups[1].Value));
        var read = Repository.Files("bicep/hooks", ".sh").SelectMany(file => Regex.Matches(Repository.Text(file), @"\$\{?([A-Z][A-Z_]+)\b").Select(name => name.Groups[1].Value));
        Assert.Empty(read.Except(given));
    }

    // Settings of diagnostics have never had a stable version with what is used here.
    [Fact]
    public void Versions_of_resource_types_are_stable_and_the_same_everywhere()
    {
        var versions = (
            from file in Repository.Files("bicep", ".bicep")
            from Match resource in Regex.Matches(Repository.Text(file), @"'(Microsoft\.\w+/\w+)[\w/]*@([\w-]+)'")
            select (Type: resource.Groups[1].Value, Version: resource.Groups[2].Value)).Distinct().ToList();
        Assert.NotEmpty(versions);
        Assert.DoesNotContain(versions, resource => resource.Version.EndsWith("preview", StringComparison.Ordinal) && resource.Type != "Microsoft.Insights/diagnosticSettings");
        Assert.Equal(versions.Select(resource => resource.Type).Distinct(), versions.Select(resource => resource.Type));
    }

    [Fact]
    public void Nothing_is_left_undone_or_commented_out() => Assert.Empty(
        from file in Repository.Files("bicep", "")
        from Match mark in Regex.Matches(Repository.Text(file), @"\bTODO\b|\bFIXME\b|^\s*//\s*(resource|module|param|output|var)\s+\w+\s.*[={]$", RegexOptions.Multiline)
        select $"{file}: {mark.Value}");

    [Fact]
    public void The_workbook_is_whole() =>
        Assert.NotEmpty(JsonNode.Parse(Deployment.Of("dev").The("Microsoft.Insights/workbooks").Text("properties.serializedData"))!["items"]!.AsArray());

    [Fact]
    public void Everything_that_can_bear_tags_says_who_answers_for_it()
    {
        string[] bearsNone = ["Microsoft.Authorization/", "Microsoft.Consumption/", "Microsoft.Insights/diagnosticSettings", "Microsoft.Storage/storageAccounts/", "Microsoft.Web/sites/", "Microsoft.Network/privateEndpoints/", "Microsoft.Network/privateDnsZones/A", "Microsoft.App/managedEnvironments/", "Microsoft.Communication/emailServices/domains/"];
        Assert.Empty(
            from deployment in Deployment.All
            from resource in deployment.Resources
            where !bearsNone.Any(type => resource.Type.StartsWith(type, StringComparison.Ordinal))
            where resource.Text("tags.owner").Length == 0 || resource.Text("tags.costCentre").Length == 0 || resource.Text("tags.dataClass") != "personal"
            select $"{deployment}: {resource.Type} {resource.Name}");
    }
}
