using System.Text.Json;

namespace LearningSociety.App.Records;

/// <summary>The names that values bear in reports, used in records too.</summary>
internal static class Wire
{
    /// <summary>The name of an enumeration's value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value).GetString()!;
}
