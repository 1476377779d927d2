using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Catalog;

/// <summary>A file of the catalogue.</summary>
/// <param name="Name">Its name, for reasons.</param>
/// <param name="Text">Its YAML.</param>
public sealed record CatalogueFile(string Name, string Text);

/// <summary>What is wrong with a file of the catalogue.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">1-based line; 0 when it is the file as a whole.</param>
/// <param name="What">What is wrong and what is expected.</param>
public sealed record CatalogueProblem(string File, int Line, string What)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}, line {Line}: {What}" : $"{File}: {What}";
}

/// <summary>The catalogue, or why there is none.</summary>
/// <param name="Catalogue">The catalogue; null when a file is wrong.</param>
/// <param name="Problems">All that is wrong; empty when there is a catalogue.</param>
public sealed record CatalogueResult(Catalogue? Catalogue, ImmutableArray<CatalogueProblem> Problems);
