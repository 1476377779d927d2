using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tests.Pages;

public sealed class MappingTests
{
    private static readonly Quad Corners = new(new(70, 60), new(740, 85), new(790, 1110), new(35, 1080));

    [Fact]
    public void A_slanted_sheet_has_its_corners_where_they_are_seen()
    {
        var map = Projective.Onto(Corners, 600, 850);
        Same(Corners.TopLeft, map.Map(new(0, 0)));
        Same(Corners.TopRight, map.Map(new(600, 0)));
        Same(Corners.BottomRight, map.Map(new(600, 850)));
        Same(Corners.BottomLeft, map.Map(new(0, 850)));
    }

    [Fact]
    public void Straight_lines_stay_straight_on_a_slanted_sheet()
    {
        var map = Projective.Onto(Corners, 600, 850);
        Point a = map.Map(new(100, 200)), b = map.Map(new(300, 400)), c = map.Map(new(500, 600));
        Assert.Equal(0, (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X), 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Turning_there_and_back(int quarters)
    {
        var back = Affine.Unquarter(800, 600, quarters);
        var p = back.Map(new(10, 20));
        Same(new(10, 20), back.Back().Map(p));
        Assert.InRange(p.X, 0, 800);
        Assert.InRange(p.Y, 0, 600);
        Assert.Equal(quarters switch { 0 => 0, 1 => -90, 2 => 180, _ => 90 }, back.TurnAt(new(100, 100)), 1e-9);
    }

    [Fact]
    public void Mappings_follow_one_another()
    {
        var turn = Affine.Unturn(5, 400, 300, 500, 350);
        var slant = Projective.Onto(Corners, 500, 350);
        var whole = turn.Then(slant).Then(Affine.Scale(0.01, 0.02));
        var p = slant.Map(turn.Map(new(120, 80)));
        Same(new(p.X * 0.01, p.Y * 0.02), whole.Map(new(120, 80)));
        Same(turn.Map(new(200, 150)), new(250, 175));
    }

    [Fact]
    public void A_displacement_is_even_between_its_corners()
    {
        var map = new Displacement(2, 2, 100, [new(0, 10), new(0, 20), new(4, 10), new(4, 20)]);
        Same(new(50 + 2, 50 + 15), map.Map(new(50, 50)));
        Same(new(25, 0 + 12.5), map.Map(new(25, 0)));
    }

    private static void Same(Point expected, Point actual)
    {
        Assert.Equal(expected.X, actual.X, 1e-6);
        Assert.Equal(expected.Y, actual.Y, 1e-6);
    }
}
