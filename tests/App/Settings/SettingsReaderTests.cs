using LearningSociety.App.Settings;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.App.Tests.Settings;

public sealed class SettingsReaderTests
{
    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["DataStorage"] = "UseDevelopmentStorage=true",
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
    [InlineData("DataStorage", "", "DataStorage")]
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
    [InlineData("LearningSociety:Mail:CommunicationEndpoint", "https://mail.example/", "keep one", "LearningSociety:Mail:Smtp:Host", "mail")]
    [InlineData("LearningSociety:Access:EntraId", "true", "App Service authentication")]
    [InlineData("LearningSociety:Access:EntraId", "perhaps", "perhaps")]
    [InlineData("LearningSociety:Access:ForwardedHops", "-1", "ForwardedHops")]
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
    public void Nobody_is_believed_about_a_request_unless_told_so() =>
        Assert.Equal(new AccessSettings(false, 0), SettingsReader.Read(Configuration()).Settings!.Access);

    [Fact]
    public void Identities_of_the_platform_are_believed_where_it_signs_people_in() =>
        Assert.True(SettingsReader.Read(Configuration(("LearningSociety:Access:EntraId", "true"), ("WEBSITE_AUTH_ENABLED", "True"))).Settings!.Access.EntraId);

    [Fact]
    public void Mails_may_leave_by_Communication_Services()
    {
        var mail = SettingsReader.Read(Configuration(("LearningSociety:Mail:CommunicationEndpoint", "https://mail.example/"))).Settings!.Mail;
        Assert.Equal(("mail.example", null, null), (mail.CommunicationEndpoint!.Host, mail.PickupFolder, mail.Smtp));
    }

    [Fact]
    public void Storage_may_be_named_by_addresses()
    {
        var settings = SettingsReader.Read(Configuration(("DataStorage", null), ("DataStorage:blobServiceUri", "https://a.blob.example"), ("DataStorage:tableServiceUri", "https://a.table.example"))).Settings!;
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
