using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace LearningSociety.Infrastructure.Delivery;

/// <summary>What GitHub runs.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Repository.Files(".github/workflows", ".yml")];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_read_and_no_more_unless_a_job_says_so(string file)
    {
        var permissions = (YamlMappingNode)Root(file).Children["permissions"];
        Assert.Equal("read", permissions.Children["contents"].ToString());
        Assert.DoesNotContain(permissions.Children, permission => permission.Value.ToString() == "write" && permission.Key.ToString() != "id-token");
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_workflow_needs_a_stored_secret(string file) => Assert.DoesNotContain("secrets.", Repository.Text(file), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_are_taken_by_commit_with_the_version_beside_it(string file) => Assert.All(
        Regex.Matches(Repository.Text(file), @"uses: *(.+)").Select(use => use.Groups[1].Value), use => Assert.Matches(@"^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", use));

    // A version is one commit wherever it is used.
    [Fact]
    public void Actions_are_the_same_everywhere()
    {
        var uses = Repository.Files(".github/workflows", ".yml").SelectMany(file => Regex.Matches(Repository.Text(file), @"uses: *([\w.-]+/[\w.-]+)[\w./-]*@(.+)").Select(use => (use.Groups[1].Value, use.Groups[2].Value))).Distinct().ToList();
        Assert.Equal(uses.Select(use => use.Item1).Distinct(), uses.Select(use => use.Item1));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Folders_and_files_that_a_workflow_names_are_there(string file) => Assert.All(
        Regex.Matches(Repository.Text(file), @"(?<![\w/.\*$-])((?:functions|infra|tests|bicep|samples)(?:/[\w.-]+)+)(?![\w/*])").Select(path => path.Groups[1].Value.TrimEnd('.')),
        path => Assert.True(path.EndsWith(".lock.json", StringComparison.Ordinal) || Path.Exists(Path.Combine(Repository.Root, path)), $"{file} names {path}"));

    [Fact]
    public void Text_of_strangers_is_never_part_of_a_script() => Assert.Empty(
        from file in Repository.Files(".github/workflows", ".yml")
        from Match use in Regex.Matches(Repository.Text(file), @"\$\{\{ *github\.(event\.(pull_request|issue|comment|head_commit)|head_ref)[^}]*\}\}")
        select $"{file}: {use.Value}");

    [Fact]
    public void Updates_are_looked_for_wherever_something_is_pinned()
    {
        var updates = ((YamlSequenceNode)Root(".github/dependabot.yml").Children["updates"]).Cast<YamlMappingNode>()
            .SelectMany(update => update.Children.TryGetValue("directories", out var several)
                ? ((YamlSequenceNode)several).Select(folder => (update.Children["package-ecosystem"].ToString(), folder.ToString()))
                : [(update.Children["package-ecosystem"].ToString(), update.Children["directory"].ToString())]);
        var pinned = new[] { "functions", "infra" }
            .SelectMany(folder => Repository.Files(folder, "package.json").Select(file => ("npm", "/" + Path.GetDirectoryName(file)))
                .Concat(Repository.Files(folder, ".proj").Select(file => ("nuget", "/" + Path.GetDirectoryName(file))))
                .Concat(Repository.Files(folder, "Dockerfile").Select(file => ("docker", "/" + Path.GetDirectoryName(file)))))
            .Append(("nuget", "/")).Append(("github-actions", "/"));
        Assert.Equal(pinned.Order(), updates.Order());
    }

    [Fact]
    public void Azd_finds_its_hooks_and_projects()
    {
        var root = Root("azure.yaml");
        var infra = (YamlMappingNode)root.Children["infra"];
        Assert.True(File.Exists(Path.Combine(Repository.Root, infra.Children["path"].ToString(), infra.Children["module"] + ".bicep")));
        var service = (YamlMappingNode)((YamlMappingNode)root.Children["services"]).Children["app"];
        var project = Path.Combine(Repository.Root, service.Children["project"].ToString());
        var hooks = ((YamlMappingNode)root.Children["hooks"]).Select(hook => (Folder: Repository.Root, hook.Value))
            .Concat(((YamlMappingNode)service.Children["hooks"]).Select(hook => (Folder: project, hook.Value)));
        Assert.All(hooks, hook =>
        {
            var file = Path.GetFullPath(Path.Combine(hook.Folder, ((YamlMappingNode)hook.Value).Children["run"].ToString()));
            Assert.True(File.Exists(file) && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute), file);
        });
        // The tag that azd finds the app by.
        Assert.Contains("'azd-service-name': 'app'", Repository.Text("bicep/modules/function-app.bicep"), StringComparison.Ordinal);
    }

    private static YamlMappingNode Root(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(Repository.Text(file));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
