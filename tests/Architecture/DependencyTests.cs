using System.Text.RegularExpressions;

namespace LearningSociety.Architecture;

/// <summary>Dependencies run one way: Domain, Extraction and Catalog, App; the layout server stands by itself.</summary>
public sealed class DependencyTests
{
    private const string Domain = "functions/Domain/LearningSociety.Domain.csproj";
    private const string Extraction = "functions/Extraction/LearningSociety.Extraction.csproj";
    private const string Catalog = "functions/Catalog/LearningSociety.Catalog.csproj";
    private const string App = "functions/App/LearningSociety.App.csproj";
    private const string Layout = "infra/layout/LearningSociety.Layout.csproj";

    public static TheoryData<string, string[]> AllowedProjects => new()
    {
        { Domain, [] },
        { Extraction, [Domain] },
        { Catalog, [Domain] },
        { Layout, [] },
    };

    // What a house may name in its sources, beside itself and the base class library.
    public static TheoryData<string, string[]> AllowedNamespaces => new()
    {
        { "functions/Domain", ["LearningSociety.Domain"] },
        { "functions/Extraction", ["LearningSociety.Extraction", "LearningSociety.Domain"] },
        { "functions/Catalog", ["LearningSociety.Catalog", "LearningSociety.Domain", "YamlDotNet"] },
    };

    [Theory]
    [MemberData(nameof(AllowedProjects))]
    public void A_house_refers_to_no_house_above_it(string project, string[] allowed) =>
        Assert.Empty(Repository.References(project).Projects.Except(allowed));

    [Fact]
    public void Domain_and_Extraction_use_no_package() =>
        Assert.Empty(Repository.References(Domain).Packages.Concat(Repository.References(Extraction).Packages));

    [Fact]
    public void Catalog_uses_a_YAML_reader_and_nothing_else() => Assert.Equal(["YamlDotNet"], Repository.References(Catalog).Packages);

    [Fact]
    public void App_refers_to_the_houses_below_it_and_to_stand_ins_alone() => Assert.Empty(
        from project in Repository.References(App).Projects.Except([Domain, Extraction, Catalog])
        where !project.StartsWith("infra/embedded/", StringComparison.Ordinal)
        select project);

    [Fact]
    public void Stand_ins_refer_to_stand_ins_alone() => Assert.Empty(
        from project in Repository.Files(".csproj", "infra/embedded")
        from reference in Repository.References(project).Projects
        where !reference.StartsWith("infra/embedded/", StringComparison.Ordinal)
        select $"{project} refers to {reference}");

    [Theory]
    [MemberData(nameof(AllowedNamespaces))]
    public void Sources_name_only_what_their_house_may_know(string house, string[] allowed)
    {
        var strangers =
            from file in Repository.Files(".cs", house)
            from Match use in Regex.Matches(Repository.Code(file), @"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?([A-Z]\w*(?:\.\w+)*)", RegexOptions.Multiline)
            let name = use.Groups[1].Value
            where name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && !allowed.Any(a => name == a || name.StartsWith(a + ".", StringComparison.Ordinal))
            select $"{file}: {name}";
        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("functions/Domain")]
    [InlineData("functions/Extraction")]
    public void Pure_houses_do_no_input_or_output(string house)
    {
        var touches =
            from file in Repository.Files(".cs", house)
            from Match use in Regex.Matches(Repository.Code(file), @"\b(System\.IO\b|File\.(Read|Write|Open|Exists)\w*|Directory\.\w+|HttpClient|Console\.\w+|DateTime(Offset)?\.(Utc)?Now|Environment\.\w+Variable\w*)")
            select $"{file}: {use.Value}";
        Assert.Empty(touches);
    }

    [Theory]
    [InlineData("functions", "LearningSociety.Layout")]
    [InlineData("functions", "LearningSociety.Embedded")]
    [InlineData("functions", "LearningSociety.Cli")]
    [InlineData("infra/layout", "LearningSociety.App")]
    [InlineData("infra/layout", "LearningSociety.Domain")]
    [InlineData("infra/layout", "LearningSociety.Extraction")]
    [InlineData("infra/layout", "LearningSociety.Catalog")]
    [InlineData("infra/layout", "LearningSociety.Embedded")]
    [InlineData("infra/embedded", "LearningSociety.App")]
    [InlineData("infra/embedded", "LearningSociety.Domain")]
    public void Sources_do_not_name_a_house_that_they_may_not_know(string folder, string house) =>
        Assert.DoesNotContain(Repository.Files(".cs", folder), file => Regex.IsMatch(Repository.Code(file), $@"\b{Regex.Escape(house)}\b"));
}
