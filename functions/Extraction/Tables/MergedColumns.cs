using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Parts a column that is ticked for several results and is one only because the lines between them were not found, as on a coarse fax:
/// its head names the results side by side, and its rows hold marks.
/// </summary>
internal static class MergedColumns
{
    private const int MostHeadRows = 3;
    private const double ColumnGap = 0.5;
    private const int LongestMark = 2;
    private const double Most = 0.8;

    /// <summary>The table with such columns parted; the table itself when it has none.</summary>
    /// <param name="sheet">The table's page.</param>
    /// <param name="table">A table.</param>
    /// <param name="words">How results are named.</param>
    public static LayoutTable Parted(Sheet sheet, LayoutTable table, ResultWords words)
    {
        foreach (var head in table.Cells.Where(cell => cell.Row < MostHeadRows && cell.ColumnSpan == 1 && IsTicked(table, cell)).OrderByDescending(cell => cell.Column).ToList())
        {
            if (Names(sheet, head, words) is { Length: > 1 } names) table = WithColumns(sheet, table, head, names);
        }

        return table;
    }

    private static bool IsTicked(LayoutTable table, LayoutCell head)
    {
        var below = table.Cells.Where(cell => cell.Row >= head.Row + head.RowSpan && cell.Column == head.Column && cell.ColumnSpan == 1).Select(cell => Grid.KeyOf(cell with { Text = cell.Text.Replace(Ticks.Selected, "", StringComparison.Ordinal) })).ToList();
        return below.Count > 0 && below.Count(key => key.Length <= LongestMark) >= Most * below.Count;
    }

    // What stands side by side, each the name of another result; what runs across all of them is left aside.
    private static ImmutableArray<TextRow> Names(Sheet sheet, LayoutCell head, ResultWords words)
    {
        var lines = TextRow.Group(sheet.Words.Where(word => word.Key.Length > 0 && head.Box.Contains(word.Box.CentreX, word.Box.CentreY))).Select(line => line.Pieces(sheet.Aspect, ColumnGap)).ToList();
        var columns = new List<TextRow>();
        foreach (var piece in lines.SelectMany(line => line).Where(piece => lines.TrueForAll(line => line.Count(other => other != piece && Overlap(other, piece)) < 2)).OrderBy(piece => piece.Box.Top))
        {
            var at = columns.FindIndex(column => Overlap(column, piece));
            if (at < 0) columns.Add(piece);
            else columns[at] = new([.. columns[at].Words, .. piece.Words]);
        }

        var results = columns.Select(column => words.Understand(column.Text)?.Result).ToList();
        return results.TrueForAll(result => result is not null) && results.Distinct().Count() == results.Count ? [.. columns.OrderBy(column => column.Box.Left)] : [];
    }

    private static bool Overlap(TextRow one, TextRow other) => one.Box.Left < other.Box.Right && one.Box.Right > other.Box.Left;

    private static LayoutTable WithColumns(Sheet sheet, LayoutTable table, LayoutCell head, ImmutableArray<TextRow> names)
    {
        var more = names.Length - 1;
        ImmutableArray<double> edges = [head.Box.Left, .. names.Zip(names.Skip(1), (one, next) => (one.Box.Right + next.Box.Left) / 2), head.Box.Right];
        var cells = ImmutableArray.CreateBuilder<LayoutCell>();
        foreach (var cell in table.Cells)
        {
            if (cell.Column > head.Column) cells.Add(cell with { Column = cell.Column + more });
            else if (cell.Column + cell.ColumnSpan <= head.Column) cells.Add(cell);
            else if (cell.ColumnSpan > 1 || cell.Row < head.Row) cells.Add(cell with { ColumnSpan = cell.ColumnSpan + more });
            else cells.AddRange(Enumerable.Range(0, names.Length).Select(at => Part(sheet, cell, at, new(edges[at], cell.Box.Top, edges[at + 1], cell.Box.Bottom), cell == head ? names[at] : null)));
        }

        return table with { Columns = table.Columns + more, Cells = cells.ToImmutable() };
    }

    private static LayoutCell Part(Sheet sheet, LayoutCell cell, int at, PageBox box, TextRow? name) =>
        PlacedCell.Of(cell.Row, cell.Column + at, 1, box, name?.Words ?? [.. sheet.Words.Where(word => box.Contains(word.Box.CentreX, word.Box.CentreY))]) with { RowSpan = cell.RowSpan };
}
