using System.Text;
using System.Text.Json;
using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Result;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Marks;

/// <summary>Squares to tick, drawn at 200 dpi: 4 mm is 31 pixels.</summary>
public sealed class CheckboxesTests
{
    private const double Dpi = 200;

    private static Drawing Square(int side, int thickness = 2) => new Drawing(200, 200)
        .Bar(80, 80, 80 + side, 80 + thickness).Bar(80, 80 + side - thickness, 80 + side, 80 + side).Bar(80, 80, 80 + thickness, 80 + side).Bar(80 + side - thickness, 80, 80 + side, 80 + side);

    public static TheoryData<string, Func<Drawing>, string> Cases => new()
    {
        { "empty", () => Square(31), "unselected" },
        { "small", () => Square(20), "unselected" },
        { "large, thick", () => Square(50, 4), "unselected" },
        { "with a speck", () => Square(31).Bar(94, 95, 97, 97), "unselected" },
        { "x inside", () => Square(31).Line(87, 87, 103, 103).Line(87, 103, 103, 87), "selected" },
        { "x from corner to corner", () => Square(31).Line(81, 81, 110, 110).Line(81, 110, 110, 81), "selected" },
        { "tick inside", () => Square(31).Line(86, 96, 93, 104).Line(93, 104, 105, 86), "selected" },
        { "tick reaching out", () => Square(31).Line(86, 96, 94, 106).Line(94, 106, 124, 62), "selected" },
        { "filled", () => Square(31).Bar(86, 86, 106, 106), "selected" },
        { "leaning", () => new Drawing(200, 200).Line(80, 80, 111, 82, 2).Line(111, 82, 109, 113, 2).Line(109, 113, 78, 111, 2).Line(78, 111, 80, 80, 2), "unselected" },
        { "nicked side", () => Square(31).Gap(92, 78, 94, 84), "unselected" },
        { "letter O", () => new Drawing(200, 200).Ring(100, 100, 15), "" },
        { "letter D", () => Enumerable.Range(-90, 181).Aggregate(new Drawing(200, 200).Bar(80, 80, 84, 110).Bar(80, 80, 94, 83).Bar(80, 107, 94, 110), (d, a) => d.Bar((int)(93 + 14 * Math.Cos(a * Math.PI / 180)), (int)(95 + 13 * Math.Sin(a * Math.PI / 180)), (int)(96 + 14 * Math.Cos(a * Math.PI / 180)), (int)(98 + 13 * Math.Sin(a * Math.PI / 180)))), "" },
        { "letter H", () => new Drawing(200, 200).Bar(80, 80, 84, 110).Bar(104, 80, 108, 110).Bar(80, 94, 108, 97), "" },
        { "a filled square", () => new Drawing(200, 200).Bar(80, 80, 110, 110), "" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Squares_are_seen_with_their_state(string name, Func<Drawing> draw, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, string.Join(' ', Checkboxes.In(draw().Grey, 128, Dpi).Select(b => b.Selected ? "selected" : "unselected")));
    }

    [Fact]
    public void The_picture_that_is_read_has_no_squares()
    {
        var image = Square(31).Line(86, 96, 94, 106).Line(94, 106, 124, 62).Grey;
        Assert.Equal(0, SelectionMarks.Without(image, Checkboxes.In(image, 128, Dpi)).Darker(128).Ink.Sum(i => i));
    }

    [Fact]
    public void A_square_stands_before_the_words_it_belongs_to_and_is_no_word()
    {
        IReadOnlyList<FrameLine> lines = [new([new("Tiêu chí", 0.9, new(100, 40, 200, 60))]), new([new("Đạt", 0.9, new(130, 100, 180, 125))])];
        var page = PageAssembly.Assemble(
            1, 827, 1169, "pixel", 0, Affine.Same, SelectionMarks.With(lines, [new(true, 0.95, new(90, 98, 118, 126), new(90, 90, 130, 126))], []), [], []);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) AnalyzeResult.Write(writer, Models.Layout, [page]);
        var json = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
        var written = json.GetProperty("pages")[0];
        Assert.Equal("Tiêu chí\n:selected: Đạt", json.GetProperty("content").GetString());
        Assert.Equal(["Tiêu chí", "Đạt"], written.GetProperty("words").EnumerateArray().Select(w => w.GetProperty("content").GetString()));
        var mark = Assert.Single(written.GetProperty("selectionMarks").EnumerateArray());
        Assert.Equal(("selected", 0.95, 9, 10), (mark.GetProperty("state").GetString(), mark.GetProperty("confidence").GetDouble(), mark.GetProperty("span").GetProperty("offset").GetInt32(), mark.GetProperty("span").GetProperty("length").GetInt32()));
    }
}
