using System.Text.RegularExpressions;

namespace LearningSociety.Architecture;

/// <summary>What every source of the product keeps to.</summary>
public sealed class SourceTests
{
    private const int MostLines = 300;

    // Files that are longer than they should be, each with its reason; best none.
    private static readonly string[] LongerFiles = [];

    private static IEnumerable<string> Sources => Repository.Files(".cs", "functions", "infra");

    [Fact]
    public void There_are_sources_to_look_at()
    {
        foreach (var folder in (string[])["functions/Domain", "functions/Extraction", "functions/Catalog", "functions/App", "infra/layout", "infra/embedded", "infra/cli"])
            Assert.NotEmpty(Repository.Files(".cs", folder));
    }

    [Fact]
    public void Functions_are_the_same_files_in_both_editions() => Assert.Empty(
        from file in Repository.Files(".cs", "functions")
        where Regex.IsMatch(Repository.Text(file), @"^\s*#\s*(if|elif|else|define)\b", RegexOptions.Multiline)
        select file);

    [Fact]
    public void A_type_is_named_after_what_it_is()
    {
        var vague =
            from file in Sources
            from Match type in Regex.Matches(Repository.Code(file), @"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(\w+)")
            where Regex.IsMatch(type.Groups[1].Value, "(Helpers?|Utils?|Utilities|Utility|Manager)$|^Common$")
            select $"{file}: {type.Groups[1].Value}";
        Assert.Empty(vague);
    }

    [Fact]
    public void A_folder_is_named_after_an_idea() => Assert.Empty(
        from file in Sources
        where Regex.IsMatch(file, "/(Helpers?|Utils?|Utilities|Common|Misc)/", RegexOptions.IgnoreCase)
        select file);

    [Fact]
    public void A_file_has_fewer_than_300_lines()
    {
        var lengths = Sources.ToDictionary(f => f, f => Repository.Text(f).AsSpan().Count('\n'));
        Assert.Empty(lengths.Where(f => f.Value >= MostLines && !LongerFiles.Contains(f.Key)).Select(f => $"{f.Key}: {f.Value} lines"));
        Assert.All(LongerFiles, f => Assert.True(lengths.GetValueOrDefault(f) >= MostLines, $"{f} needs its exception no longer."));
    }

    [Fact]
    public void Nothing_is_left_undone()
    {
        var undone =
            from file in Sources
            from Match mark in Regex.Matches(Repository.Text(file), @"\bNotImplementedException\b|\bTODO\b|\bFIXME\b|\bHACK\b")
            select $"{file}: {mark.Value}";
        Assert.Empty(undone);
    }

    [Theory]
    [InlineData("functions")]
    [InlineData("infra/embedded")]
    [InlineData("infra/layout")]
    public void Namespaces_stand_for_the_whole_file(string folder) => Assert.Empty(
        from file in Repository.Files(".cs", folder)
        where Regex.IsMatch(Repository.Code(file), @"^\s*namespace\s+[\w.]+\s*\{?\s*$", RegexOptions.Multiline)
        select file);
}
