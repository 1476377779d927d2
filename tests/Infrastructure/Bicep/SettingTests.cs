using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>The app's settings: what the code reads is set, and what is set is read.</summary>
public sealed class SettingTests
{
    // Read by the code and not for Azure, with the reason.
    private static readonly string[] ElsewhereOnly = ["LearningSociety__Mail__PickupFolder"];

    // Read by the Functions host, its extensions and Azure.Identity, not by our code.
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AZURE_CLIENT_ID",
        "AZURE_TOKEN_CREDENTIALS",
        "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
        "DataStorage__clientId",
        "DataStorage__credential",
        "DataStorage__queueServiceUri",
        "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
    ];

    [Fact]
    public void What_the_code_reads_is_set_and_what_is_set_is_read()
    {
        var set = Deployment.All.SelectMany(Set).ToHashSet();
        Assert.Empty(Read().Except(set).Except(ElsewhereOnly));
        Assert.Empty(set.Except(Read()).Except(OfThePlatform));
        Assert.Empty(OfThePlatform.Except(set));
    }

    [Fact]
    public void Every_setting_that_is_read_is_described() =>
        Assert.All(Read().Where(name => name.StartsWith("LearningSociety__", StringComparison.Ordinal)), name => Assert.True(Described(name), $"docs/interface.md does not name {name}"));

    [Fact]
    public void The_host_takes_as_much_in_a_request_as_the_app()
    {
        var limits = Repository.Text("functions/App/Web/Answers/RequestLimits.cs");
        Assert.Contains("FilesAtOnce = 10;", limits, StringComparison.Ordinal);
        Assert.Contains("Frame = 1 << 20;", limits, StringComparison.Ordinal);
        Assert.Contains($"'FUNCTIONS_REQUEST_BODY_SIZE_LIMIT', '{(10 * 52_428_800) + (1 << 20)}'", Settings(Deployment.Of("dev")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DataStorage")]
    [InlineData("AzureWebJobsStorage")]
    public void A_connection_names_all_three_services_and_the_identity(string connection) => Assert.Empty(
        ((string[])["blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"]).Select(part => $"{connection}__{part}").Except(Set(Deployment.Of("dev"))));

    [Fact]
    public void Triggers_use_connections_that_are_set() => Assert.All(
        from file in Repository.Files("functions", ".cs")
        from Match connection in Regex.Matches(Repository.Text(file), @"Connection = ""(\w+)""")
        select connection.Groups[1].Value,
        name => Assert.Contains($"{name}__queueServiceUri", Set(Deployment.Of("dev"))));

    // What belongs to a choice is set where that was chosen, and nowhere else.
    [Theory]
    [InlineData("dev", "Mail__CommunicationEndpoint", "Seal__Endpoint")]
    [InlineData("prod", "Mail__CommunicationEndpoint", "Seal__Endpoint")]
    [InlineData("intelligence", "Mail__CommunicationEndpoint")]
    [InlineData("closed", "Access__EntraId", "Layout__Key", "Mail__Smtp__Host", "Mail__Smtp__Password", "Mail__Smtp__Port", "Mail__Smtp__StartTls", "Mail__Smtp__User", "Seal__Endpoint", "Seal__Key", "TrustedRoots")]
    public void A_choice_brings_its_settings(string deployment, params string[] settings)
    {
        var always = Deployment.All.Select(Set).Aggregate((one, other) => [.. one.Intersect(other)]);
        Assert.Equal(settings.Select(name => "LearningSociety__" + name), Set(Deployment.Of(deployment)).Except(always).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Secrets_are_references_to_the_vault()
    {
        var vault = Repository.Text("bicep/modules/key-vault.bicep");
        Assert.All((string[])["layout-key", "smtp-password"], name => Assert.Contains($"SecretName={name})'", vault, StringComparison.Ordinal));
        var settings = Settings(Deployment.Of("closed"));
        Assert.Contains(".outputs.layoutKeyReference.value), createObject(), createObject('LearningSociety__Layout__Key', parameters('layoutKey'), 'LearningSociety__Seal__Key', parameters('layoutKey'))", settings, StringComparison.Ordinal);
        Assert.Equal("smtpPasswordReference", Regex.Match(settings, @"'LearningSociety__Mail__Smtp__Password', reference\(.*?\.outputs\.(\w+)\.value").Groups[1].Value);
    }

    // The settings are put together while deploying; until then they are one expression, in which each name stands before its value.
    private static string Settings(Deployment deployment) => Assert.Single(deployment.OfType("Microsoft.Web/sites/config"), config => config.Name.EndsWith("/appsettings", StringComparison.Ordinal)).Text("properties");

    private static HashSet<string> Set(Deployment deployment) =>
        [.. Regex.Matches(Settings(deployment), "'((?:LearningSociety__|AzureWebJobs|DataStorage|AZURE_|APPLICATIONINSIGHTS_|FUNCTIONS_)\\w+)',").Select(name => name.Groups[1].Value)];

    private static List<string> Read()
    {
        var reader = Repository.Text("functions/App/Settings/SettingsReader.cs");
        var ours = Regex.Matches(reader, @"source\.(?:Text|Address|Duration|Whole|Flag)\(""([\w:]+)""").Select(name => $"LearningSociety:{name.Groups[1].Value}");
        var roots = Regex.Matches(reader, @"source\.RootAddress\(\$""\{StorageName\}:(\w+)""").Select(name => $"DataStorage:{name.Groups[1].Value}");
        return [.. ours.Concat(roots).Distinct().Select(name => name.Replace(":", "__", StringComparison.Ordinal))];
    }

    // The table writes a section once: `LearningSociety:Mail:Smtp:Host`, `:Port`.
    private static bool Described(string name)
    {
        var parts = name.Split("__")[1..];
        return Repository.Text("docs/interface.md").Split('\n').Any(line =>
            line.Contains($"`LearningSociety:{string.Join(':', parts)}`", StringComparison.Ordinal)
            || (line.Contains($"`:{parts[^1]}`", StringComparison.Ordinal) && line.Contains($"`LearningSociety:{string.Concat(parts[..^1].Select(part => part + ":"))}", StringComparison.Ordinal)));
    }
}
