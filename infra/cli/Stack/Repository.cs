namespace LearningSociety.Cli.Stack;

/// <summary>Where things stand in the checkout that this program was built from.</summary>
public sealed record Repository
{
    private Repository(string root) => Root = root;

    /// <summary>The repository's root folder.</summary>
    public string Root { get; }

    /// <summary>What runs leave behind: tools, data, logs.</summary>
    public string RunFolder => Path.Combine(Root, ".run");

    /// <summary>The sample dossiers.</summary>
    public string Samples => Path.Combine(Root, "samples");

    /// <summary>Azurite's start script.</summary>
    public string Azurite => Path.Combine(RunFolder, "tools", "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>A project's built program.</summary>
    public string Program(string folder, string assembly) =>
        Path.Combine(Root, folder, "bin", "Embedded", Configuration, "net10.0", assembly + ".dll");

    /// <summary>Finds the root above this program; null when it was moved out of its checkout.</summary>
    public static Repository? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LearningSociety.sln")))
                return new(folder.FullName);
        return null;
    }

    private static string Configuration
    {
        get
        {
            // This program stands in …/bin/<edition>/<configuration>/<framework>/.
            var folder = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return folder.Parent?.Name ?? "Release";
        }
    }
}
