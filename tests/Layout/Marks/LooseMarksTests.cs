using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Marks;

/// <summary>A page at 200 dpi without any line: five rows of two words, ticked in two columns.</summary>
public sealed class LooseMarksTests
{
    private const double Dpi = 200;
    private const int First = 700, Second = 880;

    private static readonly int[] Rows = [200, 290, 380, 470, 560];

    private static Drawing Words(Drawing page, int left, int y, int letters = 12) =>
        Enumerable.Range(0, letters).Aggregate(page, (p, i) => p.Bar(left + i * 14, y - 10, left + i * 14 + 4, y + 10).Bar(left + i * 14, y - 10, left + i * 14 + 9, y - 6));

    private static Drawing Page => Rows.Aggregate(new Drawing(1200, 800), (p, y) => Words(Words(p, 300, y), 980, y));

    private static Drawing Tick(Drawing d, int x, int y) => d.Line(x - 12, y + 2, x - 5, y + 12).Line(x - 5, y + 12, x + 13, y - 13);

    private static Drawing Spot(Drawing d, int x, int y) => Enumerable.Range(0, 10).Aggregate(d, (p, r) => p.Ring(x, y, r, 2));

    public static TheoryData<string, Func<Drawing, Drawing>, string> Cases => new()
    {
        { "nothing", d => d, "" },
        { "ticks in one column", d => Rows.Aggregate(d, (p, y) => Tick(p, First, y)), "1 1 1 1 1" },
        { "spots in two columns", d => Spot(Spot(Spot(Spot(Spot(d, First, 200), Second, 290), First, 380), Second, 470), First, 560), "1 2 1 2 1" },
        { "one tick in a column beside ticks of another one", d => Tick(Tick(Tick(Tick(d, First, 200), First + 15, 290), Second, 380), First - 10, 470), "1 1 2 1" },
        { "a scribble among ticks", d => Tick(Tick(Tick(d, First, 200), First, 290), First, 470).Line(First - 12, 385, First - 4, 370).Line(First - 4, 370, First + 2, 389).Line(First + 2, 389, First + 9, 374).Line(First + 9, 374, First - 10, 378), "1 1 1? 1" },
        { "a tick of two strokes that do not meet", d => Tick(Tick(d, First, 200), First, 290).Line(First - 12, 382, First - 7, 390).Line(First - 2, 390, First + 13, 367), "1 1 1" },
        { "two ticks: a chance", d => Tick(Tick(d, First, 200), First, 290), "" },
        { "ticks far apart across", d => Tick(Tick(Tick(d, 100, 200), First, 290), Second, 380), "" },
        { "a tick's shape below words: a digit of the head", d => Tick(Tick(Tick(Tick(Words(d, First - 40, 120, 6), First, 145), First, 290), First, 380), First, 470), "1 1 1" },
        { "ticks of rows that stand close", d => Tick(Tick(Tick(d, First, 245), First, 209), First, 281), "1 1 1" },
        { "figures", d => Rows.Aggregate(d, (p, y) => p.Bar(First, y - 10, First + 4, y + 10)), "" },
        { "a tick's shape within a short word: the T of CT1 (9019-173)", d => Rows.Aggregate(d, (p, y) => Tick(p, First, y).Bar(First - 22, y - 10, First - 18, y + 10).Bar(First + 18, y - 10, First + 22, y + 10)), "" },
        { "ticks close to words", d => Rows.Aggregate(d, (p, y) => Tick(p, 960, y)), "" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Marks_of_a_page_without_tables(string name, Func<Drawing, Drawing> draw, string columns)
    {
        Assert.NotEmpty(name);
        Assert.Equal(columns, string.Join(' ', LooseMarks.In(draw(Page).Grey, 128, Dpi).Select(m => $"{(m.Box.CentreX < (First + Second) / 2 ? 1 : 2)}{(m.Confidence < 0.9 ? "?" : "")}")));
    }
}
