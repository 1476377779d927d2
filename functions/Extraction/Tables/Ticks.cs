using System.Collections.Immutable;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>What tables are ticked with, as it comes: marks that were seen, and letters and signs that were read.</summary>
internal static class Ticks
{
    /// <summary>What stands for a mark among the words of a row.</summary>
    public const string Mark = "✓";

    /// <summary>What stands for a mark in the text of a cell.</summary>
    public const string Selected = ":selected:";

    /// <summary>Letters and signs that people tick with.</summary>
    public const string Signs = "xX✓✔√☑☒✗✘■●";

    // Of widths and heights in fractions of the page.
    private const double PlusWidth = 0.38;

    /// <summary>The marks of a page as words, those included that are letters or signs of its text; empty where it has none.</summary>
    public static ImmutableArray<PlacedWord> Marks(Sheet sheet) =>
    [
        .. sheet.Layout.Marks.Where(mark => mark.Selected).Select(mark => new PlacedWord(Mark, mark.Confidence, sheet.File, sheet.Number, mark.Box)),
        .. sheet.Words.Where(IsSign).Select(word => new PlacedWord(Mark, word.Confidence, word.File, word.Page, word.Box)),
    ];

    /// <summary>Whether a word is a mark that is a sign of a font. What is as narrow as a stroke is no plus.</summary>
    public static bool IsSign(PlacedWord word) =>
        word.Text.Length == 1 && (Signs.Contains(word.Text, StringComparison.Ordinal) || (word.Text == "+" && word.Box.Width > PlusWidth * word.Box.Height));

    /// <summary>Whether a mark was seen in a cell.</summary>
    public static bool IsMarked(LayoutCell cell) => cell.Text.Contains(Selected, StringComparison.Ordinal);
}
