using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LearningSociety.Catalog;

/// <summary>Reads the catalogue's files into the model. Never throws for a wrong file: it says which line and what.</summary>
public static class CatalogueLoader
{
    /// <summary>The catalogue that the product ships.</summary>
    public static CatalogueResult Load() => Read(Shipped());

    /// <summary>The shipped catalogue with the files of a folder in place of the shipped ones of the same name, or beside them.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static CatalogueResult Load(string folder)
    {
        var own = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => new CatalogueFile(Path.GetFileName(path), File.ReadAllText(path))).ToImmutableArray();
        return Read([.. Shipped().Where(file => own.All(mine => mine.Name != file.Name)), .. own]);
    }

    /// <summary>The files that the product ships, by name.</summary>
    public static ImmutableArray<CatalogueFile> Shipped()
    {
        var assembly = typeof(CatalogueLoader).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Open)];

        CatalogueFile Open(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return new(name, reader.ReadToEnd());
        }
    }

    /// <summary>Reads files given as text; each may hold any part of the catalogue.</summary>
    public static CatalogueResult Read(IEnumerable<CatalogueFile> files)
    {
        var problems = new List<CatalogueProblem>();
        var roots = files.Select(file => Root(file, problems)).OfType<YamlEntry>().ToImmutableArray();
        var catalogue = CatalogueParts.Read(roots);
        foreach (var root in roots) root.Closed();
        if (problems.Count == 0) problems.AddRange(CatalogueConsistency.Check(catalogue));
        return problems.Count == 0 ? new(catalogue, []) : new(null, [.. problems]);
    }

    private static YamlEntry? Root(CatalogueFile file, List<CatalogueProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return new(file.Name, root, problems);
            problems.Add(new(file.Name, 0, "must hold keys such as \"forms\" or \"kinds\" at its top"));
        }
        catch (YamlException error)
        {
            problems.Add(new(file.Name, (int)error.Start.Line, $"is not YAML: {error.Message}"));
        }

        return null;
    }
}
