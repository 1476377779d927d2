using LearningSociety.App.Settings;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.App.Tests.Settings;

public sealed class SettingsReaderTests
{
    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["LearningSociety:Layout:Endpoint"] = "http://127.0.0.1:5100/",
    };

    [Fact]
    public void What_is_left_out_has_a_default()
    {
        var settings = SettingsReader.Read(Configuration()).Settings!;
        Assert.Equal((TimeSpan.FromSeconds(60), 50L << 20, 300), (settings.Intake.QuietPeriod, settings.Intake.MaxFileBytes, settings.Intake.MaxPages));
        Assert.Null(settings.Seal);
        Assert.NotNull(settings.Mail.PickupFolder);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "", "AzureWebJobsStorage")]
    [InlineData("LearningSociety:Layout:Endpoint", "", "Layout:Endpoint")]
    [InlineData("LearningSociety:Layout:Endpoint", "ftp://x", "ftp://x")]
    [InlineData("LearningSociety:QuietPeriod", "soon", "soon")]
    [InlineData("LearningSociety:QuietPeriod", "-1", "-1")]
    [InlineData("LearningSociety:MaxFileBytes", "0", "MaxFileBytes")]
    [InlineData("LearningSociety:MaxPages", "many", "many")]
    [InlineData("LearningSociety:PublicUrl", "xa.example", "PublicUrl")]
    [InlineData("LearningSociety:TrustedRoots", "/no/such/folder", "/no/such/folder")]
    [InlineData("LearningSociety:Mail:From", "nobody", "nobody")]
    [InlineData("LearningSociety:Mail:Smtp:Port", "99999", "99999", "LearningSociety:Mail:Smtp:Host", "mail")]
    [InlineData("LearningSociety:Mail:Smtp:User", "u", "Password", "LearningSociety:Mail:Smtp:Host", "mail")]
    [InlineData("LearningSociety:Mail:PickupFolder", "/tmp", "keep one", "LearningSociety:Mail:Smtp:Host", "mail")]
    public void A_wrong_setting_is_one_sentence_that_names_it(string name, string value, string named, string? otherName = null, string? otherValue = null)
    {
        var reading = SettingsReader.Read(Configuration((name, value), (otherName ?? "x", otherValue)));
        Assert.Null(reading.Settings);
        Assert.Contains(named, Assert.Single(reading.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("0.5", 0.5)]
    [InlineData("00:02:00", 120)]
    public void A_time_is_given_in_seconds_or_as_a_clock(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SettingsReader.Read(Configuration(("LearningSociety:QuietPeriod", text))).Settings!.Intake.QuietPeriod);

    [Fact]
    public void Storage_may_be_named_by_addresses()
    {
        var settings = SettingsReader.Read(Configuration(("AzureWebJobsStorage", null), ("AzureWebJobsStorage:blobServiceUri", "https://a.blob.example"), ("AzureWebJobsStorage:tableServiceUri", "https://a.table.example"))).Settings!;
        Assert.Equal("a.table.example", settings.Storage.TableServiceUri!.Host);
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] more)
    {
        var values = new Dictionary<string, string?>(Sound);
        foreach (var (name, value) in more)
            values[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
