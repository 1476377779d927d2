using System.Text.RegularExpressions;

namespace LearningSociety.Infrastructure.Delivery;

/// <summary>The layout server's container file; no container engine is at hand to build it.</summary>
public sealed class ContainerTests
{
    private static readonly string[] Lines = Regex.Replace(Repository.Text("infra/layout/Dockerfile"), @"\\\n(\s*#[^\n]*\n)*", " ").Split('\n');

    private static IEnumerable<string> Steps(string name) => Lines.Where(line => line.StartsWith(name + " ", StringComparison.Ordinal));

    [Fact]
    public void It_is_built_in_stages_and_ends_with_one_clean_layer()
    {
        Assert.True(Steps("FROM").Count() >= 3);
        Assert.Equal("FROM scratch", Steps("FROM").Last());
        Assert.All(Steps("FROM"), step => Assert.DoesNotContain(":latest", step, StringComparison.Ordinal));
    }

    [Fact]
    public void It_runs_as_nobody_in_particular_and_has_no_shell()
    {
        Assert.Matches(@"^USER [1-9]\d{3,}:[1-9]\d{3,}$", Assert.Single(Steps("USER")));
        Assert.StartsWith("ENTRYPOINT [", Assert.Single(Steps("ENTRYPOINT")), StringComparison.Ordinal);
        Assert.Contains(Steps("RUN"), step => step.Contains("rm -f /bin/bash", StringComparison.Ordinal) && step.Contains("/bin/sh", StringComparison.Ordinal));
        Assert.Contains(Steps("RUN"), step => step.Contains("-perm /6000", StringComparison.Ordinal));
    }

    [Fact]
    public void It_has_the_packages_of_every_other_installation()
    {
        Assert.Contains(Steps("COPY"), step => step.Contains("infra/setup/packages-run.txt", StringComparison.Ordinal));
        Assert.Contains(Steps("RUN"), step => step.Contains("xargs -a /tmp/packages apt-get install", StringComparison.Ordinal));
        // Versions are those of this Debian release.
        Assert.Contains("FROM debian:12-slim AS system", Steps("FROM"));
    }

    [Fact]
    public void What_is_copied_is_there_and_is_sent_to_the_builder()
    {
        var sent = Repository.Text(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = Steps("COPY").Where(step => !step.Contains("--from=", StringComparison.Ordinal)).SelectMany(step => step.Split(' ')[1..^1]);
        Assert.All(copied, path =>
        {
            Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path);
            Assert.Contains(sent, allowed => path == allowed || path.StartsWith(allowed + "/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_port_is_the_one_that_the_deployment_calls()
    {
        var port = Regex.Match(Assert.Single(Steps("EXPOSE")), @"\d+").Value;
        Assert.Contains($":{port} ", Assert.Single(Steps("ENV")), StringComparison.Ordinal);
        Assert.Contains($"var port = {port}", Repository.Text("bicep/modules/layout-server.bicep"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("poppler", "GPL")]
    [InlineData("Tesseract", "Apache 2.0")]
    [InlineData("Leptonica", "BSD")]
    public void Licences_of_others_are_named_in_the_image(string program, string licence)
    {
        Assert.Contains(Steps("COPY"), step => step.Contains("infra/layout/NOTICE.md", StringComparison.Ordinal));
        Assert.Matches($@"(?m)^\|.*{program}.*{licence}", Repository.Text("infra/layout/NOTICE.md"));
    }

    [Fact]
    public void Settings_of_the_container_are_settings_of_the_server()
    {
        var known = Regex.Matches(Repository.Text("infra/layout/Work/LayoutSettings.cs"), @"public [\w<>?]+ (\w+) \{ get; init; \}").Select(setting => "Layout__" + setting.Groups[1].Value).ToHashSet();
        var set = Regex.Matches(Repository.Text("infra/layout/Dockerfile") + Repository.Text("bicep/modules/layout-server.bicep"), @"Layout__\w+").Select(setting => setting.Value);
        Assert.Empty(set.Except(known));
    }
}
