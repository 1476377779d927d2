using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Extraction.Layouts;

/// <summary>
/// Parts cells that are one only because the lines between them were not found, as in a shaded head: the cells below stand apart,
/// and the words stand apart as they do. Words that run across several columns head them all. A part of a scan's cell without words is
/// no blank cell: beside words a mark may not have been seen.
/// </summary>
internal static class MergedCells
{
    // A blank is about a quarter of a line's height; words of two columns stand further apart.
    private const double WideGap = 0.7;
    private const double SameLine = 0.5;
    private const double Covers = 0.3;
    private const double Stroke = 0.15;
    private const int FewestApart = 2;
    private const int FewestHeads = 3;

    /// <summary>The table with such cells parted; the table itself when it has none.</summary>
    /// <param name="table">A table.</param>
    /// <param name="words">The words of its page.</param>
    /// <param name="aspect">Page width over page height.</param>
    public static LayoutTable Parted(LayoutTable table, ImmutableArray<LayoutWord> words, double aspect)
    {
        table = RestParted(table, words);
        foreach (var cell in table.Cells.Where(cell => cell.ColumnSpan > 1).OrderByDescending(cell => cell.Row).ToList())
        {
            if (IsHeadOfHeads(table, cell) || Columns(table, cell) is not { } columns) continue;
            var own = words.Where(word => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY)).ToList();
            var height = own.Select(word => word.Box.Height).DefaultIfEmpty().Max();
            var segments = Segments([.. own.Where(word => !columns.Skip(1).Any(column => BorderStrokes.IsStrokeOn(word, column.Left, height, aspect)))], aspect)
                .Select(segment => (Text: segment, Columns: Covered(PageBox.Around(segment.Select(word => word.Box))!, columns, aspect))).ToList();
            if (cell.Row == 0) table = HeadParted(table, cell, columns, segments);
            else if (segments.Count > 0 && segments.All(segment => segment.Columns.Length == 1) && (cell.Column > 0 || segments.Any(segment => segment.Columns[0] != segments[0].Columns[0])))
                table = Replaced(table, cell, [.. columns.Select(column => Part(cell, column, [.. segments.Where(segment => segment.Columns[0] == column.Column).Select(segment => segment.Text)])).Where(part => part.Text.Length > 0 || cell.Confidence >= Confidence.OfTextLayer)]);
        }

        return table;
    }

    // A head that alone runs on into a blank row below all heads has taken the rest of a row that the page before began.
    private static LayoutTable RestParted(LayoutTable table, ImmutableArray<LayoutWord> words)
    {
        if (table.Cells.Where(cell => cell.Row == 0 && cell.RowSpan > 1).ToArray() is not [{ RowSpan: 2, ColumnSpan: 1 } tall]) return table;
        var heads = table.Cells.Where(cell => cell.Row == 0 && cell != tall).ToList();
        if (heads.Count < FewestHeads || heads.Exists(cell => cell.ColumnSpan > 1 || cell.Text.Length == 0) || table.Cells.Any(cell => cell.Row == 1 && cell.Text.Length > 0)) return table;
        var border = heads.Average(cell => cell.Box.Bottom);
        var own = words.Where(word => tall.Box.Contains(word.Box.CentreX, word.Box.CentreY)).ToList();
        var (above, below) = (own.Where(word => word.Box.CentreY < border).ToList(), own.Where(word => word.Box.CentreY >= border).ToList());
        return above.Count == 0 || below.Count == 0 ? table : Replaced(table, tall,
            [
                (tall with { RowSpan = 1, Box = new(tall.Box.Left, tall.Box.Top, tall.Box.Right, border) }).Holding(above),
                (tall with { Row = 1, RowSpan = 1, Box = new(tall.Box.Left, border, tall.Box.Right, tall.Box.Bottom) }).Holding(below),
            ]);
    }

    // Beside heads of two rows, with heads of its own below it: the lines that there are say what it spans.
    private static bool IsHeadOfHeads(LayoutTable table, LayoutCell cell) => cell.Row == 0
        && table.Cells.Any(other => other.Row == 0 && other.ColumnSpan == 1 && other.RowSpan > cell.RowSpan && other.Text.Length > 0)
        && table.Cells.Count(below => below.Row == cell.RowSpan && below.ColumnSpan == 1 && below.Column >= cell.Column && below.Column < cell.Column + cell.ColumnSpan && below.Text.Length > 1) == cell.ColumnSpan;

    // Each column's edges, from cells that stand in it alone; null when too few rows keep two of them apart.
    private static ImmutableArray<(int Column, double Left, double Right)>? Columns(LayoutTable table, LayoutCell cell)
    {
        var edges = ImmutableArray.CreateBuilder<(int, double, double)>();
        for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
        {
            var alone = table.Cells.Where(other => other.Column == column && other.ColumnSpan == 1 && other.Row != cell.Row).ToList();
            if (alone.Count >= FewestApart) edges.Add((column, alone.Average(other => other.Box.Left), alone.Average(other => other.Box.Right)));
        }

        return edges.Count < FewestApart ? null : edges.ToImmutable();
    }

    private static IEnumerable<ImmutableArray<LayoutWord>> Segments(ImmutableArray<LayoutWord> words, double aspect)
    {
        var lines = new List<List<LayoutWord>>();
        foreach (var word in words.OrderBy(word => word.Box.CentreY))
        {
            var line = lines.LastOrDefault(line => Math.Abs(line[0].Box.CentreY - word.Box.CentreY) < SameLine * Math.Max(line[0].Box.Height, word.Box.Height));
            if (line is null) lines.Add([word]);
            else line.Add(word);
        }

        foreach (var line in lines)
        {
            var height = line.Average(word => word.Box.Height);
            var segment = ImmutableArray.CreateBuilder<LayoutWord>();
            foreach (var word in line.OrderBy(word => word.Box.Left))
            {
                if (segment.Count > 0 && (word.Box.Left - segment[^1].Box.Right) * aspect > WideGap * height)
                {
                    yield return segment.ToImmutable();
                    segment.Clear();
                }

                segment.Add(word);
            }

            yield return segment.ToImmutable();
        }
    }

    // A stroke, such as a piece of a border, covers no two columns.
    private static ImmutableArray<int> Covered(PageBox box, ImmutableArray<(int Column, double Left, double Right)> columns, double aspect)
    {
        var covered = box.Width * aspect < Stroke * box.Height ? [] : columns.Where(column => Math.Min(box.Right, column.Right) - Math.Max(box.Left, column.Left) > Covers * Math.Min(box.Width, column.Right - column.Left)).Select(column => column.Column).ToImmutableArray();
        return covered.IsEmpty ? [columns.MinBy(column => Math.Abs(((column.Left + column.Right) / 2) - box.CentreX)).Column] : covered;
    }

    private static LayoutTable HeadParted(
        LayoutTable table, LayoutCell cell, ImmutableArray<(int Column, double Left, double Right)> columns, List<(ImmutableArray<LayoutWord> Text, ImmutableArray<int> Columns)> segments)
    {
        var own = segments.Where(segment => segment.Columns.Length == 1).ToList();
        if (own.Select(segment => segment.Columns[0]).Distinct().Count() < FewestApart) return table;
        var parts = columns.Select(column => Part(cell, column, [.. own.Where(segment => segment.Columns[0] == column.Column).Select(segment => segment.Text)])).ToImmutableArray();
        var groups = segments.Where(segment => segment.Columns.Length > 1).ToList();
        if (groups.Count == 0) return Replaced(table, cell, parts);

        // Heads over several columns become a row of their own above the columns' heads.
        var first = groups.Min(group => group.Columns[0]);
        var last = groups.Max(group => group.Columns[^1]);
        var box = new PageBox(columns.First(column => column.Column == first).Left, cell.Box.Top, columns.First(column => column.Column == last).Right, cell.Box.Bottom);
        var above = cell with { Column = first, ColumnSpan = last - first + 1, RowSpan = 1, Text = Join(groups.Select(group => group.Text)), Box = box };
        return new(
            table.Rows + 1, table.Columns, table.Box,
            [
                above, .. parts.Select(part => part.Column >= first && part.Column <= last ? part with { Row = 1 } : part with { RowSpan = part.RowSpan + 1 }),
                .. table.Cells.Where(other => other != cell).Select(other => other.Row > 0 ? other with { Row = other.Row + 1 } : other with { RowSpan = other.RowSpan + 1 }),
            ]);
    }

    private static LayoutCell Part(LayoutCell cell, (int Column, double Left, double Right) column, ImmutableArray<ImmutableArray<LayoutWord>> texts) =>
        (cell with { Column = column.Column, ColumnSpan = 1, Box = new(column.Left, cell.Box.Top, column.Right, cell.Box.Bottom) }).Holding(texts.SelectMany(text => text));

    private static string Join(IEnumerable<ImmutableArray<LayoutWord>> texts) => string.Join(' ', texts.SelectMany(text => text).Select(word => word.Text));

    private static LayoutTable Replaced(LayoutTable table, LayoutCell cell, ImmutableArray<LayoutCell> parts) => table with { Cells = [.. table.Cells.Where(other => other != cell), .. parts] };
}
