using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Ocr;

/// <summary>Recognises an upright page line by line: the lines of each table cell, the lines outside of tables.</summary>
public static class PageRecognition
{
    /// <summary>Lines outside of tables with words less sure than this are read twice: another reading of what is fairly sure costs time and mends little.</summary>
    private const double SureProse = 0.6;

    /// <summary>Inches; larger pieces are seals and signatures, and a lone sign on one is a part of it.</summary>
    private const double Large = 0.6;

    /// <summary>Inches; smaller pieces of ink are no letters.</summary>
    private const double SpeckSize = 0.025;

    /// <summary>Specks a square inch on a page that is still a page.</summary>
    private const double MostSpecks = 80;

    /// <summary>Lines of words in reading order, pixels of the picture.</summary>
    /// <param name="engine">The engine of this thread.</param>
    /// <param name="image">The page without ruling lines, cleaned.</param>
    /// <param name="ruled">Its tables.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="limit">Time for the page; lines that it does not reach stay unread.</param>
    public static IReadOnlyList<FrameLine> Read(OcrEngine engine, GrayImage image, RuledPage ruled, int inkLevel, double dpi, TimeSpan limit)
    {
        var until = DateTime.UtcNow + limit;
        var map = InkMap.Of(image, inkLevel);
        var clear = SealRings.Without(PaleInk.Without(image, map, dpi), map, inkLevel, dpi);
        var large = map.Pieces.Where(p => p.Box.Width > Large * dpi && p.Box.Height > Large * dpi).Select(p => p.Box).ToList();
        var whole = image;
        if (!ReferenceEquals(clear, image)) (image, map) = (clear, InkMap.Of(clear, inkLevel));
        var marks = ruled.Grids.Select(g => PaleMarks.Added(TableMarks.In(image, g, inkLevel, dpi), whole, g, dpi)).ToList();
        var bare = Hairs.Without(image, map, ruled.Grids, dpi);
        if (!ReferenceEquals(bare, image)) (image, map) = (bare, InkMap.Of(bare, inkLevel));
        var zones = Zone.Of(map, ruled.Grids, dpi, out var owner);
        var reader = new StripReader(engine, image, map, owner, dpi);
        var cellReader = new CellReader(reader);
        var outside = new List<FrameLine>();
        var cells = new List<(Zone Zone, IReadOnlyList<FrameLine> Lines)>();
        foreach (var zone in zones)
        {
            if (DateTime.UtcNow > until) break;
            if (zone.Table >= 0) cells.Add((zone, cellReader.Read(zone, marks[zone.Table][zone.Cell], dpi)));
            else outside.AddRange(zone.Strips.TakeWhile(_ => DateTime.UtcNow < until).Select(s => new FrameLine(reader.ReadFree(s.Strip, s.Number, SureProse))));
        }

        var numbers = new NumberReader(reader, dpi);
        var columns = new ColumnContents(ruled.Grids, cells.Select(c => (c.Zone.Table, c.Zone.Cell, c.Lines)));
        cells = [.. cells.Select(c => DateTime.UtcNow < until ? (c.Zone, Reread(c.Zone, c.Lines)) : c)];
        var inCells = cells.SelectMany(c => columns.AreNumbers(c.Zone.Table, c.Zone.Cell) && DateTime.UtcNow < until ? numbers.Read(c.Zone, c.Lines) : c.Lines);
        outside.RemoveAll(l => l.Words.Sum(w => w.Text.Length) <= 2 && large.Exists(b => l.Words.Any(w => b.Contains(w.Box.CentreX, w.Box.CentreY))));
        if (IsGrainy(map, dpi)) outside.RemoveAll(l => l.Words.Sum(w => w.Text.Length) <= 2);
        return [.. Columns.Cut(Rows(Printed(outside, dpi)), dpi), .. Printed(inCells, dpi).Select(l => new FrameLine(Tidy(l.Words)))];

        // What was taken for a tick where the column says that none can be; a tick that is nothing else after all stays one.
        IReadOnlyList<FrameLine> Reread(Zone zone, IReadOnlyList<FrameLine> lines)
        {
            var mark = marks[zone.Table][zone.Cell];
            if (mark is { Ink: CellInk.Mark, Confidence: < TableMarks.SureShape } && columns.AreFigures(zone.Table)) return cellReader.Read(zone, mark with { Ink = CellInk.Text }, dpi);
            if (!CellReader.IsUnreadable(lines) || !columns.AreWords(zone.Table, zone.Cell)) return lines;
            // What is left of nothing but specks would leave a cell blank in which there is ink.
            return cellReader.Read(zone, new(CellInk.Text, null, mark.Confidence), dpi) is var words && Printed(words, dpi).Any() ? words : lines;
        }
    }

    /// <summary>Among very many specks a few are as large as letters by chance: lone signs say nothing there.</summary>
    private static bool IsGrainy(InkMap map, double dpi) =>
        map.Pieces.Count(p => p.Box.Width < SpeckSize * dpi && p.Box.Height < SpeckSize * dpi) > MostSpecks * map.Width * map.Height / (dpi * dpi);

    /// <summary>Lines without what is no print.</summary>
    private static IEnumerable<FrameLine> Printed(IEnumerable<FrameLine> lines, double dpi) =>
        lines.Select(l => new FrameLine([.. l.Words.Select(Trimmed).Where(w => !IsSpeck(w, dpi))])).Where(l => l.Words.Count > 0);

    /// <summary>Lines that stand side by side become one, so that columns can be told from wide spaces by the lines around.</summary>
    private static List<FrameLine> Rows(IEnumerable<FrameLine> lines)
    {
        var rows = new List<(double Top, double Bottom, List<FrameWord> Words)>();
        foreach (var line in lines.OrderBy(l => l.Words[0].Box.CentreY))
        {
            double top = line.Words.Min(w => w.Box.Top), bottom = line.Words.Max(w => w.Box.Bottom);
            if (rows.Count > 0 && rows[^1] is var (t, b, row) && Math.Min(b, bottom) - Math.Max(t, top) > 0.5 * Math.Min(b - t, bottom - top)
                && !row.Exists(w => line.Words.Any(o => o.Box.Left < w.Box.Right && o.Box.Right > w.Box.Left)))
            {
                row.AddRange(line.Words);
                continue;
            }

            rows.Add((top, bottom, [.. line.Words]));
        }

        return [.. rows.Select(r => new FrameLine([.. r.Words.OrderBy(w => w.Box.Left)]))];
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

    /// <summary>A cell's line without the dirt that is read as signs beside its words.</summary>
    private static IReadOnlyList<FrameWord> Tidy(IReadOnlyList<FrameWord> words)
    {
        if (!words.Any(w => w.Text.Any(char.IsLetterOrDigit))) return words;
        List<FrameWord> kept = [.. words.Where(w => w.Text.Any(char.IsLetterOrDigit) || w.Confidence >= 0.85 || w.Text is "-" or "–" or "+" or "/" or "%")];

        // Straight quotes alone are corners of a border; the documents' own quotes are curly or in pairs.
        if (kept.Sum(w => w.Text.Count(c => c is '"' or '\'')) == 1)
            kept = [.. kept.Select(w => w with { Text = w.Text.Trim('"', '\'') }).Where(w => w.Text.Length > 0)];
        return kept;
    }
}
