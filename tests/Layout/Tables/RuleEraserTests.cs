using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

/// <summary>Drawn at 200 dpi; each cell holds a letter of 20 by 10 pixels, and nothing but the letters stays.</summary>
public sealed class RuleEraserTests
{
    /// <summary>Offsets of the lines of a rule, and how thick each is.</summary>
    [Theory]
    [InlineData("single", new[] { 0 }, 3)]
    [InlineData("thin", new[] { 0 }, 1)]
    [InlineData("thick", new[] { 0 }, 7)]
    [InlineData("double", new[] { 0, 4 }, 2)]
    [InlineData("double, wide apart", new[] { 0, 5 }, 2)]
    [InlineData("double, thick and thin", new[] { 0, 6 }, 3)]
    public void Rules_go_and_letters_stay(string name, int[] lines, int thickness)
    {
        Assert.NotEmpty(name);
        int[] xs = [100, 400, 700], ys = [100, 200, 300, 400];
        var page = new Drawing(900, 600);
        foreach (var offset in lines)
        {
            foreach (var x in xs) page.Bar(x + offset, ys[0], x + offset + thickness, ys[^1] + lines[^1] + thickness);
            foreach (var y in ys) page.Bar(xs[0], y + offset, xs[^1] + lines[^1] + thickness, y + offset + thickness);
        }

        foreach (var x in xs[..^1])
            foreach (var y in ys[..^1]) page.Bar(x + 60, y + 40, x + 80, y + 50);
        var ruled = GridFinder.Find(page.Grey, 128, 200);
        Assert.Single(ruled.Grids);
        Assert.Equal(6 * 20 * 10, RuleEraser.Erase(page.Grey, ruled, true, 128, 255).Pixels.Count(p => p < 128));
    }
}
