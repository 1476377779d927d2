namespace LearningSociety.Layout.Result;

/// <summary>The name of this engine; it changes when the same file may be read otherwise, so that callers know to read again.</summary>
public static class Engine
{
    /// <summary>Name and version.</summary>
    public const string Name = "learning-society-layout/4";
}
