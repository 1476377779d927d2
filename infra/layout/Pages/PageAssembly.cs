using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Pages;

/// <summary>Puts words, tables and ink of one page together: words into cells by their centre, the rest in reading order around the tables.</summary>
public static class PageAssembly
{
    /// <summary>Assembles a page.</summary>
    /// <param name="number">1-based page.</param>
    /// <param name="width">Page width as displayed, in <paramref name="unit"/>.</param>
    /// <param name="height">Page height as displayed, in <paramref name="unit"/>.</param>
    /// <param name="unit">"inch" or "pixel".</param>
    /// <param name="angle">Clockwise turn of the text, degrees.</param>
    /// <param name="toPage">From frame pixels to the page.</param>
    /// <param name="lines">Lines in reading order, frame pixels.</param>
    /// <param name="grids">Tables, frame pixels.</param>
    /// <param name="ink">Seals and handwriting, frame pixels.</param>
    public static PageReading Assemble(
        int number, double width, double height, string unit, double angle, Mapping toPage,
        IReadOnlyList<FrameLine> lines, IReadOnlyList<Grid> grids, IReadOnlyList<FrameInk> ink)
    {
        var inCells = grids.Select(g => g.Cells.Select(_ => new List<FrameWord>()).ToArray()).ToArray();
        var firstSeen = grids.Select(_ => -1).ToArray();
        var outside = new List<(int Order, List<FrameWord> Words)>();
        for (var order = 0; order < lines.Count; order++)
        {
            var rest = new List<FrameWord>();
            foreach (var word in lines[order].Words)
            {
                if (Grid.CellAt(grids, word.Box.Centre) is not var (grid, cell))
                {
                    rest.Add(word);
                    continue;
                }

                inCells[grid][cell].Add(word);
                if (firstSeen[grid] < 0) firstSeen[grid] = order;
            }

            if (rest.Count > 0) outside.Add((order, rest));
        }

        var words = new List<WordReading>();
        var outLines = new List<LineReading>();
        var tables = new TableReading[grids.Count];
        var pending = Enumerable.Range(0, grids.Count)
            .Select(g => (Grid: g, Order: firstSeen[g] >= 0 ? firstSeen[g] : OrderByPlace(lines, grids[g])))
            .OrderBy(p => grids.Count(g => g.Bounds.Bottom <= grids[p.Grid].Bounds.Top)).ThenBy(p => p.Order).ThenBy(p => grids[p.Grid].Bounds.Top).ToList();

        foreach (var (_, line, tablesBefore) in outside
            .Select(o => (o.Order, o.Words, TablesBefore: pending.Count(p => ComesBefore(grids[p.Grid], p.Order, o.Words, o.Order))))
            .OrderBy(o => o.TablesBefore).ToList())
        {
            while (grids.Count - pending.Count < tablesBefore) TakeTable();
            AddLine(line);
        }

        while (pending.Count > 0) TakeTable();

        return new(
            number, Math.Round(width, 4), Math.Round(height, 4), unit, Math.Round(angle, 3), words, outLines,
            [.. Enumerable.Range(0, grids.Count).OrderBy(g => grids[g].Bounds.Top).Select(g => tables[g])],
            [.. ink.Select(i => new InkReading(i.Kind, Math.Round(i.Confidence, 3), toPage.Polygon(Quad.Of(i.Box))))]);

        void AddLine(IReadOnlyList<FrameWord> line)
        {
            outLines.Add(new(words.Count, line.Count, toPage.Polygon(Quad.Of(line.Select(w => w.Box).Aggregate((a, b) => a.Union(b))))));
            words.AddRange(line.Select(w => new WordReading(w.Text, Math.Round(w.Confidence, 3), toPage.Polygon(Quad.Of(w.Box))) { Selected = w.Selected }));
        }

        void TakeTable()
        {
            var index = pending[0].Grid;
            pending.RemoveAt(0);
            var grid = grids[index];
            var cells = new List<CellReading>(grid.Cells.Count);
            for (var c = 0; c < grid.Cells.Count; c++)
            {
                var cell = grid.Cells[c];
                var first = words.Count;
                foreach (var line in IntoLines(inCells[index][c])) AddLine([.. line.Select(w => w with { Confidence = Math.Min(w.Confidence, cell.Confidence) })]);
                cells.Add(new(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, first, words.Count - first, toPage.Polygon(cell.Shape)));
            }

            tables[index] = new(grid.Rows, grid.Columns, toPage.Polygon(grid.Outline), cells);
        }
    }

    /// <summary>A line above a table is read before it and one below after it, whatever order recognition gave; beside it, that order stands.</summary>
    private static bool ComesBefore(Grid table, int tableOrder, IReadOnlyList<FrameWord> line, int lineOrder)
    {
        var middle = line.Average(w => w.Box.CentreY);
        return middle >= table.Bounds.Bottom || (middle > table.Bounds.Top && tableOrder <= lineOrder);
    }

    /// <summary>Groups words into lines by their height on the page, each line from left to right.</summary>
    public static IEnumerable<IReadOnlyList<FrameWord>> IntoLines(IEnumerable<FrameWord> words)
    {
        var lines = new List<List<FrameWord>>();
        foreach (var word in words.OrderBy(w => w.Box.CentreY))
        {
            var line = lines.LastOrDefault(l => SameLine(l[^1].Box, word.Box) || SameLine(l[0].Box, word.Box));
            if (line is null) lines.Add([word]);
            else line.Add(word);
        }

        return lines.Select(l => (IReadOnlyList<FrameWord>)[.. l.OrderBy(w => w.Box.Left)]);
    }

    private static bool SameLine(Rect a, Rect b)
    {
        var shared = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        return shared > 0.5 * Math.Min(a.Height, b.Height);
    }

    private static int OrderByPlace(IReadOnlyList<FrameLine> lines, Grid grid)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Words[0].Box.Top >= grid.Bounds.Bottom) return i;
        return lines.Count;
    }
}
