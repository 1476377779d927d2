using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tests.Layouts;

/// <summary>On a page 200 wide and 300 high.</summary>
public sealed class PageTurnTests
{
    [Theory]
    [InlineData("upright", 0, 20, 30, 0.1, 0.1)]
    [InlineData("on its head", 180, 180, 270, 0.1, 0.1)]
    [InlineData("its top at the right", 90, 180, 20, 1.0 / 15, 0.1)]
    [InlineData("its top at the left", -90, 20, 270, 0.1, 0.1)]
    public void A_point_of_the_text_is_found_upright(string name, double angle, double x, double y, double across, double down)
    {
        Assert.NotEmpty(name);
        var box = new PageTurn(angle, 200, 300).Upright([(x, y)]);
        Assert.Equal(across, box.Left, 1e-9);
        Assert.Equal(down, box.Top, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    [InlineData(-5)]
    [InlineData(90)]
    [InlineData(-88)]
    [InlineData(180)]
    [InlineData(176.5)]
    public void A_box_goes_back_to_where_it_was_seen(double angle)
    {
        (double X, double Y)[] word = [(100, 140), (101, 140), (101, 141), (100, 141)];
        var turn = new PageTurn(angle, 200, 300);
        var upright = turn.Upright(word);
        var seen = PageTurn.OfUpright(angle, turn.UprightWidth, turn.UprightHeight).OnPage(upright);
        Assert.Equal(100.5 / 200, seen.CentreX, 1e-9);
        Assert.Equal(140.5 / 300, seen.CentreY, 1e-9);
    }

    [Fact]
    public void Words_of_a_leaning_line_stand_at_one_height()
    {
        var turn = new PageTurn(5, 200, 300);
        var heights = Enumerable.Range(0, 5).Select(i => 40.0 * i - 80).Select(along =>
            turn.Upright([(100 + along * Math.Cos(5 * Math.PI / 180), 150 + along * Math.Sin(5 * Math.PI / 180))]).Top);
        Assert.All(heights, height => Assert.Equal(0.5, height, 1e-9));
    }
}
