namespace LearningSociety.App.Processing.Layouts;

/// <summary>The cloud service writes selection marks into text as ":selected:" and ":unselected:".</summary>
internal static class SelectionText
{
    /// <summary>The text without empty boxes; a ticked box reads as the tick that people write, "x".</summary>
    public static string Clean(string? text) =>
        text is null ? ""
        : !text.Contains(":selected:", StringComparison.Ordinal) && !text.Contains(":unselected:", StringComparison.Ordinal) ? text
        : string.Join(' ', text.Replace(":unselected:", " ", StringComparison.Ordinal).Replace(":selected:", " x ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True for a word that is a mark and no text.</summary>
    public static bool IsMark(string text) => text is ":selected:" or ":unselected:";
}
