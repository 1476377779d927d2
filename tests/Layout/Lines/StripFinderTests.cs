using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Lines;

/// <summary>Drawn at 200 dpi: a letter of 12 points is about 18 pixels high and 14 wide.</summary>
public sealed class StripFinderTests
{
    private static Drawing Page => new(1000, 400);

    /// <summary>So many letters from a place on, with their tops at a height; every third is a capital, every fourth hangs below.</summary>
    private static Drawing Word(Drawing page, int x, int y, int letters, int height = 18)
    {
        for (var i = 0; i < letters; i++)
            page.Bar(x + height * i, y - (i % 3 == 0 ? height / 2 : 0), x + height * i + 2 * height / 3, y + height + (i % 4 == 1 ? height / 3 : 0));
        return page;
    }

    /// <summary>The drawing and what is expected: for each line its first place and how many pieces of ink it holds.</summary>
    public static TheoryData<string, Func<Drawing>, string> Pages => new()
    {
        { "nothing", () => Page, "" },
        { "a word", () => Word(Page, 100, 100, 8), "100:8" },
        { "two lines", () => Word(Word(Page, 100, 100, 8), 100, 150, 6), "100:8 100:6" },
        { "words of one line", () => Word(Word(Page, 100, 100, 5), 230, 100, 5), "100:10" },
        { "a wide gap parts the letterhead's columns", () => Word(Word(Page, 100, 100, 5), 400, 100, 5), "100:5 400:5" },
        { "a line that still rises a little", () => Enumerable.Range(0, 10).Aggregate(Page, (p, i) => Word(p, 100 + 60 * i, 120 - 3 * i, 3)), "100:30" },
        { "marks above and points below belong to their letters", () => Word(Page, 100, 100, 6).Bar(122, 84, 128, 88).Bar(140, 124, 144, 128), "100:8" },
        { "the hook of a lower line is not the point of an upper one", () => Word(Word(Page, 100, 100, 6), 100, 150, 6).Bar(122, 138, 128, 142), "100:6 100:7" },
        { "a full stop", () => Word(Page, 100, 100, 4).Bar(172, 114, 176, 118), "100:5" },
        { "a single short word", () => Word(Page, 500, 200, 1), "500:1" },
        { "a heading above small print", () => Word(Word(Page, 100, 60, 5, 36), 100, 140, 8), "100:5 100:8" },
        { "a seal's ring is no letter", () => Word(Page, 100, 300, 5).Ring(600, 200, 140), "100:5" },
        { "a rule is no letter", () => Word(Page, 100, 100, 5).Bar(100, 300, 900, 303), "100:5" },
    };

    [Theory, MemberData(nameof(Pages))]
    public void Lines_are_found_by_how_their_ink_lies(string name, Func<Drawing> draw, string expected)
    {
        Assert.NotEmpty(name);
        var strips = StripFinder.Find(InkMap.Of(draw().Grey, 128).Pieces, 200);
        Assert.Equal(expected, string.Join(' ', strips.Select(s => $"{s.Box.Left}:{s.Pieces.Count}")));
    }

    [Fact]
    public void Ink_of_other_lines_is_left_out_of_a_line_s_picture()
    {
        var page = Word(Word(Page, 100, 100, 6), 100, 132, 6).Grey;
        var map = InkMap.Of(page, 128);
        var strips = StripFinder.Find(map.Pieces, 200);
        var owner = new int[map.Pieces.Count + 1];
        for (var i = 0; i < strips.Count; i++)
            foreach (var id in strips[i].Pieces) owner[id] = i + 1;
        var upper = StripPicture.Cut(page, map, owner, strips[0], 1, 4);
        Assert.True(strips[0].Box.Bottom > strips[1].Box.Top);
        Assert.Equal(strips[0].Pieces.Sum(id => map.Pieces[id - 1].Pixels), upper.Image.Pixels.Count(p => p == 0));
    }
}
