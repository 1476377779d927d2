namespace LearningSociety.Layout.Result;

/// <summary>The models of this server.</summary>
public static class Models
{
    /// <summary>Words, lines and tables.</summary>
    public const string Layout = "prebuilt-layout";

    /// <summary>The same with seals and handwriting.</summary>
    public const string Dossier = "dossier";

    /// <summary>True for a model that exists here.</summary>
    public static bool Exists(string model) => model is Layout or Dossier;
}
