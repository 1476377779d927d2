using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

public sealed class BrokenRulesTests
{
    private const double Dpi = 120;
    private static readonly int[] Xs = [100, 250, 400, 700];
    private static readonly int[] Ys = [100, 150, 200, 300];

    /// <summary>A table of lines that are drawn for so many pixels and left out for so many.</summary>
    private static Drawing Broken(int drawn, int left, int[]? rows = null)
    {
        var drawing = new Drawing(1000, 800);
        rows ??= Ys;
        foreach (var y in rows)
            for (var x = Xs[0]; x < Xs[^1]; x += drawn + left) drawing.Bar(x, y, x + drawn, y + 2);
        foreach (var x in Xs)
            for (var y = rows[0]; y < rows[^1]; y += drawn + left) drawing.Bar(x, y, x + 2, y + drawn);
        return drawing;
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 3)]
    [InlineData(6, 5)]
    public void Dotted_and_dashed_tables_are_found(int drawn, int left)
    {
        var grid = Assert.Single(GridFinder.Find(BrokenRules.Filled(Broken(drawn, left).Binary, Dpi), Dpi).Grids);
        Assert.Equal((3, 3), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void A_table_of_fine_dots_that_a_fax_dropped_by_halves_is_found()
    {
        var random = new Random(5);
        var drawing = new Drawing(1000, 800);
        foreach (var y in Ys)
            for (var x = Xs[0]; x < Xs[^1]; x += 3)
                if (random.Next(10) < 4) drawing.Bar(x, y + random.Next(2), x + 1 + random.Next(2), y + 1 + random.Next(2));
        foreach (var x in Xs)
            for (var y = Ys[0]; y < Ys[^1]; y += 3)
                if (random.Next(10) < 4) drawing.Bar(x + random.Next(2), y, x + 1 + random.Next(2), y + 1 + random.Next(2));
        var grid = Assert.Single(GridFinder.Find(drawing.Grey, 128, Dpi).Grids);
        Assert.Equal((3, 3), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Dots_of_letters_and_specks_of_a_worn_page_are_no_table()
    {
        var random = new Random(5);
        var drawing = new Drawing(1000, 800);
        for (var i = 0; i < 1500; i++)
        {
            int x = random.Next(990), y = random.Next(790);
            drawing.Bar(x, y, x + 2, y + 2);
        }

        for (var y = 100; y < 700; y += 26)
            for (var x = 100; x < 900; x += 9) drawing.Bar(x, y, x + 2, y + 2).Bar(x, y + 4, x + 2, y + 14);
        Assert.Empty(GridFinder.Find(drawing.Grey, 128, Dpi).Grids);
    }

    [Fact]
    public void Tops_of_letters_between_dotted_borders_are_no_dashes()
    {
        // "So TT" fills a narrow head cell; the arches of its letters are as wide as the gaps between them.
        var drawing = Broken(2, 2);
        foreach (var (left, right) in new[] { (108, 115), (120, 126), (132, 139), (145, 151), (157, 164), (169, 175), (181, 188), (193, 199), (205, 212), (217, 223), (229, 236), (241, 246) })
            drawing.Bar(left, 170, right, 174).Bar(left + 1, 174, right - 2, 184);
        var filled = BrokenRules.Filled(drawing.Binary, Dpi);
        Assert.Equal(0, filled.Count(116, 171, 119, 174));
    }

    [Fact]
    public void Bars_of_digits_in_close_rows_are_no_dashes_of_a_line_down()
    {
        // Three rows of "8" with dots of the borders between them: as even as dashes, but wider than a line (9012-097).
        int[] rows = [100, 118, 136, 154];
        var drawing = Broken(2, 2, rows);
        foreach (var top in rows[..^1])
            foreach (var bar in new[] { 3, 8, 13 }) drawing.Bar(298, top + bar, 303, top + bar + 2);
        var grid = Assert.Single(GridFinder.Find(BrokenRules.Filled(drawing.Binary, Dpi), Dpi).Grids);
        Assert.Equal((3, 3), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Rows_of_stems_are_print()
    {
        // "mmmm" has stems as even as dashes, but they are high.
        var drawing = new Drawing(1000, 800);
        for (var row = 0; row < 6; row++)
            for (var x = 100; x < 500; x += 6) drawing.Bar(x, 100 + (30 * row), x + 2, 112 + (30 * row));
        var picture = drawing.Binary;
        Assert.Equal(picture.Ink, BrokenRules.Filled(picture, Dpi).Ink);
    }
}
