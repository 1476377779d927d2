using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Imaging;

/// <summary>Lines of letters, drawn at 100 dpi: bases on one line, every third letter with an ascender, every ninth with a descender.</summary>
public sealed class TextDirectionTests
{
    private const int Width = 827, Height = 1169;

    private static GrayImage Print(int lines, int letters)
    {
        var drawing = new Drawing(Width, Height);
        for (var line = 0; line < lines; line++)
        for (var i = 0; i < letters; i++)
        {
            if (i % 7 == 6) continue;
            int x = 90 + 11 * i, y = 120 + 24 * line;
            drawing.Bar(x, y - (i % 3 == 0 ? 5 : 0), x + 7, y + 9 + (i % 9 == 4 ? 4 : 0));
        }

        return drawing.Grey;
    }

    private static GrayImage Turned(GrayImage page, int quarters, double skew)
    {
        var (width, height) = quarters % 2 == 0 ? (Width, Height) : (Height, Width);
        return Warp.Draw(page, Affine.Unquarter(Width, Height, quarters).Then(Affine.Unturn(skew, Width, Height, Width, Height)), width, height);
    }

    [Theory]
    [InlineData(40, 55, 0, 0)]
    [InlineData(40, 55, 0, 0.4)]
    [InlineData(40, 55, 0, -3.3)]
    [InlineData(40, 55, 1, 7)]
    [InlineData(40, 55, 2, -11.5)]
    [InlineData(40, 55, 3, 2)]
    [InlineData(8, 55, 1, -5)]
    [InlineData(2, 30, 3, 1)]
    public void The_way_of_the_lines_and_their_skew(int lines, int letters, int quarters, double skew)
    {
        var view = PageView.Of(Sheet.Of(Turned(Print(lines, letters), quarters, skew), 100));
        var direction = TextDirection.Of(view.Pieces, view.Dpi);
        Assert.Equal(quarters % 2 == 1, direction.Sideways);
        // Drawn turned clockwise by the skew, it is levelled by the turn back.
        Assert.InRange(direction.Skew, -skew - 0.35, -skew + 0.35);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1.5)]
    [InlineData(2, -0.7)]
    [InlineData(3, 0)]
    public void Which_way_is_up(int quarters, double skew)
    {
        var view = PageView.Of(Sheet.Of(Turned(Print(30, 55), quarters, skew), 100));
        var along = TextDirection.Of(view.Pieces, view.Dpi).Sideways ? 1 : 0;
        var (vote, _) = WayUp.Of(view, along, view.Lines(along));
        Assert.Equal((4 - quarters) % 4, vote > 0 ? along : along + 2);
    }

    [Fact]
    public void A_page_without_letters_has_no_direction()
    {
        var direction = TextDirection.Of([], 100);
        Assert.Equal((false, 0.0, 1.0), (direction.Sideways, direction.Skew, direction.Surety));
    }

    [Theory]
    [InlineData(1.6)]
    [InlineData(-0.3)]
    public void The_frame_is_level_to_a_twentieth_of_a_degree(double skew)
    {
        var view = PageView.Of(Sheet.Of(Turned(Print(40, 55), 0, skew), 100));
        var frame = UprightFrame.Of(view, 0, TextDirection.Of(view.Pieces, view.Dpi));
        Assert.InRange(frame.ToPicture.TurnAt(new(400, 600)), skew - 0.05, skew + 0.05);
    }

    // 9013-190: the letters of a seal lined up at 11 degrees, the words of the block of signatures stood level.
    [Theory]
    [InlineData(-11, 0, 0.8)]
    [InlineData(1.5, 1.5, 0.1)]
    public void The_few_lines_of_a_page_tell_when_its_letters_line_up_by_chance(double direction, double expected, double near)
    {
        var view = PageView.Of(Sheet.Of(Print(3, 12), 100));
        var frame = UprightFrame.Of(view, 0, new(false, direction, 2));
        Assert.InRange(-frame.ToPicture.TurnAt(new(400, 600)), expected - near, expected + near);
    }
}
