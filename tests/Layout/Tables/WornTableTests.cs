using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

/// <summary>The same table of 6 rows and 6 columns, damaged.</summary>
public sealed class WornTableTests
{
    private const double Dpi = 200;
    private static readonly int[] Xs = WornTable.Xs, Ys = WornTable.Ys;

    public static TheoryData<string, Func<WornTable>> Cases => new()
    {
        { "whole", () => WornTable.Plain() },
        { "with text", () => WornTable.Plain().Filled() },
        { "leaning by one degree", () => WornTable.Plain((x, y) => new(x - 0.0175 * y, y + 0.0175 * x)).Filled() },
        { "sheared: columns lean by two degrees", () => WornTable.Plain((x, y) => new(x + 0.035 * y, y)).Filled() },
        { "keystone: narrower at the top", () => WornTable.Plain((x, y) => new(800 + (x - 800) * (0.93 + 0.0001 * y), y)) },
        { "keystone: lower at the right", () => WornTable.Plain((x, y) => new(x, y + (y - 450) * (x - 150) * 0.00005)) },
        { "curled paper: rows bow by 2 mm", () => WornTable.Plain((x, y) => new(x, y + 16 * Math.Sin(Math.PI * x / 1653))) },
        { "curled paper with text", () => WornTable.Plain((x, y) => new(x, y + 10 * Math.Sin(Math.PI * x / 1653))).Filled() },
        { "waves", () => WornTable.Plain((x, y) => new(x + 4 * Math.Sin(y / 90), y + 5 * Math.Sin(x / 150))) },
        { "thick rules", () => WornTable.Plain(null, 7).Filled() },
        { "hair lines", () => WornTable.Plain(null, 1).Filled() },
        { "nicks of 4 pixels", () => WornTable.Plain().Filled().Nicked(90, 4) },
        { "nicks of 12 pixels", () => WornTable.Plain().Filled().Nicked(130, 12) },
        { "gaps of 20 pixels", () => WornTable.Plain().Filled().Nicked(210, 20) },
        { "double outer border", () => WornTable.Plain().Filled().Change(d => d.Line(142, 192, 1458, 192).Line(142, 708, 1458, 708).Line(142, 192, 142, 708).Line(1458, 192, 1458, 708)) },
        { "no outer border left and right", () => WornTable.With(Xs[1..^1], Ys) },
        { "no outer border left", () => WornTable.With(Xs[1..], Ys) },
        { "no outer border right", () => WornTable.With(Xs[..^1], Ys) },
        { "no outer border left and right, letters of the line above in line with its columns", () => WornTable.With(Xs[1..^1], Ys).Change(d => Letter(Letter(d, 260, 154), 720, 154)) },
        { "open at the bottom, where the page ends", () => WornTable.With(Xs, Ys[..^1]) },
        { "open at the top, where the page began", () => WornTable.With(Xs, Ys[1..]) },
        { "open at the top and on both sides", () => WornTable.With(Xs[1..^1], Ys[1..]) },
        { "black ring of a seal over it", () => WornTable.Plain().Filled().Change(d => d.Ring(900, 500, 140, 5).Ring(900, 500, 120, 2)) },
        { "black ring over narrow empty columns", () => WornTable.Plain().Change(d => d.Ring(860, 450, 140, 5)) },
        { "ring over its corner", () => WornTable.Plain().Change(d => d.Ring(1450, 700, 140, 5)) },
        { "a signature across", () => WornTable.Plain().Filled().Change(d => d.Line(500, 650, 700, 560).Line(700, 560, 660, 690).Line(660, 690, 1000, 590).Line(1000, 590, 900, 680)) },
        { "a stroke of a pen along a column", () => WornTable.Plain().Change(d => d.Line(980, 300, 1100, 640, 4)) },
        { "rules running into the scanner's dark edge", () => WornTable.With(Xs[1..], Ys, left: 0).Change(d => d.Bar(0, 0, 150, 900)) },
        { "ends of rules sticking out", () => WornTable.With(Xs, Ys, 135, 1465, 188, 712) },
        { "a row's rule missing for half of its length", () => WornTable.Plain().Filled().Change(d => d.Gap(310, 338, 520, 345)) },
        { "a row's rule in ragged pieces in one cell", () => WornTable.Plain().Change(d => Ragged(d, 262, 718, 340)) },
        { "a row's rule in ragged pieces in one cell, above and below words", () => WornTable.Plain().Filled().Change(d => Ragged(d, 262, 718, 340)) },
    };

    /// <summary>Pieces of 4 pixels, up and down by a pixel, in place of a rule; here and there one is left out.</summary>
    private static Drawing Ragged(Drawing drawing, int from, int to, int y)
    {
        drawing.Gap(from, y - 4, to, y + 5);
        for (var x = from; x < to; x += 4) drawing.Bar(x, y + Math.Abs(x / 4 % 4 - 2) - 1, Math.Min(to, x + 4), y + Math.Abs(x / 4 % 4 - 2));
        for (var x = from + 120; x < to - 120; x += 90) drawing.Gap(x, y - 4, x + 4, y + 5);
        return drawing;
    }

    /// <summary>An n whose left stem is 20 pixels high.</summary>
    private static Drawing Letter(Drawing drawing, int x, int y) => drawing.Bar(x, y, x + 3, y + 20).Bar(x, y, x + 12, y + 3).Bar(x + 9, y, x + 12, y + 20);

    [Theory, MemberData(nameof(Cases))]
    public void Keeps_its_grid(string name, Func<WornTable> draw)
    {
        Assert.NotEmpty(name);
        var grids = GridFinder.Find(draw().Drawing.Binary, Dpi).Grids;
        Assert.Equal("6x6, 36 cells", string.Join(" | ", grids.Select(g => $"{g.Rows}x{g.Columns}, {g.Cells.Count} cells")));
        Assert.All(grids[0].Cells, c => Assert.Equal((1, 1), (c.RowSpan, c.ColumnSpan)));
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(205, 5)]
    [InlineData(212, 4)]
    [InlineData(194, 6)]
    [InlineData(187, 12)]
    public void Pale_rules_on_grainy_paper_are_seen(int grey, int grain)
    {
        var random = new Random(7);
        var (rules, text) = (WornTable.Plain().Drawing.Grey, new WornTable(1653, 900).Filled().Drawing.Grey);
        var pixels = rules.Pixels.Zip(text.Pixels, (r, t) => t == 0 ? 60 : r == 0 ? grey : 235).Select(v => (byte)Math.Clamp(v + random.Next(-2 * grain, 2 * grain + 1), 0, 255)).ToArray();
        var grid = Assert.Single(GridFinder.Find(rules with { Pixels = pixels }, 190, Dpi).Grids);
        Assert.Equal((6, 6, 36), (grid.Rows, grid.Columns, grid.Cells.Count));
    }

    [Fact]
    public void Rules_that_pale_in_a_shaded_head_go_on_there()
    {
        var (rules, text) = (WornTable.Plain().Drawing.Grey, new WornTable(1653, 900).Filled().Drawing.Grey);
        var pixels = rules.Pixels.Zip(text.Pixels).Select((p, i) => p.Second == 0 ? (byte)60 : p.First != 0 ? (byte)235 : i / 1653 < Ys[1] + 3 ? (byte)196 : (byte)165).ToArray();
        var grid = Assert.Single(GridFinder.Find(rules with { Pixels = pixels }, 190, Dpi).Grids);
        Assert.Equal((6, 6, 36), (grid.Rows, grid.Columns, grid.Cells.Count));
    }

    [Fact]
    public void A_letter_above_a_border_on_pale_grainy_paper_does_not_go_on_to_it()
    {
        // "Kết quả" in a head over two columns: the foot of its q stands in line with the border between them, 10 pixels above the rule.
        var random = new Random(7);
        var ink = new WornTable(1653, 900).Change(d =>
        {
            foreach (var y in Ys) d.Bar(Xs[0], y, Xs[^1], y + 3);
            foreach (var x in Xs) d.Bar(x, x == Xs[3] ? Ys[1] : Ys[0], x + 3, Ys[^1]);
            d.Bar(Xs[3] - 2, Ys[1] - 46, Xs[3] + 3, Ys[1] - 10).Bar(Xs[3] - 14, Ys[1] - 46, Xs[3] + 3, Ys[1] - 43).Bar(Xs[3] - 14, Ys[1] - 46, Xs[3] - 10, Ys[1] - 20).Bar(Xs[3] - 14, Ys[1] - 23, Xs[3] + 3, Ys[1] - 20);
        }).Drawing.Grey;
        var pixels = ink.Pixels.Select(t => (byte)Math.Clamp((t == 0 ? 128 : 235) + random.Next(-12, 13), 0, 255)).ToArray();
        var grid = Assert.Single(GridFinder.Find(ink with { Pixels = pixels }, 190, Dpi).Grids);
        Assert.Equal((6, 6, 35), (grid.Rows, grid.Columns, grid.Cells.Count));
    }

    [Fact]
    public void Text_on_grainy_paper_is_no_pale_table()
    {
        var random = new Random(7);
        var text = new WornTable(1653, 900).Filled().Drawing.Grey;
        var pixels = text.Pixels.Select(t => (byte)Math.Clamp((t == 0 ? 60 : 235) + random.Next(-12, 13), 0, 255)).ToArray();
        Assert.Empty(GridFinder.Find(text with { Pixels = pixels }, 190, Dpi).Grids);
    }

    [Fact]
    public void A_first_column_that_spans_rows_is_kept_without_a_border_at_its_left()
    {
        // Only the first and the last rule run out to the left; the rows between begin at the second column.
        var table = WornTable.With(Xs[1..], Ys, left: Xs[1]).Stroke(null, Xs[0], Ys[0], Xs[1], Ys[0], 3).Stroke(null, Xs[0], Ys[^1], Xs[1], Ys[^1], 3);
        var grid = Assert.Single(GridFinder.Find(table.Drawing.Binary, Dpi).Grids);
        Assert.Equal((6, 6, 31), (grid.Rows, grid.Columns, grid.Cells.Count));
        Assert.Equal((6, 1), (grid.Cells[0].RowSpan, grid.Cells[0].ColumnSpan));
    }

    [Fact]
    public void A_first_column_without_a_border_is_kept_where_the_page_ends_in_its_cell()
    {
        // Criteria span rows: their upper borders run out to the left; the last one goes on overleaf.
        var table = WornTable.With(Xs[1..], Ys, left: Xs[1]);
        foreach (var y in new[] { Ys[0], Ys[1], Ys[4] }) table.Stroke(null, Xs[0], y, Xs[1], y, 3);
        var grid = Assert.Single(GridFinder.Find(table.Drawing.Binary, Dpi).Grids);
        Assert.Equal((6, 6), (grid.Rows, grid.Columns));
        Assert.Equal([1, 3, 2], grid.Cells.Where(c => c.Column == 0).Select(c => c.RowSpan));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(-0.05)]
    public void A_leaning_table_is_closed_where_its_rules_end(double lean)
    {
        var table = new WornTable(1653, 900);
        Point Leaning(double x, double y) => new(x + lean * (y - 450), y);
        foreach (var y in Ys) table.Stroke(Leaning, Xs[0], y, Xs[^1], y, 3);
        foreach (var x in Xs[1..^1]) table.Stroke(Leaning, x, Ys[0], x, Ys[^1], 3);
        var grid = Assert.Single(GridFinder.Find(table.Drawing.Binary, Dpi).Grids);
        Assert.Equal((6, 6, 36), (grid.Rows, grid.Columns, grid.Cells.Count));
    }

    [Fact]
    public void Words_of_a_merged_cell_where_a_border_would_run_are_no_ragged_border()
    {
        var table = WornTable.Plain().Change(d =>
        {
            d.Gap(264, 336, 716, 346);
            for (var x = 266; x < 712; x += 14) d.Bar(x, 330, x + 3, 350).Bar(x + 8, 330, x + 11, 350).Bar(x, 339, x + 11, 342);
        });
        var grid = Assert.Single(GridFinder.Find(table.Drawing.Binary, Dpi).Grids);
        Assert.Contains(grid.Cells, c => (c.Row, c.Column, c.RowSpan) == (1, 1, 2));
    }

    [Fact]
    public void Bent_rules_are_erased_where_they_run()
    {
        var drawing = WornTable.Plain((x, y) => new(x + 6 * Math.Sin(y / 160), y + 16 * Math.Sin(Math.PI * x / 1653))).Drawing;
        var left = RuleEraser.Erase(drawing.Grey, GridFinder.Find(drawing.Binary, Dpi), true, 128, 255).Darker(128);
        Assert.InRange(left.Ink.Sum(i => i), 0, 0.01 * drawing.Binary.Ink.Sum(i => i));
    }

    [Fact]
    public void Cells_follow_curled_paper()
    {
        static Point Curl(double x, double y) => new(x, y + 16 * Math.Sin(Math.PI * x / 1653));
        var grid = Assert.Single(GridFinder.Find(WornTable.Plain(Curl).Drawing.Binary, Dpi).Grids);
        foreach (var cell in grid.Cells)
        {
            var corner = Curl(Xs[cell.Column], Ys[cell.Row]);
            Assert.InRange(cell.Shape.TopLeft.X, corner.X - 7, corner.X + 7);
            Assert.InRange(cell.Shape.TopLeft.Y, corner.Y - 7, corner.Y + 7);
        }
    }
}
