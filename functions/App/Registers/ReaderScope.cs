namespace LearningSociety.App.Registers;

/// <summary>Which dossiers a reader gets.</summary>
public static class ReaderScope
{
    /// <summary>True when the reader is registered for the kind and the office.</summary>
    public static bool Covers(Reader reader, string kind, string office)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (reader.Kind == "*" || reader.Kind == kind) && PlaceCovers(reader.Place, office);
    }

    private static bool PlaceCovers(string place, string office) =>
        place.EndsWith('*') ? office.StartsWith(place[..^1], StringComparison.Ordinal) : place == office;
}
