namespace LearningSociety.App.Registers.Imports;

/// <summary>A column of a file to import.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name in Vietnamese, which the file may bear instead.</param>
/// <param name="Required">True when the file must have it.</param>
/// <param name="Meaning">What goes in, in Vietnamese.</param>
public sealed record ImportColumn(string Name, string Title, bool Required, string Meaning);
