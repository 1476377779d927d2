using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

/// <summary>Tables whose lines down are whole while a coarse fax left uneven dashes of the lines across (9009-049); pages at 200 dpi.</summary>
public sealed class LadderRulesTests
{
    private const double Dpi = 200;
    private static readonly int[] Across = [300, 460, 520, 580, 640, 700, 760, 820];
    private static readonly int[] Down = [200, 320, 600, 760, 920, 1080, 1240];

    private static Drawing Page(int seed, double left, bool withText = true)
    {
        var dice = new Random(seed);
        var drawing = new Drawing(1654, 2339);
        foreach (var x in Down) drawing.Bar(x, Across[0], x + 2, Across[^1] + 2);
        drawing.Bar(Down[0], Across[0], Down[^1] + 2, Across[0] + 2);
        foreach (var y in Across.Skip(1))
            for (var x = Down[0]; x < Down[^1];)
            {
                var dash = dice.Next(2, 60);
                drawing.Bar(x, y, Math.Min(x + dash, Down[^1]), y + 1);
                x += dash + (int)(dash * (1 - left) / left * (0.5 + dice.NextDouble()));
            }

        if (withText)
            foreach (var (top, left0) in Across.Skip(1).SkipLast(1).SelectMany(y => Down.SkipLast(1).Select(x => (y + 18, x + 40))))
                for (var x = left0; x < left0 + 54; x += 18) drawing.Bar(x, top, x + 3, top + 24).Bar(x + 9, top, x + 12, top + 24).Bar(x, top + 11, x + 12, top + 14);
        return drawing;
    }

    [Theory]
    [InlineData(1, 0.6)]
    [InlineData(2, 0.7)]
    [InlineData(3, 0.5)]
    public void Dashes_from_side_to_side_are_lines(int seed, double left)
    {
        var grid = Assert.Single(GridFinder.Find(Page(seed, left).Grey, 128, Dpi).Grids);
        Assert.Equal((Across.Length - 1, Down.Length - 1), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Lines_of_text_between_whole_sides_are_none()
    {
        var image = Page(1, 0.05).Binary;
        Assert.Same(image, LadderRules.Filled(image, [.. Down.Select(x => Rule.Implied(Across[0], Across[^1], _ => x))], 0, Dpi));
    }

    [Fact]
    public void What_tables_cover_already_is_left_alone()
    {
        var image = Page(1, 0.6).Binary;
        Assert.Same(image, LadderRules.Filled(image, [.. Down.Select(x => Rule.Implied(Across[0], Across[^1], _ => x))], 1200 * 600, Dpi));
    }
}
