namespace LearningSociety.Fixtures;

/// <summary>Finds the repository that the running tests were built from.</summary>
public static class RepositoryFolder
{
    private const string Mark = "LearningSociety.sln";

    /// <summary>The folder that holds the solution, above the tests' assembly; null when the tests run elsewhere.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
                return folder.FullName;
        }

        return null;
    }
}
