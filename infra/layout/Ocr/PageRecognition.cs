using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Ocr;

/// <summary>Recognises an upright page: the whole page at once, words cut at table borders, then doubtful cells alone.</summary>
public static class PageRecognition
{
    private static readonly TimeSpan CellLimit = TimeSpan.FromSeconds(10);

    /// <summary>Lines of words in reading order, pixels of the picture.</summary>
    /// <param name="engine">The engine of this thread.</param>
    /// <param name="image">The page without ruling lines, cleaned.</param>
    /// <param name="ruled">Its tables.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="limit">Time for the whole-page reading, and again for all cells together.</param>
    public static IReadOnlyList<FrameLine> Read(OcrEngine engine, GrayImage image, RuledPage ruled, int inkLevel, double dpi, TimeSpan limit)
    {
        var lines = engine.Read(image, dpi, TextShape.Page, limit)
            .Select(l => new FrameLine([.. l.SelectMany(w => AtBorders(w, ruled.Grids)).Select(Trimmed).Where(w => !IsSpeck(w, dpi))]))
            .Where(l => l.Words.Count > 0)
            .ToList();
        lines = WithoutEchoes(lines);
        return Columns.Cut(ruled.Grids.Count == 0 ? lines : WithCells(engine, image, ruled, inkLevel, dpi, limit, lines), dpi);
    }

    /// <summary>A letter with marks above and below is at times read twice: the second time as a lone sign that lies on the word.</summary>
    private static List<FrameLine> WithoutEchoes(List<FrameLine> lines)
    {
        var longer = lines.SelectMany(l => l.Words).Where(w => w.Text.Length > 1).ToList();
        return [.. lines.Select(l => new FrameLine([.. l.Words.Where(w => w.Text.Length > 1 || !longer.Exists(o => IsOn(w.Box, o.Box)))])).Where(l => l.Words.Count > 0)];

        static bool IsOn(Rect sign, Rect word) => sign.SharedArea(word) > 0.5 * sign.Width * sign.Height;
    }

    /// <summary>What is left of a ruling line is read as a dash or bar at a word's end.</summary>
    private static FrameWord Trimmed(FrameWord word)
    {
        var text = word.Text.Any(char.IsLetterOrDigit) ? word.Text.Trim('_', '|', '¬', '¦') : word.Text;
        return text.Length == word.Text.Length ? word : word with { Text = text };
    }

    /// <summary>Dirt: no letter or digit, unsure, or too small for any sign.</summary>
    private static bool IsSpeck(FrameWord word, double dpi) =>
        word.Text.Length == 0
        || (word.Confidence < 0.15 && word.Text.Length <= 3)
        || (!word.Text.Any(char.IsLetterOrDigit) && (word.Confidence < 0.5 || Math.Max(word.Box.Width, word.Box.Height) < 0.02 * dpi));

    private static List<FrameLine> WithCells(
        OcrEngine engine, GrayImage image, RuledPage ruled, int inkLevel, double dpi, TimeSpan limit, List<FrameLine> lines)
    {
        var reader = new CellReader(engine, image, inkLevel, dpi);
        var until = DateTime.UtcNow + limit;
        var gone = new HashSet<FrameWord>(ReferenceEqualityComparer.Instance);
        var added = new List<FrameLine>();
        foreach (var grid in ruled.Grids)
        {
            var all = lines.SelectMany(l => l.Words).Where(w => grid.Bounds.Contains(w.Box.CentreX, w.Box.CentreY)).ToList();
            var byCell = grid.Cells.Select(c => (IReadOnlyList<FrameWord>)[.. all.Where(w => c.Shape.Contains(new(w.Box.CentreX, w.Box.CentreY)))]).ToList();
            var numbers = NumberColumns(grid, byCell);
            for (var c = 0; c < grid.Cells.Count && DateTime.UtcNow < until; c++)
            {
                var (cell, words) = (grid.Cells[c], byCell[c]);
                var digits = cell.ColumnSpan == 1 && numbers.Contains(cell.Column) && !words.Any(w => w.Text.Count(char.IsLetter) > 1);
                var better = Tidy(reader.Read(cell.Shape.Bounds, words, digits, CellLimit));
                if (ReferenceEquals(better, words)) continue;
                gone.UnionWith(words);
                if (better.Count > 0) added.Add(new(better));
            }
        }

        return [.. lines.Select(l => new FrameLine([.. l.Words.Where(w => !gone.Contains(w))])).Where(l => l.Words.Count > 0), .. added];
    }

    /// <summary>Columns in which most of what was read is whole numbers.</summary>
    private static HashSet<int> NumberColumns(Grid grid, List<IReadOnlyList<FrameWord>> words)
    {
        var columns = new HashSet<int>();
        for (var column = 0; column < grid.Columns; column++)
        {
            var filled = Enumerable.Range(0, grid.Cells.Count)
                .Where(c => grid.Cells[c].Column == column && grid.Cells[c].ColumnSpan == 1 && words[c].Count == 1)
                .Select(c => words[c][0].Text).ToList();
            var whole = filled.Count(t => t.All(char.IsAsciiDigit));
            if (whole >= 3 && whole >= 0.6 * filled.Count) columns.Add(column);
        }

        return columns;
    }

    /// <summary>A cell without the dirt that is read as signs beside its words.</summary>
    private static IReadOnlyList<FrameWord> Tidy(IReadOnlyList<FrameWord> words)
    {
        if (!words.Any(w => w.Text.Any(char.IsLetterOrDigit))) return words;
        var kept = words.Where(w => w.Text.Any(char.IsLetterOrDigit) || w.Confidence >= 0.85 || w.Text is "-" or "–" or "+" or "/" or "%").ToList();

        // Straight quotes alone are corners of a border; the documents' own quotes are curly or in pairs.
        if (kept.Sum(w => w.Text.Count(c => c is '"' or '\'')) == 1)
            kept = [.. kept.Select(w => w with { Text = w.Text.Trim('"', '\'') }).Where(w => w.Text.Length > 0)];
        return kept.SequenceEqual(words) ? words : kept;
    }

    /// <summary>A word that was read across a table border becomes one word a cell.</summary>
    private static IEnumerable<FrameWord> AtBorders(OcrWord word, IReadOnlyList<Grid> grids)
    {
        var whole = new FrameWord(word.Text, word.Confidence, word.Box);
        var grid = grids.FirstOrDefault(g => g.Bounds.SharedArea(word.Box) > 0);
        if (grid is null || word.Symbols.Count < 2) return [whole];
        var parts = new List<(int Cell, List<(string Text, Rect Box)> Symbols)>();
        foreach (var symbol in word.Symbols)
        {
            var cell = Place(grid, symbol.Box);
            if (parts.Count == 0 || parts[^1].Cell != cell) parts.Add((cell, []));
            parts[^1].Symbols.Add(symbol);
        }

        if (parts.Count == 1) return [whole];
        return parts.Select(p => new FrameWord(
            string.Concat(p.Symbols.Select(s => s.Text)), word.Confidence, p.Symbols.Select(s => s.Box).Aggregate((a, b) => a.Union(b))));
    }

    private static int Place(Grid grid, Rect box)
    {
        var centre = new Point(box.CentreX, box.CentreY);
        for (var i = 0; i < grid.Cells.Count; i++)
            if (grid.Cells[i].Shape.Contains(centre)) return i;
        return -1;
    }
}
