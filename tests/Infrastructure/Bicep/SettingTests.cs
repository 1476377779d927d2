using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Bicep;

/// <summary>The app's settings: what the code reads is set, and what is set is read.</summary>
public sealed class SettingTests
{
    private const string FunctionApp = "bicep/modules/function-app.bicep";

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
        var set = BicepOutline.Of(FunctionApp).Keys.Where(key => Regex.IsMatch(key, "^(LearningSociety__|AzureWebJobs|DataStorage|AZURE_|APPLICATIONINSIGHTS_|FUNCTIONS_)")).ToHashSet();
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
        Assert.Contains($"maxFileBytes * 10 + {1 << 20}", Repository.Text(FunctionApp), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DataStorage")]
    [InlineData("AzureWebJobsStorage")]
    public void A_connection_names_all_three_services_and_the_identity(string connection) => Assert.Empty(
        ((string[])["blobServiceUri", "queueServiceUri", "tableServiceUri", "credential", "clientId"]).Select(part => $"{connection}__{part}").Except(BicepOutline.Of(FunctionApp).Keys));

    [Fact]
    public void Triggers_use_connections_that_are_set() => Assert.All(
        from file in Repository.Files("functions", ".cs")
        from Match connection in Regex.Matches(Repository.Text(file), @"Connection = ""(\w+)""")
        select connection.Groups[1].Value,
        name => Assert.Contains($"{name}__queueServiceUri", BicepOutline.Of(FunctionApp).Keys));

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
