using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningSociety.Architecture;

/// <summary>The files of the repository, read as text; what is built or installed is left out.</summary>
public static partial class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files below the folders, relative to the root, with slashes.</summary>
    public static IEnumerable<string> Files(string extension, params string[] folders) => folders
        .Select(f => Path.Combine(Root, f))
        .Where(Directory.Exists)
        .SelectMany(f => Directory.EnumerateFiles(f, "*" + extension, SearchOption.AllDirectories))
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !Built().IsMatch(f))
        .Order(StringComparer.Ordinal);

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The source without comments and the content of texts, so that only code is looked at.</summary>
    public static string Code(string file) => NotCode().Replace(Text(file), m => m.Value.StartsWith('/') ? "" : "\"\"");

    /// <summary>What a project refers to in the embedded edition: projects by path from the root, packages by name.</summary>
    public static (IReadOnlyList<string> Projects, IReadOnlyList<string> Packages) References(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var items = XDocument.Parse(Text(project)).Descendants()
            .Where(e => e.Parent?.Attribute("Condition")?.Value.Contains("'Azure'") != true)
            .ToList();
        return (
            [.. items.Where(e => e.Name.LocalName == "ProjectReference")
                .Select(e => Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, folder, e.Attribute("Include")!.Value.Replace('\\', '/')))).Replace('\\', '/'))],
            [.. items.Where(e => e.Name.LocalName is "PackageReference" or "FrameworkReference").Select(e => e.Attribute("Include")!.Value)]);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LearningSociety.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("These tests read the repository that they were built from, and there is no LearningSociety.sln above them.");
    }

    [GeneratedRegex("(^|/)(obj|bin|node_modules|TestResults|\\.run)/")]
    private static partial Regex Built();

    // Comments, then raw, verbatim and plain texts, then characters; the first that begins wins.
    [GeneratedRegex("""
        //[^\n]*|/\*[\s\S]*?\*/|"{3,}[\s\S]*?"{3,}|@"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotCode();
}
