using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Text;

/// <summary>A word with the upright page it stands on. The text is tidy (NFC, one kind of dash and quote); plain and key are its folded forms, plain letter for letter.</summary>
internal sealed record PlacedWord(string Text, Confidence Confidence, string File, int Page, PageBox Box)
{
    /// <summary>The word as people are shown it: composed, its dashes and quotes as printed.</summary>
    public string Shown { get; init; } = Text;

    /// <summary>Its box on the page as people see it.</summary>
    public PageBox Seen { get; init; } = Box;

    /// <summary>Folded, with punctuation.</summary>
    public string Plain { get; } = VietnameseText.Fold(Text);

    /// <summary>Folded, letters and digits only; empty for punctuation.</summary>
    public string Key { get; } = VietnameseText.Words(Text);

    /// <summary>True when the word has letters and all of them are capitals.</summary>
    public bool IsCapitals { get; } = Text.Any(char.IsLetter) && !Text.Any(char.IsLower);

    /// <summary>True when the word begins with a capital letter.</summary>
    public bool IsCapitalised { get; } = Text.FirstOrDefault(char.IsLetter) is var first && char.IsUpper(first);
}
