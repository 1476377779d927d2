using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>Services as the product needs them: where it runs, what calls it, who may come in, what is watched, what it is called.</summary>
public sealed class ServiceTests
{
    // Abbreviations of the Cloud Adoption Framework: https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations
    private static readonly Dictionary<string, string> Abbreviations = new()
    {
        ["Microsoft.App/containerApps"] = "ca-",
        ["Microsoft.App/managedEnvironments"] = "cae-",
        ["Microsoft.CognitiveServices/accounts"] = "di-",
        ["Microsoft.Communication/communicationServices"] = "acs-",
        ["Microsoft.ContainerRegistry/registries"] = "cr",
        ["Microsoft.EventGrid/systemTopics"] = "egst-",
        ["Microsoft.Insights/actionGroups"] = "ag-",
        ["Microsoft.Insights/components"] = "appi-",
        ["Microsoft.KeyVault/vaults"] = "kv-",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "id-",
        ["Microsoft.Network/networkSecurityGroups"] = "nsg-",
        ["Microsoft.Network/privateEndpoints"] = "pep-",
        ["Microsoft.Network/virtualNetworks"] = "vnet-",
        ["Microsoft.OperationalInsights/workspaces"] = "log-",
        ["Microsoft.Resources/resourceGroups"] = "rg-",
        ["Microsoft.Storage/storageAccounts"] = "st",
        ["Microsoft.Web/serverfarms"] = "asp-",
        ["Microsoft.Web/sites"] = "func-",
    };

    [Theory]
    [MemberData(nameof(Deployment.Names), MemberType = typeof(Deployment))]
    public void The_app_runs_on_flex_consumption_with_one_instance_ready_for_orchestrations(string name)
    {
        var deployment = Deployment.Of(name);
        var plan = deployment.The("Microsoft.Web/serverfarms");
        Assert.Equal(("FC1", "FlexConsumption", "true"), (plan.Text("sku.name"), plan.Text("sku.tier"), plan.Text("properties.reserved")));
        var app = deployment.The("Microsoft.Web/sites");
        Assert.Equal(("dotnet-isolated", "10.0"), (app.Text("properties.functionAppConfig.runtime.name"), app.Text("properties.functionAppConfig.runtime.version")));
        Assert.Equal("""[{"name":"durable","instanceCount":1}]""", app.At("properties.functionAppConfig.scaleAndConcurrency.alwaysReady")!.ToJsonString());
        Assert.Equal("UserAssignedIdentity", app.Text("properties.functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal(("true", "1.2"), (app.Text("properties.httpsOnly"), app.Text("properties.siteConfig.minTlsVersion")));
    }

    [Fact]
    public void Event_grid_tells_the_blob_triggers_of_the_app_of_every_way_a_blob_becomes_whole()
    {
        var template = Deployment.Template("bicep/event-subscriptions.bicep");
        var triggers =
            from file in Repository.Files("functions/App", ".cs")
            from Match trigger in Regex.Matches(Repository.Text(file), @"\[Function\(nameof\((\w+)\)\)\][^{;]*?\[BlobTrigger\(""([a-z]+)/\{name\}"", Connection = ""DataStorage"", Source = BlobTriggerSource\.EventGrid\)\]")
            select (trigger.Groups[1].Value, trigger.Groups[2].Value);
        var subscribed = template["variables"]!["triggers"]!.AsArray().Select(trigger => ((string)trigger!["function"]!, (string)trigger["container"]!)).ToList();
        Assert.Equal(triggers.Order(), subscribed.Order());
        Assert.Equal(2, subscribed.Count);

        var resources = template["resources"] is JsonObject named ? named.Select(resource => resource.Value) : template["resources"]!.AsArray();
        var properties = Assert.Single(resources, resource => (string?)resource!["type"] == "Microsoft.EventGrid/systemTopics/eventSubscriptions")!["properties"]!;
        Assert.Equal("""["PutBlob","PutBlockList","FlushWithClose","CopyBlob"]""", properties["filter"]!["advancedFilters"]![0]!["values"]!.ToJsonString());
        Assert.Equal("SystemAssigned", (string?)properties["deadLetterWithResourceIdentity"]!["identity"]!["type"]);
        Assert.Contains("/runtime/webhooks/blobs?functionName=Host.Functions.", (string)properties["destination"]!["properties"]!["endpointUrl"]!, StringComparison.Ordinal);
    }

    // Where Event Grid cannot reach the app, nothing pretends that it does, and an arrival that no event told of is no alarm.
    [Theory]
    [InlineData("prod", 1)]
    [InlineData("closed", 0)]
    public void Event_grid_is_there_where_it_can_reach_the_app(string name, int topics)
    {
        var deployment = Deployment.Of(name);
        Assert.Equal(topics, deployment.OfType("Microsoft.EventGrid/systemTopics").Count());
        Assert.Equal(topics, Alerts(deployment).Count(alert => alert == "events-missed"));
        Assert.Equal(topics, Alerts(deployment).Count(alert => alert == "events-undelivered"));
    }

    [Fact]
    public void Who_signs_in_with_entra_id_is_told_and_the_webhook_is_left_to_its_key()
    {
        var signIn = Assert.Single(Deployment.Of("closed").OfType("Microsoft.Web/sites/config"), config => config.Name.EndsWith("/authsettingsV2", StringComparison.Ordinal));
        Assert.Equal("""["/runtime/webhooks/blobs"]""", signIn.At("properties.globalValidation.excludedPaths")!.ToJsonString());
        Assert.Equal("AllowAnonymous", signIn.Text("properties.globalValidation.unauthenticatedClientAction"));
        Assert.Single(Deployment.Of("prod").OfType("Microsoft.Web/sites/config"));
    }

    [Theory]
    [MemberData(nameof(Deployment.Names), MemberType = typeof(Deployment))]
    public void What_holds_or_serves_data_is_logged(string name)
    {
        var deployment = Deployment.Of(name);
        var logged = deployment.OfType("Microsoft.Insights/diagnosticSettings").Select(setting => setting.Id.Split("/providers/Microsoft.Insights/")[0]).ToHashSet();
        string[] types = ["Microsoft.Web/sites", "Microsoft.KeyVault/vaults", "Microsoft.CognitiveServices/accounts", "Microsoft.Communication/communicationServices", "Microsoft.EventGrid/systemTopics", "Microsoft.App/managedEnvironments"];
        Assert.All(deployment.Resources.Where(resource => types.Contains(resource.Type)), resource => Assert.Contains(resource.Id, logged));
        Assert.Contains(logged, scope => Regex.IsMatch(scope, "/stlsdata[a-z0-9]+/blobServices/default$"));
    }

    [Theory]
    [InlineData("dev", "200")]
    [InlineData("prod", "2000")]
    public void Money_is_watched(string name, string amount)
    {
        var budget = Deployment.Of(name).The("Microsoft.Consumption/budgets");
        Assert.Equal(amount, budget.Text("properties.amount"));
        Assert.Equal(["110", "50", "90"], budget.At("properties.notifications")!.AsObject().Select(told => told.Value!["threshold"]!.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Deployment.Names), MemberType = typeof(Deployment))]
    public void Names_begin_with_the_frameworks_abbreviations(string name) => Assert.All(
        Deployment.Of(name).Resources.Where(resource => Abbreviations.ContainsKey(resource.Type)),
        resource => Assert.StartsWith(Abbreviations[resource.Type], resource.Name, StringComparison.Ordinal));

    // What a query looks for is what the code says.
    [Theory]
    [InlineData("Sweep: ", "had ended by a fault")]
    [InlineData("Sweep: ", "had arrivals that no revision had taken")]
    [InlineData("The mail ", "could not be sent yet")]
    public void Alerts_look_for_what_the_app_writes(string beginning, string part)
    {
        Assert.Contains(Deployment.Of("dev").OfType("Microsoft.Insights/scheduledQueryRules"), rule => Query(rule).Contains($"startswith \"{beginning}\"", StringComparison.Ordinal) && Query(rule).Contains(part, StringComparison.Ordinal));
        Assert.Contains(Repository.Files("functions/App", ".cs"), file => Regex.IsMatch(Repository.Text(file), $"Log\\w+\\([^\"]*\"{beginning}[^\"]*{part}"));
    }

    [Fact]
    public void Alerts_and_the_workbook_name_functions_that_there_are()
    {
        var functions = Repository.Files("functions/App", ".cs").SelectMany(file => Regex.Matches(Repository.Text(file), @"\[Function\((?:nameof\()?""?(\w+)").Select(name => name.Groups[1].Value)).ToHashSet();
        var queries = Deployment.Of("prod").OfType("Microsoft.Insights/scheduledQueryRules").Select(Query).Append(Deployment.Of("prod").The("Microsoft.Insights/workbooks").Text("properties.serializedData"));
        var named = queries.SelectMany(query => Regex.Matches(query, @"OperationName (?:==|in) \(?((?:[""'\\]+\w+[""'\\]+,? ?)+)").SelectMany(list => Regex.Matches(list.Groups[1].Value, @"\w+")).Select(name => name.Value)).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(functions));
    }

    private static string Query(Resource rule) => (string)rule.At("properties.criteria.allOf")![0]!["query"]!;

    private static IEnumerable<string> Alerts(Deployment deployment) =>
        deployment.OfType("Microsoft.Insights/scheduledQueryRules").Concat(deployment.OfType("Microsoft.Insights/metricAlerts")).Select(alert => alert.Name["alert-ls-check-".Length..]);
}
