using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>Each identity has the roles that the code needs, and no others.</summary>
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

    public static TheoryData<string, string[], string> Needed => new()
    {
        { "bicep/modules/storage-roles.bicep", ["Storage Blob Data Owner", "Storage Blob Data Contributor", "Storage Queue Data Contributor", "Storage Table Data Contributor"], "the host's blobs, the task hub, dossiers and their records" },
        { "bicep/modules/service-roles.bicep", ["Monitoring Metrics Publisher", "Cognitive Services User", "Communication and Email Service Owner", "Key Vault Secrets User"], "traces, reading pages, mails, the secrets of others" },
        { "bicep/modules/registry-roles.bicep", ["AcrPull"], "the layout server's image" },
        { "bicep/modules/events.bicep", ["Storage Blob Data Contributor"], "undelivered events" },
    };

    [Theory]
    [MemberData(nameof(Needed))]
    public void A_file_of_roles_assigns_these(string file, string[] roles, string why)
    {
        var assigned = Regex.Matches(Repository.Text(file), "'([0-9a-f]{8}-[0-9a-f-]{27})'").Select(id => Known.GetValueOrDefault(id.Groups[1].Value, id.Value));
        Assert.True(roles.Order().SequenceEqual(assigned.Order()), $"{file} is for {why}; it assigns {string.Join(", ", assigned)}");
    }

    [Fact]
    public void Roles_are_assigned_nowhere_else() => Assert.Equal(
        Needed.Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
        BicepOutline.All.Where(outline => outline.Resources.Any(resource => resource.Type == "Microsoft.Authorization/roleAssignments")).Select(outline => outline.File).Order(StringComparer.Ordinal));

    // Clients that the app makes with its identity, and the role that opens each.
    [Theory]
    [InlineData("new BlobServiceClient\\(.*Uri", "functions/App/Storage", "bicep/modules/storage-roles.bicep", "var forData = [\n  blobDataContributor")]
    [InlineData("new TableServiceClient\\(.*Uri", "functions/App/Storage", "bicep/modules/storage-roles.bicep", "tableDataContributor\n]")]
    [InlineData("\\(TokenCredential\\)new DefaultAzureCredential", "functions/App/Processing", "bicep/modules/service-roles.bicep", "cognitiveServicesUser)")]
    [InlineData("communication\\.azure\\.com/\\.default", "functions/App/Notifications", "bicep/modules/service-roles.bicep", "communicationAndEmailOwner)")]
    public void A_client_with_the_apps_identity_has_its_role(string client, string folder, string file, string role)
    {
        Assert.Contains(Repository.Files(folder, ".cs"), source => Regex.IsMatch(Repository.Text(source), client));
        Assert.Contains(role, Repository.Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_client_takes_an_identity() => Assert.Equal(
        ["functions/App/Notifications/NotificationServices.cs", "functions/App/Processing/Layouts/LayoutEngines.cs", "functions/App/Storage/StorageServices.cs"],
        Repository.Files("functions", ".cs").Where(file => Repository.Text(file).Contains("new DefaultAzureCredential", StringComparison.Ordinal)));
}
