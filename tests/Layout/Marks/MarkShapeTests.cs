using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Marks;

public sealed class MarkShapeTests
{
    public static TheoryData<string, Func<Drawing, Drawing>, bool> Shapes => new()
    {
        { "x", d => d.Line(12, 12, 36, 36).Line(12, 36, 36, 12), true },
        { "+", d => d.Line(12, 24, 36, 24).Line(24, 12, 24, 36), true },
        { "tick", d => d.Line(12, 26, 19, 36).Line(19, 36, 37, 12), true },
        { "1", d => d.Line(24, 12, 24, 38).Line(18, 17, 24, 12), false },
        { "7", d => d.Line(14, 12, 34, 12).Line(34, 12, 20, 38), false },
        { "0", d => d.Ring(24, 24, 12), false },
        { "4", d => d.Line(30, 12, 30, 38).Line(30, 12, 12, 30).Line(12, 30, 36, 30), false },
        { "dash", d => d.Line(12, 24, 36, 24), false },
        { "H", d => d.Line(14, 12, 14, 36).Line(34, 12, 34, 36).Line(14, 24, 34, 24), false },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Marks_are_told_from_characters(string name, Func<Drawing, Drawing> draw, bool mark)
    {
        Assert.NotEmpty(name);
        var image = draw(new(50, 50)).Grey;
        var box = InkMap.Of(image, 128).Pieces.Select(b => b.Box).Aggregate((a, b) => a.Union(b));
        Assert.Equal(mark, MarkShape.IsMark(image, box, 128));
    }
}
