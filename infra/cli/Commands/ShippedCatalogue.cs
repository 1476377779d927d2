using LearningSociety.Catalog;
using LearningSociety.Cli.Stack;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Cli.Commands;

/// <summary>The catalogue that the product ships, for the words on the screen.</summary>
internal static class ShippedCatalogue
{
    /// <exception cref="SentenceException">A file of the catalogue is wrong.</exception>
    public static Catalogue Load()
    {
        var result = CatalogueLoader.Load();
        return result.Catalogue ?? throw new SentenceException($"The catalogue cannot be used: {string.Join("; ", result.Problems)}");
    }
}
