namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>Inputs, results and events are references, not contents: beyond this length they are refused.</summary>
internal static class PayloadLimit
{
    /// <summary>Characters of JSON.</summary>
    public const int Longest = 4 * 1024 * 1024;

    /// <exception cref="ArgumentException">The text is too long.</exception>
    public static string? Check(string? json, string what) => json is not { Length: > Longest }
        ? json
        : throw new ArgumentException($"The JSON of {what} is {json.Length} characters; at most {Longest} are allowed. Put it into a blob and pass the blob's name.");
}
