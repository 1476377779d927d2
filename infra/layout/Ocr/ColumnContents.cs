using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Ocr;

/// <summary>What the columns of a page's tables hold, as far as their cells were read.</summary>
public sealed class ColumnContents
{
    /// <summary>A table with so many columns of numbers is one of figures: what has a tick's shape there is a 4 or a 1.</summary>
    private const int FewestFigureColumns = 3;

    /// <summary>So many cells alike tell what a column holds.</summary>
    private const int Fewest = 3;

    private const double Most = 0.6;

    private readonly HashSet<(int Table, int Column)> numbers, words;
    private readonly HashSet<int> figures;
    private readonly IReadOnlyList<Grid> grids;

    /// <summary>Looks at what was read.</summary>
    /// <param name="grids">The page's tables.</param>
    /// <param name="cells">Their cells that hold ink, by table and cell, with the lines read in them.</param>
    public ColumnContents(IReadOnlyList<Grid> grids, IEnumerable<(int Table, int Cell, IReadOnlyList<FrameLine> Lines)> cells)
    {
        this.grids = grids;
        var columns = cells.Where(c => c.Lines.Count > 0 && Column(c.Table, c.Cell).Table >= 0)
            .GroupBy(c => Column(c.Table, c.Cell), c => c.Lines.SelectMany(l => l.Words).Select(w => w.Text).ToList()).ToList();
        numbers = [.. columns.Where(c => IsMost(c.Where(texts => texts.Count == 1), texts => texts[0].All(char.IsAsciiDigit))).Select(c => c.Key)];
        words = [.. columns.Where(c => IsMost(c, texts => texts.Exists(text => text.Count(char.IsLetter) > 1))).Select(c => c.Key)];
        figures = [.. numbers.GroupBy(c => c.Table).Where(t => t.Count() >= FewestFigureColumns).Select(t => t.Key)];
    }

    /// <summary>True for a cell of a column in which most of what was read is whole numbers.</summary>
    public bool AreNumbers(int table, int cell) => numbers.Contains(Column(table, cell));

    /// <summary>True for a cell of a column in which most of what was read is words: a sign alone is what is left of one.</summary>
    public bool AreWords(int table, int cell) => words.Contains(Column(table, cell));

    /// <summary>True for a table of figures.</summary>
    public bool AreFigures(int table) => figures.Contains(table);

    private (int Table, int Column) Column(int table, int cell) => grids[table].Cells[cell] is { ColumnSpan: 1 } one ? (table, one.Column) : (-1, -1);

    private static bool IsMost(IEnumerable<List<string>> cells, Func<List<string>, bool> isAlike)
    {
        var all = cells.ToList();
        var alike = all.Count(isAlike);
        return alike >= Fewest && alike >= Most * all.Count;
    }
}
