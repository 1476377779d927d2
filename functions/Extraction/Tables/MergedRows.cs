using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Parts rows that are one only because the line between them was not found, as on a coarse fax: their label cell holds "CT1" and
/// below it "CT2", or their first cell the head and below it the first criterion. They part where no cell of the row has a word.
/// </summary>
internal static class MergedRows
{
    // "chỉ tiêu 1.2"; what is longer is a numbered list.
    private const int LongestLabel = 12;

    // Beside a criterion in a tall cell the labels are in the second column.
    private const int LastLabelColumn = 1;

    /// <summary>The table with such rows parted; the table itself when it has none.</summary>
    /// <param name="table">A table.</param>
    /// <param name="words">The words of its page.</param>
    public static LayoutTable Parted(LayoutTable table, ImmutableArray<PlacedWord> words)
    {
        for (var row = table.Rows - 1; row >= 0; row--)
        {
            var cells = table.Cells.Where(cell => cell.Row <= row && cell.Row + cell.RowSpan > row).ToList();
            var starts = cells.Where(cell => cell is { RowSpan: 1, ColumnSpan: 1, Column: <= LastLabelColumn }).Select(cell => Labels(words, cell)).FirstOrDefault(labels => labels.Count > 1);
            if (starts is null && row == 0 && table.Rows > 1) starts = BelowHead(words, cells);
            if (starts is null) continue;
            var own = cells.Where(cell => cell.RowSpan == 1).ToList();
            var box = PageBox.Around(own.Select(cell => cell.Box))!;
            var within = words.Where(word => box.Contains(word.Box.CentreX, word.Box.CentreY)).ToList();
            ImmutableArray<double> edges = [box.Top, .. starts.Zip(starts.Skip(1), (upper, lower) => Between(within, upper, lower)), box.Bottom];
            table = WithRows(words, table, row, own, edges);
        }

        return table;
    }

    // The first criterion in one cell with the head above it: the last line of the head, and its own, at whose height a result stands.
    private static IReadOnlyList<PageBox>? BelowHead(ImmutableArray<PlacedWord> words, List<LayoutCell> cells)
    {
        if (cells.Find(cell => cell is { Column: 0, Row: 0, RowSpan: 1 }) is not { } first) return null;
        var lines = Lines(words, first);
        var at = lines.FindIndex(line => RowLabel.Read([line.Text], "") is { Kind: LabelKind.Criterion or LabelKind.Roman or LabelKind.Plain, Number: 1 });
        if (at < 1 || !words.Any(word => word.Box.Left > first.Box.Right && cells.Exists(cell => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY)) && word.Box.CentreY > lines[at].Box.Top && word.Box.CentreY < lines[at].Box.Bottom)) return null;
        return [lines[at - 1].Box, lines[at].Box];
    }

    private static List<TextRow> Lines(ImmutableArray<PlacedWord> words, LayoutCell cell) =>
        [.. TextRow.Group(words.Where(word => word.Key.Length > 0 && cell.Box.Contains(word.Box.CentreX, word.Box.CentreY)))];

    // Lines of a cell of which each is a label, one the next number after the other.
    private static IReadOnlyList<PageBox> Labels(ImmutableArray<PlacedWord> words, LayoutCell cell)
    {
        var lines = Lines(words, cell).Select(line => (line.Box, line.Key.Length, Label: RowLabel.Read([line.Text], ""))).ToList();
        if (lines.Count < 2 || lines.Exists(line => line.Length > LongestLabel || line.Label.Kind is LabelKind.None or LabelKind.Overall or LabelKind.Closing || line.Label.Number == 0)) return [];
        return lines.Zip(lines.Skip(1)).All(pair => pair.First.Label.Kind == pair.Second.Label.Kind && pair.First.Label.Of == pair.Second.Label.Of && pair.Second.Label.Number == pair.First.Label.Number + 1)
            ? [.. lines.Select(line => line.Box)] : [];
    }

    // The middle of the highest gap that runs across all cells from one label to the next; between the labels where there is none.
    private static double Between(List<PlacedWord> words, PageBox upper, PageBox lower)
    {
        var (bottom, best) = (upper.Bottom, (From: upper.Bottom, To: upper.Bottom));
        foreach (var word in words.Where(word => word.Box.Bottom > upper.Bottom && word.Box.CentreY < lower.CentreY).OrderBy(word => word.Box.Top))
        {
            if (word.Box.Top - bottom > best.To - best.From) best = (bottom, word.Box.Top);
            bottom = Math.Max(bottom, word.Box.Bottom);
        }

        if (lower.Top - bottom > best.To - best.From) best = (bottom, lower.Top);
        return best.To > best.From ? (best.From + best.To) / 2 : (upper.CentreY + lower.CentreY) / 2;
    }

    private static LayoutTable WithRows(ImmutableArray<PlacedWord> words, LayoutTable table, int row, List<LayoutCell> own, ImmutableArray<double> edges)
    {
        var more = edges.Length - 2;
        var others = table.Cells.Except(own).Select(cell => cell.Row > row ? cell with { Row = cell.Row + more } : cell.Row + cell.RowSpan > row ? cell with { RowSpan = cell.RowSpan + more } : cell);
        var parts = own.SelectMany(cell => Enumerable.Range(0, more + 1).Select(at => Part(words, cell, row + at, edges[at], edges[at + 1])).Where(part => part.Text.Length > 0 || IsKnown(cell)));
        return table with { Rows = table.Rows + more, Cells = [.. others, .. parts] };
    }

    // Beside the mark of one row that of the other may not have been seen: then there is no cell, and not a blank one.
    private static bool IsKnown(LayoutCell cell) => cell.Text.Length == 0 || cell.Confidence >= Confidence.OfTextLayer || Ticks.IsMarked(cell);

    private static LayoutCell Part(ImmutableArray<PlacedWord> words, LayoutCell cell, int row, double top, double bottom)
    {
        var box = new PageBox(cell.Box.Left, top, cell.Box.Right, bottom);
        return PlacedCell.Of(row, cell.Column, cell.ColumnSpan, box, [.. words.Where(word => box.Contains(word.Box.CentreX, word.Box.CentreY))]);
    }
}
