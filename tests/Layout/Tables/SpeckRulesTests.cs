using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

/// <summary>Lines of which a fax or a hard black-and-white scan left specks; pages at 200 dpi.</summary>
public sealed class SpeckRulesTests
{
    private const double Dpi = 200;
    private static readonly int[] Across = [300, 460, 560, 660, 760, 860, 960];
    private static readonly int[] Down = [200, 320, 900, 1200, 1450];

    public static TheoryData<string, double, int, double> Worn => new()
    {
        { "dots, half of them lost (9004-071)", 0.5, 2, 0 },
        { "the same on a page that leans", 0.5, 2, 0.004 },
        { "dashes with wide gaps (9004-155)", 0.4, 12, 0.001 },
        { "one dot in eight left (9004-166)", 0.12, 2, 0.002 },
    };

    [Theory, MemberData(nameof(Worn))]
    public void A_table_of_specks_is_a_table(string name, double left, int length, double lean)
    {
        Assert.NotEmpty(name);
        var grid = Assert.Single(GridFinder.Find(Specks(left, length, lean, 60).Grey, 128, Dpi).Grids);
        Assert.Equal((Across.Length - 1, Down.Length - 1), (grid.Rows, grid.Columns));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(1500)]
    public void Noise_is_no_table(int specks) => Assert.Empty(GridFinder.Find(Noise(new(1654, 2339), specks, new(4)).Grey, 128, Dpi).Grids);

    // 9011-019: the reader of the page stopped
    [Fact]
    public void One_line_in_two_pieces_below_two_lines_down_is_no_table()
    {
        var drawing = new Drawing(1654, 2339);
        foreach (var (from, to) in new[] { (340, 560), (720, 1160) })
            for (var x = from; x < to; x += 8) drawing.Bar(x, 995, x + 3, 997);
        foreach (var (x, from, to) in new[] { (300, 600, 1000), (1200, 400, 900) })
            for (var y = from; y < to; y += 8) drawing.Bar(x, y, x + 2, y + 3);
        Assert.Empty(GridFinder.Find(drawing.Grey, 128, Dpi).Grids);
    }

    // The head over two columns stands where their border would run.
    [Fact]
    public void A_border_does_not_run_through_letters()
    {
        var drawing = Specks(0.5, 2, 0, 0);
        for (var x = 1150; x < 1250; x += 20) drawing.Bar(x, 370, x + 12, 390);
        var grid = Assert.Single(GridFinder.Find(drawing.Grey, 128, Dpi).Grids);
        Assert.Contains(grid.Cells, cell => cell is { Row: 0, Column: 2, ColumnSpan: 2 });
    }

    // 9006-004: the line below a head over two columns does not run through the heads beside it.
    [Fact]
    public void A_border_does_not_run_through_a_line_of_print()
    {
        var drawing = Specks(0.5, 2, 0, 0).Gap(323, 455, 897, 467);
        for (var x = 340; x < 880; x += 20) drawing.Bar(x, 450, x + 12, 472);
        Assert.Contains(Assert.Single(GridFinder.Find(drawing.Grey, 128, Dpi).Grids).Cells, cell => cell is { Row: 0, Column: 1, RowSpan: 2 });
    }

    private static Drawing Specks(double left, int length, double lean, int noise)
    {
        var random = new Random(7);
        var drawing = new Drawing(1654, 2339);
        foreach (var y in Across)
            for (var x = Down[0]; x < Down[^1]; x += length + 4)
                if (random.NextDouble() < left) Dash(drawing, x, (int)(y - lean * x), length, 2);
        foreach (var x in Down)
            for (var y = Across[0]; y < Across[^1]; y += length + 4)
                if (random.NextDouble() < left) Dash(drawing, (int)(x + lean * y), y, 2, length);
        return Noise(drawing, noise, random);
    }

    private static Drawing Noise(Drawing drawing, int specks, Random random)
    {
        for (var i = 0; i < specks; i++) Dash(drawing, random.Next(1640), random.Next(2330), 2, 2);
        return drawing;
    }

    private static void Dash(Drawing drawing, int x, int y, int width, int height) => drawing.Bar(x, y, x + width, y + height);
}
