using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.Cli.Dossiers;

/// <summary>A folder of PDFs that is one dossier, with what its dossier.json or the command line says of it.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Name">The folder's name, which names its output.</param>
/// <param name="Id">The dossier it becomes.</param>
/// <param name="OfficeName">The office's name.</param>
/// <param name="Received">The day of receipt; null for today.</param>
/// <param name="Files">The files to hand in, by name.</param>
public sealed record DossierFolder(string Folder, string Name, DossierId Id, string OfficeName, DateOnly? Received, ImmutableArray<string> Files)
{
    /// <summary>The file that describes the dossier; it is no part of it.</summary>
    public const string Description = "dossier.json";

    /// <summary>Reads a folder. What cannot be used is said in one sentence.</summary>
    public static DossierFolderResult Read(string folder, DossierDefaults defaults)
    {
        if (!Directory.Exists(folder))
            return DossierFolderResult.Refused(folder, "there is no such folder.");

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var facts = defaults;
        var description = Path.Combine(folder, Description);
        if (File.Exists(description))
        {
            try
            {
                facts = defaults.With(JsonSerializer.Deserialize<DossierDescription>(File.ReadAllText(description), DossierDescription.Json));
            }
            catch (JsonException fault)
            {
                return DossierFolderResult.Refused(folder, $"{Description} is not the JSON expected (line {fault.LineNumber + 1}): correct it or remove it.");
            }
        }

        if (facts.Kind is null || facts.Office is null || facts.Year is null)
            return DossierFolderResult.Refused(folder, $"kind, office and year must be given, in {Description} or by --kind --office --year.");
        if (DossierId.TryCreate(facts.Kind, facts.Year.Value, facts.Office) is not { } id)
            return DossierFolderResult.Refused(folder, $"\"{facts.Kind}\", \"{facts.Office}\", {facts.Year} make no dossier: kind and office are lower-case letters, digits and hyphens, the year lies between 2000 and 2100.");
        DateOnly? received = null;
        if (facts.Received is { } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
                return DossierFolderResult.Refused(folder, $"received is \"{day}\": write the day as 2026-01-12.");
            received = parsed;
        }

        var files = Directory.EnumerateFiles(folder)
            .Where(file => IsPartOfDossier(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal).ToImmutableArray();
        return files.IsEmpty
            ? DossierFolderResult.Refused(folder, "it holds no file to hand in.")
            : DossierFolderResult.Found(new(folder, name, id, facts.OfficeName ?? facts.Office, received, files));
    }

    // Everything but descriptions and hidden files is handed in: a file that is no PDF becomes a finding, it is not left out in silence.
    private static bool IsPartOfDossier(string name) =>
        !name.StartsWith('.') && !name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A folder read, or the sentence that says why not.</summary>
public sealed record DossierFolderResult(string Folder, DossierFolder? Dossier, string? Reason)
{
    /// <summary>It can be handed in.</summary>
    public static DossierFolderResult Found(DossierFolder dossier) => new(dossier.Folder, dossier, null);

    /// <summary>It cannot.</summary>
    public static DossierFolderResult Refused(string folder, string reason) => new(folder, null, reason);
}

/// <summary>What the command line says for folders that do not say it themselves.</summary>
public sealed record DossierDefaults(string? Kind, string? Office, string? OfficeName, int? Year, string? Received)
{
    /// <summary>The description's values win.</summary>
    public DossierDefaults With(DossierDescription? description) => description is null ? this : new(
        description.Kind ?? Kind, description.Office ?? Office, description.OfficeName ?? OfficeName, description.Year ?? Year, description.Received ?? Received);
}

/// <summary>The contents of dossier.json.</summary>
public sealed record DossierDescription(string? Kind, string? Office, string? OfficeName, int? Year, string? Received)
{
    /// <summary>Names in camel case; unknown ones are ignored.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);
}
