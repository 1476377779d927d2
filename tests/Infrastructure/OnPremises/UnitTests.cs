using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.OnPremises;

/// <summary>What runs the embedded edition on a server.</summary>
public sealed class UnitTests
{
    private const string Folder = "infra/on-premises/units";

    public static TheoryData<string> Services => ["app", "layout", "storage"];

    private static ILookup<string, string> Read(string unit) => Repository.Text($"{Folder}/learning-society-{unit}").Split('\n')
        .Where(line => line.Contains('=') && !line.StartsWith('#'))
        .Select(line => line.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[1]);

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_has_a_user_of_its_own_and_no_more_than_it_needs(string service)
    {
        var unit = Read($"{service}.service");
        Assert.Equal([$"learning-{service}"], unit["User"]);
        foreach (var (name, value) in ((string, string)[])[("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""), ("ProtectSystem", "strict"), ("ProtectHome", "yes"), ("PrivateTmp", "yes"), ("PrivateDevices", "yes")])
            Assert.Equal([value], unit[name]);
        Assert.Equal(["learning-society"], unit["LogNamespace"]);
        Assert.Equal(["always"], unit["Restart"]);
    }

    [Theory]
    [InlineData("layout")]
    [InlineData("storage")]
    public void What_needs_no_network_has_none(string service)
    {
        var unit = Read($"{service}.service");
        Assert.Equal(["any"], unit["IPAddressDeny"]);
        Assert.Equal(["localhost"], unit["IPAddressAllow"]);
    }

    [Fact]
    public void The_storage_gets_the_time_to_write_everything_down()
    {
        var unit = Read("storage.service");
        Assert.Equal(["120"], unit["TimeoutStopSec"]);
        Assert.DoesNotContain("SIGKILL", unit["KillSignal"]);
    }

    [Fact]
    public void Settings_are_settings_of_the_programs()
    {
        var ofApp = Regex.Matches(Repository.Text("infra/on-premises/settings/app.env"), @"(?m)^#?LearningSociety__(\w+)=").Select(name => name.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal));
        var reader = Repository.Text("functions/App/Settings/SettingsReader.cs");
        Assert.All(ofApp, name => Assert.Contains($"\"{name}\"", reader, StringComparison.Ordinal));
        var ofLayout = Regex.Matches(Repository.Text("infra/on-premises/settings/layout.env"), @"(?m)^Layout__(\w+)=").Select(name => name.Groups[1].Value);
        var settings = Repository.Text("infra/layout/Work/LayoutSettings.cs");
        Assert.All(ofLayout, name => Assert.Contains($" {name} {{ get; init; }}", settings, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_blank_of_the_settings_is_filled_in_by_the_installation()
    {
        var blanks = Repository.Files("infra/on-premises/settings", ".env").SelectMany(file => Regex.Matches(Repository.Text(file), "@[A-Z_]+@").Select(blank => blank.Value)).Distinct();
        var install = Repository.Text("infra/on-premises/install.sh");
        Assert.All(blanks.Except(["@LAYOUT_VERSION@"]), blank => Assert.Contains($"s|{blank}|", install, StringComparison.Ordinal));
        Assert.Contains("LearningSociety__Layout__Version=", install, StringComparison.Ordinal);
    }

    [Fact]
    public void The_proxy_says_who_calls_and_lets_nobody_else_say_it()
    {
        var proxy = Repository.Text("infra/on-premises/settings/nginx.conf");
        Assert.Contains("proxy_set_header X-Forwarded-For $remote_addr;", proxy, StringComparison.Ordinal);
        Assert.Contains("proxy_set_header X-MS-CLIENT-PRINCIPAL \"\";", proxy, StringComparison.Ordinal);
        Assert.Contains("LearningSociety__Access__ForwardedHops=\"1\"", Repository.Text("infra/on-premises/settings/app.env"), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"TLSv1(\.1)?[; ]", proxy);
        // The nginx of Debian 12 is 1.22, which knows HTTP/2 as a word of "listen" alone.
        Assert.DoesNotContain("http2 on;", proxy, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_that_units_start_are_placed_by_the_installation()
    {
        var install = Repository.Text("infra/on-premises/install.sh");
        var started = Repository.Files(Folder, ".service").SelectMany(file => Regex.Matches(Repository.Text(file), "/opt/learning-society/current/([a-z-]+)/").Select(place => place.Groups[1].Value)).Distinct();
        Assert.All(started, place => Assert.Contains($"$target/{place}", install, StringComparison.Ordinal));
    }
}
