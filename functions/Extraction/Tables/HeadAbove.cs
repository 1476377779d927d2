using LearningSociety.Domain.Forms;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Finds the results that columns of ticks stand for in the words above a table whose head was not found as part of it.
/// </summary>
internal static class HeadAbove
{
    private const double Reach = 0.16;
    private const double Overlap = 0.01;
    private const int MostWords = 3;

    /// <summary>Gives the tick columns their results; columns without such words above them are left alone.</summary>
    public static void Settle(List<TableColumn> columns, Grid grid, ResultWords words)
    {
        var found = Enumerable.Range(0, columns.Count).Select(column => ResultOver(grid, column, words)).ToList();
        if (found.Count(result => result is not null) < 2) return;
        var (first, last) = (found.FindIndex(result => result is not null), found.FindLastIndex(result => result is not null));
        for (var column = first; column <= last; column++) columns[column] = columns[column] with { Role = ColumnRole.Tick, Result = found[column] };
    }

    private static Result? ResultOver(Grid grid, int column, ResultWords words)
    {
        var (left, right) = grid.EdgesOf(column);
        var above = grid.Sheet.Words.Where(word => word.Key.Length > 0 && word.Box.CentreX > left && word.Box.CentreX < right && word.Box.Bottom <= grid.Box.Top + Overlap && word.Box.Top >= grid.Box.Top - Reach)
            .OrderBy(word => word.Box.CentreY).Select(word => word.Text).ToList();
        for (var start = 0; start < above.Count; start++)
        {
            for (var count = Math.Min(MostWords, above.Count - start); count > 0; count--)
            {
                if (words.Understand(string.Join(' ', above.Skip(start).Take(count))) is { Certainty: >= 0.9 } meaning) return meaning.Result;
            }
        }

        return null;
    }
}
