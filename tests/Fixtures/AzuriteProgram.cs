namespace LearningSociety.Fixtures;

/// <summary>Finds the Azurite that the tests run against.</summary>
internal static class AzuriteProgram
{
    private const string Setting = "LEARNINGSOCIETY_AZURITE";

    /// <summary>The program's path.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given)
            return File.Exists(given) ? given : throw new FileNotFoundException($"{Setting} names {given}, and there is no such file.");

        if (RepositoryFolder.Find() is { } root)
        {
            var installed = Path.Combine(root, ".run", "tools", "node_modules", ".bin", "azurite");
            if (File.Exists(installed))
                return installed;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, "azurite")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException(
                $"These tests need Azurite: run ./test.sh, which installs it, or name the program in {Setting}.");
    }
}
