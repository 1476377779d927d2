using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

public sealed class GridFinderTests
{
    private const double Dpi = 150;
    private static readonly int[] Xs = [100, 250, 400, 700];
    private static readonly int[] Ys = [100, 150, 200, 300];

    private static string Describe(Drawing drawing) => string.Join(" | ", GridFinder.Find(drawing.Binary, Dpi).Grids.Select(g =>
        $"{g.Rows}x{g.Columns}: " + string.Join(' ', g.Cells.Select(c => $"{c.Row},{c.Column}" + (c.RowSpan + c.ColumnSpan > 2 ? $"({c.RowSpan}x{c.ColumnSpan})" : "")))));

    private static Drawing Table => new Drawing(1000, 800).Table(Xs, Ys);

    // Two lines with next to no gap, 9 pixels together.
    private static Drawing Doubled(Drawing table) => Ys.Aggregate(Xs.Aggregate(table, (d, x) => d.Bar(x - 1, Ys[0], x + 8, Ys[^1] + 7)), (d, y) => d.Bar(Xs[0], y - 1, Xs[^1] + 7, y + 8));

    /// <summary>Its first two columns are merged above and below the middle row.</summary>
    private static Drawing Merged(Drawing table) => table.Gap(245, 106, 262, 147).Gap(245, 206, 262, 297);

    public static TheoryData<string, Func<Drawing>, string> Cases => new()
    {
        { "plain", () => Table, "3x3: 0,0 0,1 0,2 1,0 1,1 1,2 2,0 2,1 2,2" },
        { "two columns merged in the middle row", () => Table.Gap(245, 156, 260, 197), "3x3: 0,0 0,1 0,2 1,0(1x2) 1,2 2,0 2,1 2,2" },
        { "two rows merged in the first column", () => Table.Gap(106, 145, 247, 156), "3x3: 0,0(2x1) 0,1 0,2 1,1 1,2 2,0 2,1 2,2" },
        { "head over three columns", () => Table.Gap(245, 106, 410, 147), "3x3: 0,0(1x3) 1,0 1,1 1,2 2,0 2,1 2,2" },
        { "nicked lines", () => Table.Gap(180, 95, 192, 160).Gap(500, 145, 514, 305).Gap(240, 220, 260, 232), "3x3: 0,0 0,1 0,2 1,0 1,1 1,2 2,0 2,1 2,2" },
        { "one low row", () => new Drawing(1000, 400).Table([100, 180, 400, 700], [100, 122]), "1x3: 0,0 0,1 0,2" },
        { "narrow columns", () => new Drawing(1000, 400).Table([100, 400, 440, 480, 700], [100, 150, 200]), "2x4: 0,0 0,1 0,2 0,3 1,0 1,1 1,2 1,3" },
        { "double lines of a page copied to A3 (9005-028)", () => Doubled(Table), "3x3: 0,0 0,1 0,2 1,0 1,1 1,2 2,0 2,1 2,2" },
        { "two tables", () => new Drawing(1000, 800).Table(Xs, [100, 150]).Table([100, 700], [400, 450, 500]), "1x3: 0,0 0,1 0,2 | 2x1: 0,0 1,0" },
        { "letters' stems across a merged border do not split it", () => Table.Gap(245, 156, 260, 197).Bar(250, 165, 253, 183), "3x3: 0,0 0,1 0,2 1,0(1x2) 1,2 2,0 2,1 2,2" },
        { "a tall letter in line with a column does not split a merged cell", () => Table.Gap(245, 153, 260, 200).Bar(250, 162, 253, 192).Bar(258, 172, 262, 192).Bar(250, 170, 262, 174), "3x3: 0,0 0,1 0,2 1,0(1x2) 1,2 2,0 2,1 2,2" },
        { "letters above and below a short border do not bend it", () => Merged(Table).Bar(255, 122, 260, 143).Bar(240, 209, 245, 230), "3x3: 0,0(1x2) 0,2 1,0 1,1 1,2 2,0(1x2) 2,2" },
        { "underline with stems", () => new Drawing(1000, 800).Bar(100, 100, 600, 103).Bar(120, 80, 123, 100).Bar(300, 80, 303, 100), "" },
        { "frame around a page is no table", () => new Drawing(1000, 800).Table([20, 960], [20, 760]), "" },
        { "text lines", () => Enumerable.Range(0, 20).Aggregate(new Drawing(1000, 800), (d, i) => d.Bar(100 + 30 * i, 100, 120 + 30 * i, 118)), "" },
    };

    // 9009-105: the underline of the title ended the columns of a digital page's table, and no frame was left.
    [Theory]
    [InlineData(395)]
    [InlineData(809)]
    public void An_underline_close_to_a_table_is_none_of_its_rows(int underline)
    {
        static Rule Line(int from, int to, int at)
        {
            var rule = new Rule();
            for (var row = at - 1; row <= at + 1; row++) rule.Add(from, to, row);
            return rule;
        }

        var image = new Drawing(1000, 1200).Bar(429, underline, 634, underline + 1);
        foreach (var y in new[] { 403, 502, 801 }) image.Bar(137, y, 926, y + 1);
        foreach (var x in new[] { 138, 440, 527, 614, 925 }) image.Bar(x, 402, x + 1, 803);
        var ruled = GridFinder.Of(image.Binary, [Line(429, 634, underline), Line(137, 926, 403), Line(137, 926, 502), Line(137, 926, 801)], [.. new[] { 138, 440, 527, 614, 925 }.Select(x => Line(402, 803, x))], 120);
        Assert.Equal((2, 4), (Assert.Single(ruled.Grids).Rows, ruled.Grids[0].Columns));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Finds_the_grid(string name, Func<Drawing> draw, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Describe(draw()));
    }

    [Theory, InlineData(0.2), InlineData(-0.3), InlineData(0.5)]
    public void A_table_left_slightly_turned_keeps_its_grid(double degrees)
    {
        double tan = Math.Tan(degrees * Math.PI / 180);
        var drawing = new Drawing(1000, 800);
        foreach (var x in Xs) drawing.Line(x - tan * Ys[0], Ys[0] + tan * x, x - tan * Ys[^1], Ys[^1] + tan * x);
        foreach (var y in Ys) drawing.Line(Xs[0] - tan * y, y + tan * Xs[0], Xs[^1] - tan * y, y + tan * Xs[^1]);
        Assert.Equal("3x3: 0,0 0,1 0,2 1,0 1,1 1,2 2,0 2,1 2,2", Describe(drawing));
    }

    [Fact]
    public void Erasing_borders_leaves_the_letters_of_a_merged_cell()
    {
        // The stem stands exactly where the column's border runs above and below.
        var drawing = Table.Gap(245, 156, 260, 197).Bar(250, 165, 253, 183);
        var ruled = GridFinder.Find(drawing.Binary, Dpi);
        var erased = RuleEraser.Erase(drawing.Grey, ruled, true, 128, 255).Darker(128);
        Assert.Equal(3 * 18, erased.Count(240, 160, 262, 190));
        Assert.Equal(0, erased.Count(240, 210, 262, 290));
    }
}
