using System.Collections.Immutable;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Layouts;

/// <summary>Takes out of cells what recognition read for letters on their borders: pieces of a broken line look like I, l and 1.</summary>
internal static class BorderStrokes
{
    private const string Strokes = "|¦!Iil1ỊịÌìÍíĨĩỈỉ[](){}/\\.,:;'`";
    private const double OnBorder = 0.004;

    // A stroke is a fraction as wide as lines are high; a "1" is about half.
    private const double Slim = 0.25;

    /// <summary>The table without such strokes; the table itself when it has none.</summary>
    /// <param name="table">A table.</param>
    /// <param name="words">The words of its page.</param>
    /// <param name="aspect">Page width over page height.</param>
    public static LayoutTable Removed(LayoutTable table, ImmutableArray<LayoutWord> words, double aspect)
    {
        if (words.IsEmpty) return table;
        var height = words.Select(word => word.Box.Height).Order().ElementAt(words.Length / 2);
        var strokes = words.Where(word => IsStroke(word, height, aspect)).ToList();
        return strokes.Count == 0 ? table : table with { Cells = [.. table.Cells.Select(cell => Removed(cell, words, strokes))] };
    }

    /// <summary>Whether a word is a stroke on a border that was not found, where it stands in other rows.</summary>
    /// <param name="word">A word.</param>
    /// <param name="border">Where the border is, page fraction from the left.</param>
    /// <param name="height">How high lines are, page fraction.</param>
    /// <param name="aspect">Page width over page height.</param>
    public static bool IsStrokeOn(LayoutWord word, double border, double height, double aspect) => Math.Abs(word.Box.CentreX - border) < OnBorder && IsStroke(word, height, aspect);

    private static bool IsStroke(LayoutWord word, double height, double aspect) =>
        word.Box.Width * aspect < Slim * height && VietnameseText.Composed(word.Text).All(letter => Strokes.Contains(letter, StringComparison.Ordinal));

    private static LayoutCell Removed(LayoutCell cell, ImmutableArray<LayoutWord> words, List<LayoutWord> strokes)
    {
        var own = strokes.Where(word => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY) && Math.Min(word.Box.CentreX - cell.Box.Left, cell.Box.Right - word.Box.CentreX) < OnBorder).ToHashSet();
        return own.Count == 0 || cell.Text.Length == 0 ? cell : cell.Holding(words.Where(word => !own.Contains(word) && cell.Box.Contains(word.Box.CentreX, word.Box.CentreY)));
    }
}
