using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>
/// Grading tables as their words stand, for pages of which no lines are left or where the grid of the page behind shines through:
/// a district's name and six or seven numbers in a row, row below row, and over each column of numbers what heads it.
/// </summary>
internal static class FigureRows
{
    // A name, its ordinal, seven figures and a note: more columns are another page's.
    private const int MostColumns = 10;
    private const int FewestRows = 2;
    private const int FewestFigures = 4;
    private const int LongestFigure = 4;
    private const int MostHeadRows = 8;
    private const double WidestHead = 0.4;
    private const double HeadGap = 0.9;
    private const double WidestGap = 1.7;
    private const int HeadCellsPerColumn = 3;
    private static readonly ImmutableArray<int> UsualFigures = [6, 7];

    /// <summary>The page with such tables in place of those that could not be read; the page itself when it has none.</summary>
    public static Sheet Settled(Sheet sheet)
    {
        var groups = Groups(sheet);
        var found = groups.Where(group => !sheet.Tables.Any(table => Holds(table, group) && (table.Columns <= MostColumns || !IsMostOf(table, groups)))).ToList();
        if (found.Count == 0) return sheet;
        var kept = sheet.Tables.Where(table => !found.Any(group => Holds(table, group))).ToList();
        var tables = found.Select((group, at) => Table(sheet, group, at == 0 ? 0 : found[at - 1][^1].Row.Box.Bottom));
        return Sheet.Of(sheet.File, sheet.Layout with { Tables = [.. kept, .. tables] });
    }

    // Where noughts are left blank few rows have all figures, and what stands between them would be lost.
    private static bool IsMostOf(LayoutTable table, List<List<FigureRow>> groups) => 2 * groups.Where(group => Holds(table, group)).Sum(group => group.Count) >= table.Rows;

    private static bool Holds(LayoutTable table, IReadOnlyList<FigureRow> group) => group.Any(row => table.Box.Contains(row.Figures[0].Box.CentreX, row.Figures[0].Box.CentreY));

    // Rows of figures below one another; what stands between them is the rest of a name, or ends the table.
    private static List<List<FigureRow>> Groups(Sheet sheet)
    {
        var groups = new List<List<FigureRow>> { new() };
        foreach (var row in sheet.Rows)
        {
            if (FigureRow.Of(row) is { } figures) groups[^1].Add(figures);
            else if (groups[^1].Count > 0 && row.Box.Right >= groups[^1][^1].Figures[0].Box.Left) groups.Add([]);
        }

        return [.. groups.Where(group => group.Count >= FewestRows && UsualFigures.Contains(Usual(group)) && HasEveryGrade(Centres(group)))];
    }

    // The grades' columns are about equally wide; a wide gap is a column whose noughts were left blank.
    private static bool HasEveryGrade(ImmutableArray<double> centres)
    {
        var gaps = centres.Skip(2).Zip(centres.Skip(3), (one, next) => next - one).ToList();
        return gaps.Max() < WidestGap * gaps.Min();
    }

    private static ImmutableArray<double> Centres(List<FigureRow> group)
    {
        var whole = group.Where(row => row.Figures.Length == Usual(group)).ToList();
        return [.. Enumerable.Range(0, Usual(group)).Select(at => whole.Average(row => row.Figures[at].Box.CentreX))];
    }

    private static int Usual(List<FigureRow> group) => group.GroupBy(row => row.Figures.Length).OrderByDescending(counted => counted.Count()).ThenByDescending(counted => counted.Key).First().Key;

    private static LayoutTable Table(Sheet sheet, List<FigureRow> group, double above)
    {
        var centres = Centres(group);
        var half = (centres[^1] - centres[0]) / (centres.Length - 1) / 2;
        var left = group.Min(row => row.Row.Box.Left);
        ImmutableArray<double> borders = [left, centres[0] - half, .. centres.Zip(centres.Skip(1), (one, next) => (one + next) / 2), centres[^1] + half];
        var heads = HeadRows(sheet, group[0].Row, above);
        ImmutableArray<double> edges = [.. Edges(group)];
        var cells = ImmutableArray.CreateBuilder<LayoutCell>();
        var top = heads.Count == 0 ? edges[0] : heads[^1].Box.Top;
        for (var column = 0; column + 1 < borders.Length && heads.Count > 0; column++)
            cells.AddRange(HeadCells(heads, column, new(borders[column], top, borders[column + 1], edges[0])));
        var first = heads.Count == 0 ? 0 : HeadCellsPerColumn;
        for (var row = 0; row < group.Count; row++)
        {
            for (var column = 0; column + 1 < borders.Length; column++)
            {
                var box = new PageBox(borders[column], edges[row], borders[column + 1], edges[row + 1]);
                var words = sheet.Words.Where(word => box.Contains(word.Box.CentreX, word.Box.CentreY) && (column == 0 || FigureRow.IsFigure(word)));
                cells.Add(PlacedCell.Of(first + row, column, 1, box, [.. words]));
            }
        }

        return new(first + group.Count, borders.Length - 1, new(left, top, borders[^1], edges[^1]), cells.ToImmutable());
    }

    // The whole head of a column, and its last lines alone: what spans several columns stands above them, word by word in whichever it falls.
    private static IEnumerable<LayoutCell> HeadCells(List<TextRow> heads, int column, PageBox box)
    {
        var lines = heads.AsEnumerable().Reverse().Select(row => row.Words.Where(word => box.Left <= word.Box.CentreX && word.Box.CentreX < box.Right).ToList()).Where(line => line.Count > 0).ToList();
        var height = box.Height / HeadCellsPerColumn;
        for (var row = 0; row < HeadCellsPerColumn; row++)
        {
            var taken = row == HeadCellsPerColumn - 1 ? lines : lines.TakeLast(HeadCellsPerColumn - 1 - row).ToList();
            yield return PlacedCell.Of(row, column, 1, new(box.Left, box.Top + (row * height), box.Right, box.Top + ((row + 1) * height)), [.. taken.SelectMany(line => line)]);
        }
    }

    // The lines right above the first row that stand as close as lines of one cell do, up to one that runs across.
    private static List<TextRow> HeadRows(Sheet sheet, TextRow first, double above)
    {
        var heads = new List<TextRow>();
        foreach (var row in sheet.Rows.Where(row => row.Box.CentreY < first.Box.Top && row.Box.CentreY > above).Reverse().Take(MostHeadRows))
        {
            var height = row.Words.Max(word => word.Box.Height);
            if (row.Pieces(sheet.Aspect, 1).Max(piece => piece.Box.Width) > WidestHead || (heads.Count > 0 && heads[^1].Box.Top - row.Box.Bottom > HeadGap * height)) break;
            heads.Add(row);
        }

        return heads;
    }

    private static IEnumerable<double> Edges(List<FigureRow> group)
    {
        var centres = group.Select(row => row.Figures.Average(word => word.Box.CentreY)).ToList();
        var half = (centres[^1] - centres[0]) / (centres.Count - 1) / 2;
        return [centres[0] - half, .. centres.Zip(centres.Skip(1), (one, next) => (one + next) / 2), centres[^1] + half];
    }

    // A name with figures to its right.
    private sealed record FigureRow(TextRow Row, ImmutableArray<PlacedWord> Figures)
    {
        public static FigureRow? Of(TextRow row)
        {
            var name = row.Words.FirstOrDefault(word => word.Key.Length > 1 && word.Key.All(char.IsLetter));
            if (name is null) return null;
            var figures = row.Words.SkipWhile(word => word != name).Where(IsFigure).ToImmutableArray();
            return figures.Length >= FewestFigures && row.Words.SkipWhile(word => word != figures[0]).All(word => word.Key.Length <= 1 || IsFigure(word)) ? new(row, figures) : null;
        }

        public static bool IsFigure(PlacedWord word) => word.Key.Length is > 0 and <= LongestFigure && word.Key.All(char.IsAsciiDigit);
    }
}
