using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>What must hold of the deployment whoever changes it.</summary>
public sealed class SafetyTests
{
    [Fact]
    public void No_storage_account_takes_keys_or_lets_strangers_read()
    {
        var files = BicepOutline.All.Where(outline => outline.Resources.Any(resource => resource is { Type: "Microsoft.Storage/storageAccounts", IsExisting: false })).Select(outline => outline.File).ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, file =>
        {
            var text = Repository.Text(file);
            Assert.Contains("allowSharedKeyAccess: false", text, StringComparison.Ordinal);
            Assert.Contains("allowBlobPublicAccess: false", text, StringComparison.Ordinal);
            Assert.Contains("minimumTlsVersion: 'TLS1_2'", text, StringComparison.Ordinal);
            Assert.DoesNotContain("publicAccess: 'Blob'", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_key_or_password_is_read_but_the_webhooks() => Assert.Equal(
        ["bicep/event-subscriptions.bicep"],
        BicepOutline.All.Where(outline => Regex.IsMatch(Repository.Text(outline.File), @"\blist(Keys|AccountSas|ServiceSas|Credentials)\b")).Select(outline => outline.File));

    [Fact]
    public void Services_that_can_refuse_keys_do() => Assert.All(
        (string[])["bicep/modules/document-intelligence.bicep", "bicep/modules/monitoring.bicep"],
        file => Assert.Matches("(?i)disableLocalAuth: true", Repository.Text(file)));

    [Fact]
    public void Originals_are_immutable_and_versioned_and_never_archived()
    {
        var text = Repository.Text("bicep/modules/data-storage.bicep");
        Assert.Contains("isVersioningEnabled: true", text, StringComparison.Ordinal);
        Assert.Contains("immutabilityPeriodSinceCreationInDays: originalsKeptDays", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tierToArchive", text, StringComparison.Ordinal);
        Assert.DoesNotContain("prefixMatch: [\n                'originals/'\n              ]", text, StringComparison.Ordinal);
    }

    // A manifest that is gone would let a revision's number be given twice, and an old report stand for new files.
    [Fact]
    public void Time_deletes_only_what_can_be_made_again()
    {
        var rules = Regex.Matches(Repository.Text("bicep/modules/data-storage.bicep"), @"prefixMatch: \[([^\]]*)\]\s*\}\s*actions: \{\s*baseBlob: \{\s*delete");
        Assert.Equal(["work/layouts/", "work/signatures/"], rules.SelectMany(rule => Regex.Matches(rule.Groups[1].Value, "'([^']+)'").Select(prefix => prefix.Groups[1].Value)));
        var app = string.Concat(Repository.Files("functions/App/Processing", ".cs").Select(Repository.Text));
        Assert.All((string[])["$\"layouts/{", "$\"signatures/{"], name => Assert.Contains(name, app, StringComparison.Ordinal));
    }

    [Fact]
    public void The_event_subscriptions_name_the_blob_triggers_of_the_app()
    {
        var triggers =
            from file in Repository.Files("functions/App", ".cs")
            from Match trigger in Regex.Matches(Repository.Text(file), @"\[Function\(nameof\((\w+)\)\)\][^{;]*?\[BlobTrigger\(""([a-z]+)/\{name\}"", Connection = ""DataStorage"", Source = BlobTriggerSource\.EventGrid\)\]")
            select (trigger.Groups[1].Value, trigger.Groups[2].Value);
        var subscribed =
            from Match trigger in Regex.Matches(Repository.Text("bicep/event-subscriptions.bicep"), @"function: '(\w+)'\s+container: '(\w+)'")
            select (trigger.Groups[1].Value, trigger.Groups[2].Value);
        Assert.Equal(triggers.Order(), subscribed.Order());
        Assert.Equal(2, subscribed.Count());
    }

    [Fact]
    public void The_containers_are_those_of_the_app()
    {
        var ofApp = Regex.Matches(Repository.Text("functions/App/Storage/StorageNames.cs").Split("public static class Tables")[0], "const string \\w+ = \"(\\w+)\"").Select(name => name.Groups[1].Value);
        var made = Regex.Match(Repository.Text("bicep/modules/data-storage.bicep"), @"var containerNames = \[([^\]]*)\]").Groups[1].Value.Split(['\'', '\n', ' '], StringSplitOptions.RemoveEmptyEntries).Append("originals");
        Assert.Equal(ofApp.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }
}
