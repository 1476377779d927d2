using System.Runtime.Versioning;

// The tests of shell scripts and containers run where those do.
[assembly: SupportedOSPlatform("linux")]

namespace LearningSociety.Infrastructure;

/// <summary>The files of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder, relative to the root, with slashes.</summary>
    public static IEnumerable<string> Files(string folder, string extension) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*" + extension, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LearningSociety.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("These tests read the repository that they were built from, and there is no LearningSociety.sln above them.");
    }
}
