using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Lines;

/// <summary>Hairs and scratches at 200 dpi, in a cell of a table (100 by 60 pixels) and outside of it.</summary>
public sealed class HairsTests
{
    private static readonly Grid Table = new(1, 2, Quad.Of(new(100, 100, 300, 160)),
        [new(0, 0, 1, 1, Quad.Of(new(100, 100, 200, 160))), new(0, 1, 1, 1, Quad.Of(new(200, 100, 300, 160)))]);

    private static Drawing Word(Drawing drawing, int left, int top) => Enumerable.Range(0, 3).Aggregate(drawing, (d, i) => d.Bar(left + 10 * i, top, left + 4 + 10 * i, top + 20));

    public static TheoryData<string, Func<Drawing, Drawing>, int> Cases => new()
    {
        { "letters stay", d => Word(d, 130, 120), 3 },
        { "9005-029, 9006-095, 9008-075: a hair beside a word", d => Word(d, 150, 120).Line(112, 150, 132, 118, 1), 3 },
        { "a short piece of one", d => Word(d, 150, 120).Line(112, 130, 124, 137, 1), 3 },
        { "a hair alone in its cell may be a tick", d => Word(d, 150, 120).Line(212, 150, 232, 118, 1), 4 },
        { "a hair outside of tables", d => Word(d, 400, 300).Line(440, 290, 500, 330, 1), 3 },
        { "a slash of print", d => Word(d, 400, 300).Line(440, 323, 449, 298, 2), 4 },
        { "a dash", d => Word(d, 400, 300).Bar(440, 309, 449, 311), 4 },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Strokes_thinner_than_letters_are_taken_out(string name, Func<Drawing, Drawing> draw, int pieces)
    {
        Assert.NotEmpty(name);
        var page = draw(new(600, 400)).Grey;
        Assert.Equal(pieces, InkMap.Of(Hairs.Without(page, InkMap.Of(page, 128), [Table], 200), 128).Pieces.Count);
    }
}
