using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Tests.Pages;

/// <summary>A page of 800 by 1000 pixels with a table of one cell from 300 to 600, and at times a second one from 700 to 800.</summary>
public sealed class ReadingOrderTests
{
    private static readonly Grid Table = Of(100, 300, 500, 600);
    private static readonly Grid Second = Of(100, 700, 500, 800);

    private static Grid Of(double left, double top, double right, double bottom)
    {
        var quad = Quad.Of(new(left, top, right, bottom));
        return new(1, 1, quad, [new(0, 0, 1, 1, quad)]);
    }

    private static FrameLine Line(string text, double x, double y) => new([new(text, 0.95, new(x, y, x + 90, y + 20))]);

    private static readonly FrameLine Title = Line("title", 300, 100), Subtitle = Line("subtitle", 300, 140), Cell = Line("cell", 200, 400),
        Between = Line("between", 200, 650), Later = Line("later", 200, 740), Signer = Line("signer", 500, 900), Beside = Line("beside", 600, 450);

    public static TheoryData<string, FrameLine[], string> Orders => new()
    {
        { "as it stands", [Title, Subtitle, Cell, Signer], "title subtitle cell signer" },
        { "a title recognised last", [Title, Cell, Signer, Subtitle], "title subtitle cell signer" },
        { "a signer recognised first", [Signer, Title, Subtitle, Cell], "title subtitle cell signer" },
        { "text beside the table, recognised before it", [Title, Beside, Cell, Signer], "title beside cell signer" },
        { "text beside the table, recognised after it", [Title, Cell, Beside, Signer], "title cell beside signer" },
        { "two tables, the lower one recognised first", [Title, Later, Between, Cell, Signer], "title cell between later signer" },
    };

    [Theory, MemberData(nameof(Orders))]
    public void Lines_are_read_where_they_stand(string name, FrameLine[] recognised, string expected)
    {
        Assert.NotEmpty(name);
        Grid[] tables = recognised.Contains(Later) ? [Second, Table] : [Table];
        var page = PageAssembly.Assemble(1, 800, 1000, "pixel", 0, Affine.Scale(1, 1), recognised, tables, []);
        Assert.Equal(expected, string.Join(' ', page.Words.Select(w => w.Text)));
        Assert.Equal("cell", page.Words[page.Tables[0].Cells[0].First].Text);
    }
}
