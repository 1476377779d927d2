using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tests.Papers;

/// <summary>Lays out a page as a person would describe it: lines from top to bottom, two columns, tables drawn with words.</summary>
internal sealed class Paper
{
    private const double LineHeight = 0.015;
    private const double LetterWidth = 0.0085;
    private const double Left = 0.12;
    private const double Right = 0.93;
    private readonly List<LayoutWord> words = [];
    private readonly List<LayoutTable> tables = [];
    private readonly List<LayoutInk> ink = [];
    private readonly List<LayoutMark> marks = [];
    private double rowHeight = 0.03;
    private double confidence = 1;
    private double y = 0.05;

    /// <summary>What follows was read with this confidence.</summary>
    public Paper Read(double with)
    {
        confidence = with;
        return this;
    }

    /// <summary>A line from the left margin.</summary>
    public Paper Line(string text) => At(text, Left);

    /// <summary>A centred line.</summary>
    public Paper Centre(string text) => At(text, 0.5 - (text.Length * LetterWidth / 2));

    /// <summary>A line to the right, as a form number stands.</summary>
    public Paper Corner(string text) => At(text, Right - (text.Length * LetterWidth));

    /// <summary>Two columns, each centred in its half.</summary>
    public Paper Columns(string left, string right)
    {
        Put(left, 0.3 - (left.Length * LetterWidth / 2));
        Put(right, 0.72 - (right.Length * LetterWidth / 2));
        return Down();
    }

    /// <summary>The usual letterhead with number and date.</summary>
    public Paper Letterhead(string parent, string agency, string number, string date) =>
        Columns(parent, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Columns(agency, "Độc lập - Tự do - Hạnh phúc").Gap().Columns(number, date).Gap();

    /// <summary>The usual signature block.</summary>
    public Paper Signed(string title, string name, params LayoutInkKind[] by)
    {
        Columns("Nơi nhận:", title);
        Columns("- Như trên;", "");
        return SignedWithoutTitle(name, by);
    }

    /// <summary>A signature block whose title the seal hides, without recipients.</summary>
    public Paper SignedWithoutTitle(string name, params LayoutInkKind[] by)
    {
        foreach (var kind in by) ink.Add(new(kind, new(0.95), new(0.62, y, 0.8, y + 0.06)));
        y += 0.08;
        return Columns("", name);
    }

    /// <summary>Strokes beside the last lines that nobody made to sign them.</summary>
    public Paper Strokes(double left, double right)
    {
        ink.Add(new(LayoutInkKind.Signature, new(0.95), new(left, y - 0.1, right, y)));
        return this;
    }

    /// <summary>An empty line.</summary>
    public Paper Gap() => Down();

    /// <summary>Starts further down the page.</summary>
    public Paper From(double top)
    {
        y = top;
        return this;
    }

    /// <summary>The rows of the tables that follow are so high, page fractions.</summary>
    public Paper Rows(double height)
    {
        rowHeight = height;
        return this;
    }

    /// <summary>A table: "&lt;" joins a cell to the one on its left, "^" to the one above.</summary>
    public Paper Table(double[] widths, params string[][] rows)
    {
        var sum = widths.Sum();
        var edges = widths.Aggregate(new List<double> { Left }, (all, width) => [.. all, all[^1] + (width / sum * (Right - Left))]);
        var top = y;
        var cells = new List<LayoutCell>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                if (rows[row][column] is "<" or "^") continue;
                var (columnSpan, rowSpan) = (1, 1);
                while (column + columnSpan < widths.Length && rows[row][column + columnSpan] == "<") columnSpan++;
                while (row + rowSpan < rows.Length && rows[row + rowSpan][column] == "^") rowSpan++;
                var box = new PageBox(edges[column], top + (row * rowHeight), edges[column + columnSpan], top + ((row + rowSpan) * rowHeight));
                cells.Add(new(row, column, rowSpan, columnSpan, rows[row][column], new(confidence), box));
                var x = box.Left + 0.002;
                foreach (var word in rows[row][column].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    words.Add(new(word, new(confidence), new(x, box.Top + 0.005, Math.Min(x + (word.Length * 0.004), box.Right - 0.001), box.Top + 0.02)));
                    x += (word.Length + 1) * 0.004;
                }
            }
        }

        tables.Add(new(rows.Length, widths.Length, new(Left, top, Right, top + (rows.Length * rowHeight)), [.. cells]));
        y = top + (rows.Length * rowHeight) + 0.02;
        return this;
    }

    /// <summary>The last table lost its last border, and its last column with it.</summary>
    public Paper OpenAtRight()
    {
        var table = tables[^1];
        var cells = table.Cells.Where(cell => cell.Column < table.Columns - 1).ToList();
        tables[^1] = table with { Columns = table.Columns - 1, Cells = [.. cells], Box = PageBox.Around(cells.Select(cell => cell.Box))! };
        return this;
    }

    /// <summary>The last table lost its last border and ends where the lines between its rows do, before the words of its last column.</summary>
    public Paper CutAtRight()
    {
        var table = tables[^1];
        var last = table.Cells.Where(cell => cell.Column + cell.ColumnSpan == table.Columns).ToList();
        var edge = last.Where(cell => cell.ColumnSpan == 1).Max(cell => cell.Box.Left) + 0.001;
        PageBox Cut(PageBox box) => new(box.Left, box.Top, edge, box.Bottom);
        tables[^1] = table with { Box = Cut(table.Box), Cells = [.. table.Cells.Select(cell => last.Contains(cell) ? cell with { Text = cell.ColumnSpan == 1 ? "" : cell.Text, Box = Cut(cell.Box) } : cell)] };
        return this;
    }

    /// <summary>The last table was photographed from nearer: it is so many times wider, its left edge where it was.</summary>
    public Paper Wider(double times)
    {
        PageBox Scaled(PageBox box) => new(Left + (times * (box.Left - Left)), box.Top, Left + (times * (box.Right - Left)), box.Bottom);
        tables[^1] = tables[^1] with { Box = Scaled(tables[^1].Box), Cells = [.. tables[^1].Cells.Select(cell => cell with { Box = Scaled(cell.Box) })] };
        return this;
    }

    /// <summary>The last table was photographed at a slant: each of its rows lies so far beside the one above, page fractions.</summary>
    public Paper Slanting(double beside)
    {
        var cells = tables[^1].Cells.Select(cell => cell with { Box = new(cell.Box.Left + (beside * cell.Row), cell.Box.Top, cell.Box.Right + (beside * cell.Row), cell.Box.Bottom) }).ToList();
        tables[^1] = tables[^1] with { Box = PageBox.Around(cells.Select(cell => cell.Box))!, Cells = [.. cells] };
        return this;
    }

    /// <summary>A word was read with this confidence wherever it stands on the page; so were the cells that hold it.</summary>
    public Paper Unsure(string text, double with)
    {
        for (var at = 0; at < words.Count; at++) if (words[at].Text == text) words[at] = words[at] with { Confidence = new(with) };
        for (var at = 0; at < tables.Count; at++)
            tables[at] = tables[at] with { Cells = [.. tables[at].Cells.Select(cell => cell.Text.Contains(text, StringComparison.Ordinal) ? cell with { Confidence = new(with) } : cell)] };
        return this;
    }

    /// <summary>A word is half as high as the others, as letters of a seal are.</summary>
    public Paper Low(string text)
    {
        for (var at = 0; at < words.Count; at++) if (words[at].Text == text) words[at] = words[at] with { Box = new(words[at].Box.Left, words[at].Box.CentreY, words[at].Box.Right, words[at].Box.Bottom) };
        return this;
    }

    /// <summary>The lines of the page and the rows of its tables fall from left to right by this much, page fractions.</summary>
    public Paper Leaning(double fall)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var box = words[at].Box;
            words[at] = words[at] with { Box = new(box.Left, box.Top + (fall * box.CentreX), box.Right, box.Bottom + (fall * box.CentreX)) };
        }

        for (var at = 0; at < tables.Count; at++)
        {
            var cells = tables[at].Cells.Select(cell => cell with { Box = new(cell.Box.Left, cell.Box.Top + (fall * cell.Box.CentreX), cell.Box.Right, cell.Box.Bottom + (fall * cell.Box.CentreX)) }).ToList();
            tables[at] = tables[at] with { Cells = [.. cells], Box = PageBox.Around(cells.Select(cell => cell.Box))! };
        }

        return this;
    }

    /// <summary>A piece of the border on the left of a cell of the last table was read as a word.</summary>
    public Paper BorderRead(int row, int column)
    {
        var box = tables[^1].Cells.Single(cell => cell.Row == row && cell.Column == column).Box;
        words.Add(new("|", new(0.1), new(box.Left - 0.001, box.Top + 0.016, box.Left + 0.001, box.Bottom - 0.002)));
        return this;
    }

    /// <summary>A piece of the border on the right of a cell of the last table was read as its last word.</summary>
    public Paper BorderRead(int row, int column, string stroke)
    {
        var cell = tables[^1].Cells.Single(cell => cell.Row == row && cell.Column == column);
        words.Add(new(stroke, new(0.7), new(cell.Box.Right - 0.001, cell.Box.Top + 0.005, cell.Box.Right, cell.Box.Top + 0.02)));
        tables[^1] = tables[^1] with { Cells = tables[^1].Cells.Replace(cell, cell with { Text = $"{cell.Text} {stroke}", Confidence = new(0.7) }) };
        return this;
    }

    /// <summary>A tone mark above the words of a cell of the last table was read as a word of its own, this far across the cell.</summary>
    public Paper ToneRead(int row, int column, string text, double across)
    {
        var box = tables[^1].Cells.Single(cell => cell.Row == row && cell.Column == column).Box;
        var x = box.Left + (across * box.Width);
        words.Add(new(text, new(0.1), new(x, box.Top, x + 0.008, box.Top + 0.006)));
        return this;
    }

    /// <summary>The lines between some cells of a row of the last table were not found: one cell has the words of all.</summary>
    public Paper WithoutLines(int row, int from, int to)
    {
        var table = tables[^1];
        var parts = table.Cells.Where(cell => cell.Row == row && cell.Column >= from && cell.Column <= to).ToList();
        var joined = parts[0] with { ColumnSpan = to - from + 1, Text = string.Join(' ', parts.Select(part => part.Text)).Trim(), Box = PageBox.Around(parts.Select(part => part.Box))! };
        tables[^1] = table with { Cells = [joined, .. table.Cells.Except(parts)] };
        return this;
    }

    /// <summary>The line below a cell of the last table was not found: it is one with the cell below it.</summary>
    public Paper WithoutLineBelow(int row, int column)
    {
        var table = tables[^1];
        var (upper, lower) = (table.Cells.Single(cell => cell.Row == row && cell.Column == column), table.Cells.Single(cell => cell.Row == row + 1 && cell.Column == column));
        tables[^1] = table with { Cells = [.. table.Cells.Except([upper, lower]), upper with { RowSpan = 2, Text = $"{upper.Text} {lower.Text}", Box = upper.Box.Union(lower.Box) }] };
        return this;
    }

    /// <summary>The words of a cell of the last table stand at its foot.</summary>
    public Paper AtFoot(int row, int column)
    {
        var box = tables[^1].Cells.Single(cell => cell.Row == row && cell.Column == column).Box;
        for (var at = 0; at < words.Count; at++)
        {
            if (box.Contains(words[at].Box.CentreX, words[at].Box.CentreY)) words[at] = words[at] with { Box = new(words[at].Box.Left, box.Bottom - 0.02, words[at].Box.Right, box.Bottom - 0.005) };
        }

        return this;
    }

    /// <summary>The line between a row of the last table and the next one was not found: all their cells are one.</summary>
    public Paper WithoutLineBelow(int row) => Merged(cell => cell.Row > row ? cell with { Row = cell.Row - 1 } : cell.Row + cell.RowSpan > row + 1 ? cell with { RowSpan = cell.RowSpan - 1 } : cell, table => table with { Rows = table.Rows - 1 });

    /// <summary>The line between a column of the last table and the next one was not found: all their cells are one.</summary>
    public Paper WithoutLineRightOf(int column) => Merged(cell => cell.Column > column ? cell with { Column = cell.Column - 1 } : cell.Column + cell.ColumnSpan > column + 1 ? cell with { ColumnSpan = cell.ColumnSpan - 1 } : cell, table => table with { Columns = table.Columns - 1 });

    private Paper Merged(Func<LayoutCell, LayoutCell> moved, Func<LayoutTable, LayoutTable> smaller)
    {
        var cells = tables[^1].Cells.Select(moved).GroupBy(cell => (cell.Row, cell.Column)).Select(place => place.First() with
        {
            RowSpan = place.Max(cell => cell.RowSpan), ColumnSpan = place.Max(cell => cell.ColumnSpan), Text = string.Join(' ', place.Select(cell => cell.Text)).Trim(), Box = PageBox.Around(place.Select(cell => cell.Box))!,
        });
        tables[^1] = smaller(tables[^1]) with { Cells = [.. cells] };
        return this;
    }

    /// <summary>The last table's words stay, its lines were not found; what it was ticked with are marks of the page.</summary>
    public Paper WithoutLastTable()
    {
        marks.AddRange(words.Where(word => word.Text == "✓").Select(word => new LayoutMark(true, new(0.9), word.Box)));
        words.RemoveAll(word => word.Text == "✓");
        y = tables[^1].Box.Bottom;
        tables.RemoveAt(tables.Count - 1);
        return this;
    }

    /// <summary>The page.</summary>
    public PageLayout Page(int number) => new(number, 595, 842, 0, [.. words], [], [.. tables], [.. marks], [.. ink]);

    /// <summary>A file of pages in order.</summary>
    public static FileInput File(string name, params Paper[] pages) =>
        new(name, pages.Length, new("0", "dossier", "test", true, [.. pages.Select((page, index) => page.Page(index + 1))]), [], []);

    private Paper At(string text, double x)
    {
        Put(text, x);
        return Down();
    }

    private void Put(string text, double x)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(new(word, new(confidence), new(x, y, x + (word.Length * LetterWidth), y + LineHeight)));
            x += (word.Length + 1) * LetterWidth;
        }
    }

    private Paper Down()
    {
        y += LineHeight * 1.4;
        return this;
    }
}
