using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>Makes cells of tables that no lines show, of the words that stand there.</summary>
internal static class PlacedCell
{
    /// <summary>A cell of one row.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="column">0-based.</param>
    /// <param name="span">How many columns it spans.</param>
    /// <param name="box">Where it is.</param>
    /// <param name="words">Its words, in any order.</param>
    public static LayoutCell Of(int row, int column, int span, PageBox box, IReadOnlyCollection<PlacedWord> words) =>
        new(row, column, 1, span, string.Join(' ', TextRow.Group(words).SelectMany(line => line.Words).Select(word => word.Text)), words.Select(word => word.Confidence).Aggregate(Confidence.Certain, Confidence.Min), box);
}
