using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;
using LearningSociety.Layout.Tests.Tables;

namespace LearningSociety.Layout.Tests.Marks;

/// <summary>A form's table at 200 dpi whose narrow columns are ticked; the cell looked at is row 3 of the second narrow column.</summary>
public sealed class TableMarksTests
{
    private const double Dpi = 200;

    /// <summary>Middle of the cell: it is 80 by 60 pixels.</summary>
    private const int X = 840, Y = 450;

    private static readonly (int X, int Y)[] Others = [(760, 310), (840, 380), (760, 550), (840, 660)];

    private static Drawing Cross(Drawing d, int x, int y, int size = 11) => d.Line(x - size, y - size, x + size, y + size).Line(x - size, y + size, x + size, y - size);

    /// <summary>The table with heads, text, numbers, and crosses in four cells.</summary>
    private static Drawing Table => Others.Aggregate(
        WornTable.Plain().Text(0, 1).Text(0, 2).Text(0, 3).Text(0, 4).Text(1, 1).Text(2, 1).Text(3, 1).Text(4, 1).Text(5, 1).Drawing, (d, o) => Cross(d, o.X, o.Y));

    private static CellMark Look(Drawing drawing, int row = 3, int column = 3)
    {
        var ruled = GridFinder.Find(drawing.Binary, Dpi);
        var grid = ruled.Grids.Single();
        var marks = TableMarks.In(RuleEraser.Erase(drawing.Grey, ruled, true, 128, 255), grid, 128, Dpi);
        return marks[Enumerable.Range(0, grid.Cells.Count).Single(i => (grid.Cells[i].Row, grid.Cells[i].Column) == (row, column))];
    }

    public static TheoryData<string, Func<Drawing, Drawing>, CellInk> Cases => new()
    {
        { "nothing", d => d, CellInk.Empty },
        { "x", d => Cross(d, X, Y), CellInk.Mark },
        { "small x", d => Cross(d, X, Y, 7), CellInk.Mark },
        { "large X", d => Cross(d, X, Y, 20), CellInk.Mark },
        { "x in the corner of the cell", d => Cross(d, X - 26, Y - 15), CellInk.Mark },
        { "x over the line below", d => Cross(d, X, 474), CellInk.Mark },
        { "x over the line at its right", d => Cross(d, 874, Y), CellInk.Mark },
        { "x larger than the cell", d => Cross(d, X, Y, 40), CellInk.Mark },
        { "x of two strokes that do not meet", d => d.Line(X - 12, Y - 12, X - 3, Y - 3).Line(X - 12, Y + 11, X + 12, Y - 11).Line(X + 4, Y + 3, X + 12, Y + 12), CellInk.Mark },
        { "slanted x of a hand", d => d.Line(X - 16, Y - 6, X + 14, Y + 10, 4).Line(X - 8, Y + 14, X + 10, Y - 15, 4), CellInk.Mark },
        { "plus", d => d.Line(X - 12, Y, X + 12, Y).Line(X, Y - 12, X, Y + 12), CellInk.Mark },
        { "leaning plus of a hand", d => d.Line(X - 14, Y + 3, X + 13, Y - 2).Line(X + 2, Y - 13, X - 2, Y + 12), CellInk.Mark },
        { "tick", d => d.Line(X - 12, Y + 2, X - 5, Y + 12).Line(X - 5, Y + 12, X + 13, Y - 13), CellInk.Mark },
        { "wide tick of a hand", d => d.Line(X - 18, Y + 4, X - 10, Y + 13, 4).Line(X - 10, Y + 13, X + 6, Y - 2, 4).Line(X + 6, Y - 2, X + 28, Y - 14, 4), CellInk.Mark },
        { "tick reaching into the row above", d => d.Line(X - 10, Y + 4, X - 4, Y + 14, 4).Line(X - 4, Y + 14, X + 20, Y - 50, 4), CellInk.Mark },
        { "filled spot", d => Enumerable.Range(0, 10).Aggregate(d, (p, r) => p.Ring(X, Y, r, 2)), CellInk.Mark },
        { "filled square", d => d.Bar(X - 10, Y - 10, X + 10, Y + 10), CellInk.Mark },
        { "scribble, where the others are ticked", d => d.Line(X - 12, Y + 5, X - 4, Y - 10).Line(X - 4, Y - 10, X + 2, Y + 9).Line(X + 2, Y + 9, X + 9, Y - 6).Line(X + 9, Y - 6, X - 10, Y - 2), CellInk.Mark },
        { "x beside a hair that lies over the line", d => Cross(d, X, Y).Line(X - 30, Y - 24, X + 20, Y - 18, 1).Line(X + 20, Y - 18, X + 62, Y - 20, 1), CellInk.Mark },
        { "hair", d => d.Line(X - 25, Y - 20, X - 2, Y - 8, 1).Line(X - 2, Y - 8, X + 26, Y + 2, 1), CellInk.Dirt },
        { "specks", d => d.Bar(X - 20, Y - 8, X - 17, Y - 5).Bar(X + 14, Y + 9, X + 18, Y + 12), CellInk.Dirt },
        { "a speck of a millimetre", d => d.Bar(X, Y, X + 8, Y + 7), CellInk.Dirt },
        { "leftover of the row's line", d => d.Bar(X - 20, 472, X + 10, 475), CellInk.Dirt },
        { "dashes of a line that was not found", d => d.Bar(X - 26, Y - 2, X - 10, Y).Bar(X - 2, Y - 1, X + 8, Y + 1).Bar(X + 14, Y - 1, X + 30, Y + 1), CellInk.Dirt },
        { "word", d => d.Bar(X - 30, Y - 10, X - 26, Y + 10).Bar(X - 15, Y - 10, X - 11, Y + 10).Bar(X, Y - 10, X + 4, Y + 10).Bar(X + 14, Y - 10, X + 18, Y + 10), CellInk.Text },
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_cell_is_told_by_its_ink(string name, Func<Drawing, Drawing> draw, CellInk expected)
    {
        Assert.NotEmpty(name);
        var look = Look(draw(Table));
        Assert.Equal(expected, look.Ink);
        Assert.InRange(look.Confidence, 0.75, 1);
    }

    // 9016-060: the first mark of a column had no clear shape, and the criterion was said to be blank; what stands in each column is a head.
    [Theory]
    [InlineData(false, CellInk.Mark)]
    [InlineData(true, CellInk.Text)]
    public void What_has_no_clear_shape_above_the_first_mark_is_one_unless_it_is_a_head(bool isHead, CellInk expected)
    {
        static Drawing Scribble(Drawing d, int x, int y) => d.Line(x - 12, y + 5, x - 4, y - 10).Line(x - 4, y - 10, x + 2, y + 9).Line(x + 2, y + 9, x + 9, y - 6).Line(x + 9, y - 6, x - 10, y - 2);
        var table = WornTable.Plain().Text(0, 1).Text(0, 2).Text(0, 3).Text(0, 4).Text(1, 1).Text(2, 1).Text(3, 1).Text(4, 1).Text(5, 1).Drawing;
        var drawing = Scribble(new[] { 450, 550, 660 }.Aggregate(table, (d, y) => Cross(d, X, y)), X, 310);
        if (isHead) drawing = Scribble(Scribble(drawing, 760, 310), 920, 310);
        Assert.Equal(expected, Look(drawing, 1).Ink);
    }

    // 9007-017: on a page with few rows every figure of a column had a tick's shape.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_full_column_beside_none_that_is_blank_or_right_of_figures_holds_figures(bool hasNotes)
    {
        static Drawing Four(Drawing d, int x, int y) => d.Line(x + 4, y - 11, x - 9, y + 4).Line(x - 9, y + 4, x + 10, y + 4).Line(x + 4, y - 11, x + 4, y + 11);
        var table = WornTable.Plain();
        foreach (var row in Enumerable.Range(0, 6)) table = hasNotes ? table.Text(row, 0).Text(row, 1).Text(row, 4).Text(row, 5) : table.Text(row, 0).Text(row, 1);
        var drawing = new[] { 310, 380, 450, 550, 660 }.Aggregate(table.Text(0, 2).Text(0, 3).Drawing, (d, y) => Four(d.Bar(750, y - 10, 753, y + 10).Bar(764, y - 10, 767, y + 10), 840, y));
        Assert.All(Enumerable.Range(1, 5), row => Assert.Equal(CellInk.Text, Look(drawing, row).Ink));
    }

    // 9007-069: the first cross of a column was ill drawn, but its row stood below one that was ticked in the column beside it.
    [Fact]
    public void An_odd_mark_above_the_first_sure_one_of_its_column_is_one()
    {
        var drawing = Cross(Cross(WornTable.Plain().Text(0, 1).Text(0, 2).Text(0, 3).Text(1, 1).Text(2, 1).Text(3, 1).Text(4, 1).Text(5, 1).Drawing, 760, 310), 840, 550);
        drawing = Cross(drawing, 840, 660).Line(828, 441, 852, 441).Line(828, 461, 846, 441).Line(834, 441, 852, 461);
        Assert.Equal(CellInk.Mark, Look(drawing).Ink);
    }

    // 9006-168: on a worn page a cross was paler than ink, and its row was called blank.
    [Theory]
    [InlineData(200, CellInk.Mark)]
    [InlineData(240, CellInk.Empty)]
    public void A_pale_cross_in_a_row_without_another_is_one_and_never_sure(int grey, CellInk expected)
    {
        var ruled = GridFinder.Find(Table.Binary, Dpi);
        var grid = ruled.Grids.Single();
        var (ink, both) = (RuleEraser.Erase(Table.Grey, ruled, true, 128, 255), RuleEraser.Erase(Cross(Table, X, Y).Grey, ruled, true, 128, 255));
        var pale = ink with { Pixels = [.. ink.Pixels.Zip(both.Pixels, (one, other) => one == other ? one : (byte)grey)] };
        var found = PaleMarks.Added(TableMarks.In(pale, grid, 128, Dpi), pale, grid, Dpi);
        var cells = Enumerable.Range(0, grid.Cells.Count).ToDictionary(i => (grid.Cells[i].Row, grid.Cells[i].Column), i => found[i]);
        Assert.Equal(expected, cells[(3, 3)].Ink);
        Assert.True(expected == CellInk.Empty || cells[(3, 3)].Confidence <= 0.5);
        Assert.NotEqual(CellInk.Mark, cells[(3, 2)].Ink);
    }

    // 9005-071, 9006-137, 9008-048: a hair, or the pieces of one, made a second mark of a row. Alone in its row it may be a mark.
    [Theory]
    [InlineData(true, CellInk.Dirt)]
    [InlineData(false, CellInk.Mark)]
    public void A_short_hair_beside_a_mark_is_dirt(bool isMarkedBeside, CellInk expected)
    {
        var drawing = Table.Line(X - 9, Y - 11, X + 8, Y + 12, 1);
        Assert.Equal(expected, Look(isMarkedBeside ? Cross(drawing, 760, Y) : drawing).Ink);
        Assert.Equal(CellInk.Mark, Look(Cross(Cross(Table, X, Y), 760, Y)).Ink);
    }

    // 9009-043: a row that was left blank was a level 1 by a hair. Among filled spots a hair is none of them; among crosses it may be a stroke.
    [Theory]
    [InlineData(true, CellInk.Dirt)]
    [InlineData(false, CellInk.Mark)]
    public void A_hair_alone_in_its_row_is_never_a_sure_mark(bool areSpots, CellInk expected)
    {
        var table = areSpots
            ? Others.Aggregate(WornTable.Plain().Text(0, 1).Text(0, 2).Text(0, 3).Text(1, 1).Text(2, 1).Text(3, 1).Text(4, 1).Text(5, 1).Drawing, (d, o) => Enumerable.Range(0, 10).Aggregate(d, (p, r) => p.Ring(o.X, o.Y, r, 2)))
            : Table;
        var look = Look(table.Line(X - 9, Y - 11, X + 8, Y + 12, 1));
        Assert.Equal(expected, look.Ink);
        Assert.True(look.Ink != CellInk.Mark || look.Confidence <= PaleMarks.Unsure);
    }

    // 9010-114: the first cross of a column was worn to the size of dirt, and its criterion called blank.
    [Fact]
    public void A_small_worn_cross_above_the_columns_first_one_is_an_unsure_one()
    {
        var dirty = new[] { (760, 380), (760, 660), (840, 550), (920, 380), (920, 550) }.Aggregate(Cross(Cross(Cross(WornTable.Plain().Text(0, 1).Text(0, 2).Text(0, 3).Text(1, 1).Text(2, 1).Text(3, 1).Text(4, 1).Text(5, 1).Drawing, 840, 380, 7), 840, 450, 7), 840, 660, 7),
            (d, at) => d.Bar(at.Item1, at.Item2, at.Item1 + 11, at.Item2 + 10));
        var look = Look(dirty.Bar(836, 306, 839, 316).Bar(839, 304, 845, 308).Bar(842, 308, 845, 311), 1);
        Assert.Equal((CellInk.Mark, PaleMarks.Unsure), (look.Ink, look.Confidence));
    }

    // 9006-049: the cross of the last criterion and the one of the overall row both touched the border between them.
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Crosses_that_touch_the_border_between_them_are_two(int row)
    {
        static Drawing Plus(Drawing d, int y) => d.Line(X - 12, y, X + 12, y).Line(X, y - 12, X, y + 12);
        Assert.Equal(CellInk.Mark, Look(Plus(Plus(Table, 466), 494), row).Ink);
    }

    [Theory]
    [InlineData("x over the line below", 474, 4, 3)]
    [InlineData("x over the line above", 424, 2, 3)]
    public void The_neighbour_of_a_mark_that_crosses_the_line_keeps_its_own_ink(string name, int y, int row, int column)
    {
        Assert.NotEmpty(name);
        var before = Look(Table, row, column).Ink;
        var after = Look(Cross(Table, X, y), row, column).Ink;
        Assert.Equal(before, after == CellInk.Dirt ? CellInk.Empty : after);
    }

    [Fact]
    public void A_lone_digit_among_numbers_is_text()
    {
        // The narrow columns hold numbers: 7 and 4 have the strokes of ticks and crosses.
        var drawing = WornTable.Plain().Text(0, 3).Drawing;
        foreach (var y in new[] { 310, 380, 450, 550 }) drawing.Line(830, y - 11, 848, y - 11).Line(848, y - 11, 836, y + 12);
        Assert.Equal(CellInk.Text, Look(drawing).Ink);
    }

    [Fact]
    public void A_numeral_below_others_is_text()
    {
        // "I.", "1.", "2." stand above it; a "V." has the strokes of a tick.
        var drawing = WornTable.Plain().Text(0, 3).Drawing;
        foreach (var y in new[] { 310, 380 }) drawing.Bar(836, y - 12, 840, y + 12).Bar(845, y + 8, 849, y + 12);
        drawing.Line(830, 438, 838, 462).Line(838, 462, 846, 438).Bar(852, 458, 856, 462);
        Assert.Equal(CellInk.Text, Look(drawing).Ink);
    }

    [Fact]
    public void A_number_in_the_first_column_that_cannot_be_read_is_no_mark()
    {
        // "a)" in one piece with a scratch; a cell's box says that its ink may be taken for a mark.
        var drawing = Table.Bar(190, 440, 200, 460).Line(206, 436, 210, 464);
        Assert.Equal((CellInk.Text, null), (Look(drawing, 3, 0).Ink, Look(drawing, 3, 0).Box));
    }

    [Fact]
    public void Numbers_of_small_print_are_no_dirt()
    {
        // "1." in a column of such numbers, 15 pixels high: 5.5 points.
        var drawing = WornTable.Plain().Text(0, 3).Drawing;
        foreach (var y in new[] { 310, 380, 450, 550, 660 }) drawing.Bar(836, y - 8, 839, y + 7).Bar(832, y - 6, 836, y - 4).Bar(845, y + 4, 848, y + 7);
        Assert.Equal(CellInk.Text, Look(drawing).Ink);
    }

    [Fact]
    public void The_box_is_around_the_mark()
    {
        var box = Look(Cross(Table, X, Y)).Box!.Value;
        Assert.InRange(box.Left, X - 15, X - 10);
        Assert.InRange(box.Bottom, Y + 10, Y + 15);
    }
}
