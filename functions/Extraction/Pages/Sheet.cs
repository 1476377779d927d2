using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Pages;

/// <summary>One page as extraction works with it: words in rows, those in tables apart from the running text.</summary>
internal sealed class Sheet
{
    private Sheet(string file, PageLayout layout)
    {
        (File, Layout) = (file, layout);
        Words = [.. layout.Words.Select(word => new PlacedWord(VietnameseText.Tidy(word.Text), word.Confidence, file, layout.Number, word.Box) { Shown = VietnameseText.Composed(word.Text), Seen = layout.Shown(word.Box) }).Where(word => word.Text.Length > 0)];
        Tables = [.. layout.Tables.SelectMany(TableParts.Of).Select(table => BorderStrokes.Removed(table, layout.Words, AspectOf(layout))).Select(TableRepair.Repaired).Select(table => OpenSide.Closed(table, Words, layout.Marks)).Select(table => MergedRows.Parted(TallLabels.Parted(table, layout.Words), Words)).Select(table => TallMarks.Parted(table, layout.Words)).Select(table => MergedCells.Parted(table, layout.Words, AspectOf(layout))).Where(table => table.Columns >= 2).OrderBy(table => table.Box.Top)];
        Rows = TextRow.Group(Words);
        LetteredRows = Words.All(word => word.Key.Length > 0) ? Rows : TextRow.Group(Words.Where(word => word.Key.Length > 0));
        ProseRows = TextRow.Group(Words.Where(word => !Tables.Any(table => IsWithin(table, word.Box))));
        Prose = new(ProseRows.SelectMany(row => row.Words));
        All = new(Rows.SelectMany(row => row.Words));
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>1-based page.</summary>
    public int Number => Layout.Number;

    /// <summary>The page as the layout engine saw it.</summary>
    public PageLayout Layout { get; }

    /// <summary>All words.</summary>
    public ImmutableArray<PlacedWord> Words { get; }

    /// <summary>Tables of two columns and more, top to bottom.</summary>
    public ImmutableArray<LayoutTable> Tables { get; }

    /// <summary>All rows.</summary>
    public ImmutableArray<TextRow> Rows { get; }

    /// <summary>All rows of the words with a letter or digit: a speck beside a word may seem to be a line of its own, or to belong to the next one.</summary>
    public ImmutableArray<TextRow> LetteredRows { get; }

    /// <summary>Rows outside tables.</summary>
    public ImmutableArray<TextRow> ProseRows { get; }

    /// <summary>The running text outside tables.</summary>
    public TextRun Prose { get; }

    /// <summary>All text, tables included.</summary>
    public TextRun All { get; }

    /// <summary>Page width over page height.</summary>
    public double Aspect => AspectOf(Layout);

    // On a photo a table's edges lean, and a line above its lower corner is within its box, though above the cells there.
    private static bool IsWithin(LayoutTable table, PageBox word)
    {
        if (!table.Box.Contains(word.CentreX, word.CentreY)) return false;
        var column = table.Cells.Where(cell => cell.Box.Left <= word.CentreX && word.CentreX <= cell.Box.Right).ToList();
        return column.Count == 0 || (word.CentreY >= column.Min(cell => cell.Box.Top) && word.CentreY <= column.Max(cell => cell.Box.Bottom));
    }

    private static double AspectOf(PageLayout layout) => layout.Height > 0 && layout.Width > 0 ? layout.Width / layout.Height : 0.707;

    /// <summary>Reads a page.</summary>
    public static Sheet Of(string file, PageLayout layout) => new(file, layout);

    /// <summary>The place on the page as people see it of a box of this upright page.</summary>
    public Place At(PageBox? box = null) => new(File, Number, box is null ? null : Layout.Shown(box));
}
