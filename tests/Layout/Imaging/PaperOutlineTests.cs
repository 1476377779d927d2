using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Imaging;

/// <summary>Sheets on desks, at 100 dpi.</summary>
public sealed class PaperOutlineTests
{
    private const int Width = 827, Height = 1169;

    private static readonly Quad Slanted = new(new(70, 60), new(740, 85), new(790, 1110), new(35, 1080));

    private static double Wood(int x, int y) => 105 + 30 * Math.Sin(x / 9.0) * Math.Cos(y / 40.0);

    private static double Cloth(int x, int y) => (x / 24 + y / 24) % 2 == 0 ? 60 : 120;

    private static double CornerShadow(int x, int y) => 1 - 0.4 * Math.Clamp((x + y - 900) / 700.0, 0, 1);

    public static TheoryData<string, Quad, Func<int, int, double>, Func<int, int, double>?> Desks => new()
    {
        { "dark desk", Slanted, (_, _) => 40, null },
        { "wood", Slanted, Wood, null },
        { "checked cloth", Slanted, Cloth, null },
        { "light grey desk", Slanted, (_, _) => 165, null },
        { "wood under a soft shadow", Slanted, Wood, CornerShadow },
        { "turned by eight degrees", new(new(150, 40), new(790, 130), new(660, 1080), new(25, 990)), (_, _) => 40, null },
        { "one side hardly within the picture", new(new(70, 60), new(740, 85), new(790, 1165), new(35, 1164)), Wood, null },
        { "smaller than half the picture", new(new(200, 200), new(660, 190), new(670, 850), new(190, 860)), Wood, null },
    };

    [Theory, MemberData(nameof(Desks))]
    public void The_sheet_is_found_where_it_lies(string name, Quad corners, Func<int, int, double> desk, Func<int, int, double>? light)
    {
        Assert.NotEmpty(name);
        var picture = new Camera(corners, 600, 850).Shot(Page(600, 850), Width, Height, desk, light);
        var found = Assert.NotNull(PaperOutline.Of(PaperLight.Of(picture, 100)));
        Near(corners.TopLeft, found.TopLeft);
        Near(corners.TopRight, found.TopRight);
        Near(corners.BottomRight, found.BottomRight);
        Near(corners.BottomLeft, found.BottomLeft);
    }

    // 9015-067: the backs of two pages under a shadow; the level that parted best lay within the paper, and the desk was read as letters.
    [Fact]
    public void An_empty_sheet_half_in_shadow_is_found_on_its_desk()
    {
        var paper = new GrayImage(600, 850, [.. Enumerable.Range(0, 600 * 850).Select(i => (byte)(235 * BentEdge(i % 600, i / 600)))]);
        var picture = new Camera(Slanted, 600, 850).Shot(paper, Width, Height, (x, y) => 0.6 * Wood(x, y), (x, y) => 1 - (0.5 * Math.Clamp((y - x + 100) / 300.0, 0, 1)));
        var found = Assert.NotNull(PaperOutline.Of(PaperLight.Of(picture, 100)));
        Near(Slanted.TopLeft, found.TopLeft);
        Near(Slanted.BottomRight, found.BottomRight);
    }

    // 9016-111: the rest of the page, with three ticks and the signature, was cut off at the edge of a shadow.
    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    public void The_edge_of_a_shadow_is_no_edge_of_the_sheet(double width)
    {
        var picture = new Camera(Slanted, 600, 850).Shot(Page(600, 850), Width, Height, (x, y) => 0.5 * Wood(x, y), (x, y) => 1 - (0.6 * Math.Clamp((x + (y / 8.0) - 500) / width, 0, 1)));
        var found = Assert.NotNull(PaperOutline.Of(PaperLight.Of(picture, 100)));
        Near(Slanted.TopRight, found.TopRight);
        Near(Slanted.BottomRight, found.BottomRight);
    }

    // Part of the right edge bends away from the light till it is as dark as the desk.
    private static double BentEdge(int x, int y) => 1 - (y is > 100 and < 300 ? 0.65 * Math.Clamp((x - 480) / 110.0, 0, 1) : 0);

    public static TheoryData<string, Func<int, int, double>> Scans => new()
    {
        { "an ordinary scan", (_, _) => 1 },
        { "a shadow from one side", (x, _) => 0.45 + 0.55 * Math.Clamp(x / 500.0, 0, 1) },
        { "a dark edge", (x, _) => x > 800 ? 0.1 : 1 },
        { "a dark page", (_, _) => 0.4 },
    };

    [Theory, MemberData(nameof(Scans))]
    public void A_scan_is_the_sheet_itself(string name, Func<int, int, double> light)
    {
        Assert.NotEmpty(name);
        var page = Page(Width, Height);
        var picture = page with { Pixels = [.. page.Pixels.Select((p, i) => (byte)(p * light(i % Width, i / Width)))] };
        Assert.Null(PaperOutline.Of(PaperLight.Of(picture, 100)));
    }

    /// <summary>A page with lines of words and a table with a grey head.</summary>
    private static GrayImage Page(int width, int height)
    {
        var drawing = new Drawing(width, height);
        for (var y = 80; y < height / 2; y += 22)
        for (var x = 70; x < width - 90; x += 11)
            if (x / 11 % 6 != 0) drawing.Bar(x, y, x + 7, y + 8);
        drawing.Table([70, 200, width - 70], [height / 2 + 20, height / 2 + 80, height - 100]);
        var page = drawing.Grey;
        for (var y = height / 2 + 20; y < height / 2 + 80; y++)
        for (var x = 70; x < width - 70; x++)
            page.Pixels[y * width + x] = Math.Min(page.Pixels[y * width + x], (byte)190);
        return page with { Pixels = Array.ConvertAll(page.Pixels, p => (byte)(15 + p * 0.9)) };
    }

    private static void Near(Point expected, Point actual)
    {
        Assert.InRange(actual.X, expected.X - 5, expected.X + 5);
        Assert.InRange(actual.Y, expected.Y - 5, expected.Y + 5);
    }
}
