using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>Each identity has the roles that the code needs, where it needs them, and no others.</summary>
public sealed class RoleTests
{
    // Built-in roles by their ids: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly Dictionary<string, string> Known = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["a97b65f3-24c7-4388-baec-2e87135dc908"] = "Cognitive Services User",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["09976791-48a7-449e-bb21-39d1a415f350"] = "Communication and Email Service Owner",
    };

    // What the names of the deployments that are looked at here end with, so that nobody else's are the same.
    private const string Suffix = "ngevd4rj";

    // The host's blobs, the task hub of Durable Functions, dossiers and their records, traces.
    private static readonly string[] Always =
    [
        "app on storageAccounts/stlsapp: Storage Blob Data Owner",
        "app on storageAccounts/stlsapp: Storage Queue Data Contributor",
        "app on storageAccounts/stlsapp: Storage Table Data Contributor",
        "app on storageAccounts/stlsdata: Storage Blob Data Contributor",
        "app on storageAccounts/stlsdata: Storage Queue Data Contributor",
        "app on storageAccounts/stlsdata: Storage Table Data Contributor",
        "app on components/appi-ls-check: Monitoring Metrics Publisher",
    ];

    private const string Reads = "app on accounts/di-ls-check: Cognitive Services User";
    private const string Sends = "app on communicationServices/acs-ls-check: Communication and Email Service Owner";
    private const string Pulls = "layout on registries/crls: AcrPull";
    private const string Undelivered = "topic on containers/undelivered: Storage Blob Data Contributor";
    private const string Secrets = "app on vaults/kv-ls: Key Vault Secrets User";

    [Theory]
    [InlineData("dev", Sends, Pulls, Undelivered)]
    [InlineData("prod", Reads, Sends, Pulls, Undelivered)]
    [InlineData("closed", Secrets)]
    [InlineData("intelligence", Reads, Sends, Undelivered)]
    public void Every_identity_has_these_roles_and_no_others(string deployment, params string[] besides) =>
        Assert.Equal(Always.Concat(besides).Order(StringComparer.Ordinal), Deployment.Of(deployment).OfType("Microsoft.Authorization/roleAssignments").Select(Said).Order(StringComparer.Ordinal));

    // Clients that the app makes with its identity; each has its role above.
    [Theory]
    [InlineData("new BlobServiceClient\\(.*Uri", "functions/App/Storage")]
    [InlineData("new TableServiceClient\\(.*Uri", "functions/App/Storage")]
    [InlineData("\\(TokenCredential\\)new DefaultAzureCredential", "functions/App/Processing")]
    [InlineData("communication\\.azure\\.com/\\.default", "functions/App/Notifications")]
    public void A_client_with_the_apps_identity_is_where_its_role_was_given_for(string client, string folder) =>
        Assert.Contains(Repository.Files(folder, ".cs"), source => Regex.IsMatch(Repository.Text(source), client));

    [Fact]
    public void No_other_client_takes_an_identity() => Assert.Equal(
        ["functions/App/Notifications/NotificationServices.cs", "functions/App/Processing/Layouts/LayoutEngines.cs", "functions/App/Storage/StorageServices.cs"],
        Repository.Files("functions", ".cs").Where(file => Repository.Text(file).Contains("new DefaultAzureCredential", StringComparison.Ordinal)));

    // Who, on what, as what.
    private static string Said(Resource assignment)
    {
        var who = Regex.Match(assignment.Text("properties.principalId"), @"id-ls-check-(app|layout)'|systemTopics/egst") switch
        {
            { Success: false } => assignment.Text("properties.principalId"),
            var identity => identity.Groups[1].Success ? identity.Groups[1].Value : "topic",
        };
        var scope = Regex.Match(assignment.Id, "([^/]+/[^/]+)/providers/Microsoft.Authorization/").Groups[1].Value.Replace("-" + Suffix, "", StringComparison.Ordinal).Replace(Suffix, "", StringComparison.Ordinal);
        var role = assignment.Text("properties.roleDefinitionId").Split('/')[^1];
        return $"{who} on {scope}: {Known.GetValueOrDefault(role, role)}";
    }
}
