using LearningSociety.Embedded.Plumbing;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.Conformance.Triggers.Hosting;

/// <summary>Names in binding expressions, and the storage account that a binding names.</summary>
public sealed class SettingsTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Incoming"] = "incoming",
        ["Nested:Name"] = "x",
        ["AzureWebJobsStorage"] = "own",
        ["Documents"] = "plain",
        ["AzureWebJobsArchive"] = "prefixed",
        ["Archive"] = "not this one",
        ["ConnectionStrings:Old"] = "listed",
        ["Empty"] = "",
        ["AzureFunctionsJobHost:extensions:blobs:maxDegreeOfParallelism"] = "four",
    }).Build();

    [Theory]
    [InlineData("incoming/{name}", "incoming/{name}")]
    [InlineData("%Incoming%/{name}", "incoming/{name}")]
    [InlineData("%Incoming%-%Nested:Name%", "incoming-x")]
    public void A_name_between_percent_signs_is_a_setting(string expression, string resolved) =>
        Assert.Equal(resolved, SettingNames.Resolve(expression, Settings, "F"));

    [Theory]
    [InlineData("%Nothing%/{name}", "Function F: \"%Nothing%/{name}\" names the setting Nothing, which is not set.")]
    [InlineData("100%/{name}", "Function F: \"100%/{name}\" has a % without its partner.")]
    public void A_name_that_is_no_setting_is_refused(string expression, string reason) =>
        Assert.Equal(reason, Assert.Throws<HostRefusedException>(() => SettingNames.Resolve(expression, Settings, "F")).Message);

    [Theory]
    [InlineData(null, "own")]
    [InlineData("", "own")]
    [InlineData("Documents", "plain")]
    [InlineData("%Documents%", "plain")]
    [InlineData("Archive", "prefixed")]
    [InlineData("Old", "listed")]
    public void A_connection_is_looked_for_as_the_real_host_does(string? name, string connection) =>
        Assert.Equal(connection, HostStorage.Connection(Settings, name, "F"));

    [Theory]
    [InlineData("Empty")]
    [InlineData("Nothing")]
    public void A_connection_that_is_not_set_is_refused_by_name(string name) =>
        Assert.Contains($"set {name} to", Assert.Throws<HostRefusedException>(() => HostStorage.Connection(Settings, name, "F")).Message);

    [Fact]
    public void A_value_of_host_json_that_is_no_number_is_refused_by_name() =>
        Assert.StartsWith(
            "host.json: extensions.blobs.maxDegreeOfParallelism is \"four\"",
            Assert.Throws<HostRefusedException>(() => HostJson.Value(Settings, "extensions:blobs:maxDegreeOfParallelism", 1)).Message);
}
