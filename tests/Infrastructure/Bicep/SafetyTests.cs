using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>What must hold of a deployment whoever changes it.</summary>
public sealed class SafetyTests
{
    [Theory]
    [MemberData(nameof(Deployment.Names), MemberType = typeof(Deployment))]
    public void No_storage_account_takes_keys_or_lets_strangers_read(string name)
    {
        var accounts = Deployment.Of(name).OfType("Microsoft.Storage/storageAccounts").ToList();
        Assert.Equal(name == "prod" ? 3 : 2, accounts.Count);
        Assert.All(accounts, account =>
        {
            Assert.Equal("false", account.Text("properties.allowSharedKeyAccess"));
            Assert.Equal("false", account.Text("properties.allowBlobPublicAccess"));
            Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
            // NFS knows no TLS: that account answers its private endpoint alone.
            Assert.True(account.Text("properties.supportsHttpsTrafficOnly") == "true" || account.Text("properties.publicNetworkAccess") == "Disabled", account.Name);
        });
        Assert.All(Deployment.Of(name).OfType("Microsoft.Storage/storageAccounts/blobServices/containers"), container => Assert.Equal("None", container.Text("properties.publicAccess")));
    }

    [Fact]
    public void No_key_or_password_is_read_but_the_webhooks() => Assert.Equal(
        ["bicep/event-subscriptions.bicep"],
        Repository.Files("bicep", ".bicep").Where(file => Regex.IsMatch(Repository.Text(file), @"\blist(Keys|AccountSas|ServiceSas|Credentials)\b")));

    [Theory]
    [MemberData(nameof(Deployment.Names), MemberType = typeof(Deployment))]
    public void Services_that_can_refuse_keys_do(string name)
    {
        var deployment = Deployment.Of(name);
        Assert.All(deployment.OfType("Microsoft.CognitiveServices/accounts").Concat(deployment.OfType("Microsoft.Communication/communicationServices")), service => Assert.Equal("true", service.Text("properties.disableLocalAuth")));
        Assert.All(deployment.OfType("Microsoft.ContainerRegistry/registries"), registry => Assert.Equal(("false", "false"), (registry.Text("properties.adminUserEnabled"), registry.Text("properties.anonymousPullEnabled"))));
        Assert.All(deployment.OfType("Microsoft.KeyVault/vaults"), vault => Assert.Equal(("true", "true"), (vault.Text("properties.enableRbacAuthorization"), vault.Text("properties.enablePurgeProtection"))));
        Assert.Equal("true", deployment.The("Microsoft.Insights/components").Text("properties.DisableLocalAuth"));
        Assert.Equal("true", deployment.The("Microsoft.OperationalInsights/workspaces").Text("properties.features.disableLocalAuth"));
        Assert.Equal(["false", "false"], deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => policy.Text("properties.allow")));
    }

    [Theory]
    [InlineData("dev", "1")]
    [InlineData("prod", "1825")]
    public void Originals_are_immutable_and_versioned_and_never_archived(string name, string days)
    {
        var deployment = Deployment.Of(name);
        Assert.Equal(["true"], deployment.OfType("Microsoft.Storage/storageAccounts/blobServices").Select(service => service.Text("properties.isVersioningEnabled")).Where(versioned => versioned.Length > 0));
        Assert.Equal("true", Assert.Single(deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"), container => container.Name.EndsWith("/originals", StringComparison.Ordinal)).Text("properties.immutableStorageWithVersioning.enabled"));
        var policy = deployment.The("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies");
        Assert.EndsWith("/originals/default", policy.Name, StringComparison.Ordinal);
        Assert.Equal(days, policy.Text("properties.immutabilityPeriodSinceCreationInDays"));
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts/managementPolicies"), policies => Assert.DoesNotContain("archive", policies.Body.ToJsonString(), StringComparison.OrdinalIgnoreCase));
    }

    // A manifest that is gone would let a revision's number be given twice, and an old report stand for new files.
    [Fact]
    public void Time_deletes_only_what_can_be_made_again()
    {
        var rules = Assert.Single(Deployment.Of("prod").OfType("Microsoft.Storage/storageAccounts/managementPolicies"), policies => policies.Name.StartsWith("stlsdata", StringComparison.Ordinal)).At("properties.policy.rules")!.AsArray();
        string[] Prefixes(string path) => [.. rules.Where(rule => path.Split('.').Aggregate(rule!["definition"]!["actions"], (node, key) => node?[key]) is not null).SelectMany(rule => rule!["definition"]!["filters"]!["prefixMatch"]!.AsArray().Select(prefix => (string)prefix!))];
        Assert.Equal(["work/layouts/", "work/signatures/"], Prefixes("baseBlob.delete"));
        Assert.Contains("originals/", Prefixes("baseBlob.tierToCold"));
        Assert.DoesNotContain("originals/", Prefixes("version.delete"));
        var app = string.Concat(Repository.Files("functions/App/Processing", ".cs").Select(Repository.Text));
        Assert.All((string[])["$\"layouts/{", "$\"signatures/{"], name => Assert.Contains(name, app, StringComparison.Ordinal));
    }

    [Fact]
    public void The_containers_are_those_of_the_app()
    {
        var ofApp = Regex.Matches(Repository.Text("functions/App/Storage/StorageNames.cs").Split("public static class Tables")[0], "const string \\w+ = \"(\\w+)\"").Select(name => name.Groups[1].Value);
        var made = Deployment.Of("dev").OfType("Microsoft.Storage/storageAccounts/blobServices/containers").Where(container => container.Name.StartsWith("stlsdata", StringComparison.Ordinal)).Select(container => container.Name.Split('/')[^1]);
        Assert.Equal(ofApp.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    // The sub-resources that are reached, each by an endpoint with a record in the zone of its own.
    [Theory]
    [InlineData("dev")]
    [InlineData("prod", "account", "blob", "blob", "file", "queue", "queue", "table", "table")]
    [InlineData("closed", "blob", "blob", "queue", "queue", "sites", "table", "table", "vault")]
    public void What_is_isolated_answers_in_the_network_alone(string name, params string[] groups)
    {
        var deployment = Deployment.Of(name);
        var endpoints = deployment.OfType("Microsoft.Network/privateEndpoints").ToList();
        Assert.Equal(groups, endpoints.Select(endpoint => (string)endpoint.At("properties.privateLinkServiceConnections")![0]!["properties"]!["groupIds"]![0]!).Order(StringComparer.Ordinal));
        Assert.Equal(endpoints.Select(endpoint => endpoint.Name + "/default").Order(StringComparer.Ordinal), deployment.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Select(group => group.Name).Order(StringComparer.Ordinal));
        Assert.Equal(deployment.OfType("Microsoft.Network/privateDnsZones").Count(), deployment.OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts"), account => Assert.Equal(groups.Length > 0 ? "Deny" : "Allow", account.Text("properties.networkAcls.defaultAction")));
        Assert.All(deployment.OfType("Microsoft.KeyVault/vaults").Concat(deployment.OfType("Microsoft.CognitiveServices/accounts")), service => Assert.Equal("Disabled", service.Text("properties.publicNetworkAccess")));
        Assert.Equal(name == "closed" ? "Disabled" : "Enabled", deployment.The("Microsoft.Web/sites").Text("properties.publicNetworkAccess"));
    }
}
