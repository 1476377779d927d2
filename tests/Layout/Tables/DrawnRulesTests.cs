using System.Globalization;
using System.Text;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Tables;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

/// <summary>Tables of digital pages by what their content draws. The page is 400 by 400 points, y upwards.</summary>
public sealed class DrawnRulesTests : IDisposable
{
    private const string Plain = "3x3: 0,0 0,1 0,2 1,0 1,1 1,2 2,0 2,1 2,2", NoTable = "";

    private static readonly double[] Xs = [50, 120, 200, 350], Ys = [350, 320, 290, 230];

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Bars(double[] xs, double[] ys, double thick = 0.75) => string.Concat(
        xs.Select(x => Line($"{x} {ys[^1]} {thick} {ys[0] - ys[^1]} re f ")).Concat(ys.Select(y => Line($"{xs[0]} {y} {xs[^1] - xs[0]} {thick} re f "))));

    /// <summary>A table whose lines are each drawn in one way.</summary>
    private static string Lines(Func<(double X, double Y), (double X, double Y), string> draw) => string.Concat(
        Xs.Select(x => draw((x, Ys[^1]), (x, Ys[0]))).Concat(Ys.Select(y => draw((Xs[0], y), (Xs[^1], y)))));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Dots((double X, double Y) from, (double X, double Y) to)
    {
        var dots = new StringBuilder();
        for (var d = 0.0; d < to.X - from.X + to.Y - from.Y; d += 1.5) dots.Append(Line($"{(to.X > from.X ? from.X + d : from.X)} {(to.Y > from.Y ? from.Y + d : from.Y)} 0.75 0.75 re f "));
        return dots.ToString();
    }

    public static TheoryData<string, string, string> Pages => new()
    {
        { "thin areas, as browsers draw them", Bars(Xs, Ys), Plain },
        { "lines", Lines((a, b) => Line($"{a.X} {a.Y} m {b.X} {b.Y} l S ")), Plain },
        { "lines of no width", "0 w " + Lines((a, b) => Line($"{a.X} {a.Y} m {b.X} {b.Y} l S ")), Plain },
        { "areas with slanted ends", Lines((a, b) => a.X == b.X ? Line($"{a.X} {a.Y} m {a.X + 1} {a.Y + 1} l {b.X + 1} {b.Y - 1} l {b.X} {b.Y} l h f ") : Line($"{a.X} {a.Y} m {b.X} {b.Y} l {b.X - 1} {b.Y + 1} l {a.X + 1} {a.Y + 1} l f ")), Plain },
        { "a frame for each cell", string.Concat(Xs.Zip(Xs.Skip(1)).SelectMany(x => Ys.Zip(Ys.Skip(1)).Select(y => Line($"{x.First} {y.Second} {x.Second - x.First} {y.First - y.Second} re S ")))), Plain },
        { "dots (9001-027)", Lines(Dots), Plain },
        { "dashes", "[3 3] 0 d " + Lines((a, b) => Line($"{a.X} {a.Y} m {b.X} {b.Y} l S ")), Plain },
        { "pale lines", "0.88 g " + Bars(Xs, Ys), Plain },
        { "white lines on a dark area", "0.2 g 40 220 320 140 re f 1 g " + Bars(Xs, Ys), Plain },
        { "white lines on paper", "1 g " + Bars(Xs, Ys), NoTable },
        { "all painted over", Bars(Xs, Ys) + "1 g 40 220 320 140 re f ", NoTable },
        { "a border painted over merges its cells", Bars(Xs, Ys) + "1 g 119 291 3 28 re f ", "3x3: 0,0 0,1 0,2 1,0(1x2) 1,2 2,0 2,1 2,2" },
        { "an area that lets all through hides nothing", Bars(Xs, Ys) + "/T gs 0.9 g 40 220 320 140 re f ", Plain },
        { "a clip leaves the first two rows", "40 288 320 100 re W n " + Bars(Xs, Ys), "2x3: 0,0 0,1 0,2 1,0 1,1 1,2" },
        { "inside a form", "q 0.5 0 0 0.5 100 100 cm /M Do Q ", "2x2: 0,0 0,1 1,0 1,1" },
        { "letters' stems in line with a column split no merged label (9001-171)", Bars(Xs, Ys) + "1 g 119 291 3 28 re f 0 g BT /F 30 Tf 117 293 Td (llll) Tj ET ", "3x3: 0,0 0,1 0,2 1,0(1x2) 1,2 2,0 2,1 2,2" },
        { "a row that the page's end cuts has no lower rule (9001-056)", Bars(Xs, [350, 320, 290]) + string.Concat(Xs.Select(x => Line($"{x} 200 0.75 90 re f "))) + "BT /F 12 Tf 55 204 Td (lIll) Tj 70 0 Td (HtlI) Tj ET ", Plain },
        { "a row that the page before began stands open above a merged one (9003-006)", Bars([50, 200, 350], [320, 290]) + string.Concat(Xs.Select(x => Line($"{x} 320 0.75 60 re f "))), "2x3: 0,0 0,1 0,2 1,0(1x2) 1,2" },
        { "a row that the page's end cuts below a merged one of a table open at its sides (9009-172)", Line($"50 350 300 0.75 re f 50 320 300 0.75 re f 50 270 300 0.75 re f 50 230 300 0.75 re f 120 270 0.75 80 re f 200 270 0.75 80 re f 280 190 0.75 160 re f 120 190 0.75 40 re f 200 190 0.75 40 re f "), "4x4: 0,0 0,1 0,2 0,3 1,0 1,1 1,2 1,3 2,0(1x3) 2,3 3,0 3,1 3,2 3,3" },
        { "an underlined heading", "BT /F 14 Tf 60 380 Td (Tong hop) Tj ET 60 376 70 0.75 re f " + Bars(Xs, Ys), Plain },
        { "boxes to tick in a cell", Bars(Xs, Ys) + "124 300 9 9 re S 140 300 9 0.7 re f 140 309 9.7 0.7 re f 140 300 0.7 9 re f 149 300 0.7 9 re f ", Plain },
    };

    [Theory, MemberData(nameof(Pages))]
    public void Finds_the_grid(string name, string content, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Describe(content, ""));
    }

    [Theory, InlineData(90), InlineData(180), InlineData(270)]
    public void Of_a_page_that_is_turned_for_display(int turn) =>
        Assert.Equal(turn % 180 == 0 ? "2x3: 0,0 0,1 0,2 1,0 1,1 1,2" : "3x2: 0,0 0,1 1,0 1,1 2,0 2,1", Describe(Bars(Xs, [350, 320, 230]), $"/Rotate {turn}"));

    [Fact]
    public void What_the_picture_does_not_show_does_not_count()
    {
        using var scans = Open(Bars(Xs, Ys), "");
        Assert.Empty(DrawnRules.Of(scans.Drawing(1)!, new GrayImage(400, 400, Enumerable.Repeat((byte)255, 160_000).ToArray()), 72).Grids);
    }

    /// <summary>Pages whose picture has to be looked at for more than their letters.</summary>
    public static TheoryData<string, string, bool?> More => new()
    {
        { "letters and rules", Bars(Xs, Ys) + "BT /F 12 Tf 60 300 Td (Dat) Tj ET ", false },
        { "even areas", "0.9 g 50 50 100 100 re f ", false },
        { "a curve", "50 50 m 60 90 100 90 150 50 c S ", true },
        { "a slanted stroke", "50 50 m 150 90 l S ", true },
        { "a box to tick", "50 50 9 9 re S ", true },
        { "a box to tick made of bars", "50 50 9 0.7 re f 50 59 9.7 0.7 re f 50 50 0.7 9 re f 59 50 0.7 9 re f ", true },
        { "a picture of a seal", "q 110 0 0 110 50 50 cm /P Do Q ", true },
        { "letters that are drawings", "BT /D 12 Tf 60 300 Td (a) Tj ET ", true },
        { "a picture that may show a table", "q 300 0 0 110 50 50 cm /P Do Q ", null },
        { "a scan in strips", string.Concat(Enumerable.Range(0, 8).Select(i => Line($"q 400 0 0 50 0 {50 * i} cm /P Do Q "))), null },
        { "areas that lie in one another", "50 50 100 100 re 60 60 80 80 re f* ", null },
    };

    [Theory, MemberData(nameof(More))]
    public void Knows_what_else_a_page_shows(string name, string content, bool? more)
    {
        Assert.NotEmpty(name);
        using var scans = Open(content, "");
        Assert.Equal(more, scans.Drawing(1) is { } drawing ? drawing.Others.Count > 0 : null);
    }

    [Theory]
    [InlineData("/Annots [ << /Subtype /Link /Rect [0 0 9 9] >> ]", false)]
    [InlineData("/Annots [ << /Subtype /Widget /Rect [0 0 0 0] >> ]", false)]
    [InlineData("/Annots [ << /Subtype /Widget /Rect [0 0 99 99] /AP << /N 9 0 R >> >> ]", true)]
    [InlineData("/Annots [ << /Subtype /Stamp /Rect [0 0 99 99] >> ]", true)]
    public void Notes_are_drawn_over_the_page(string page, bool more)
    {
        using var scans = Open(Bars(Xs, Ys), page);
        Assert.Equal(more, scans.Drawing(1)!.Others.Count > 0);
    }

    private string Describe(string content, string page)
    {
        using var scans = Open(content, page);
        var picture = scans.Drawn(1, 200, 400 / 72.0, 400 / 72.0)!;
        return string.Join(" | ", DrawnRules.Of(scans.Drawing(1)!, picture.ForText, picture.Dpi).Grids.Select(g =>
            $"{g.Rows}x{g.Columns}: " + string.Join(' ', g.Cells.Select(c => $"{c.Row},{c.Column}" + (c.RowSpan + c.ColumnSpan > 2 ? $"({c.RowSpan}x{c.ColumnSpan})" : "")))));
    }

    private PdfScans Open(string content, string page) => new(folder.File(Guid.NewGuid().ToString("N"), new RawPdf()
        .Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] {page} /Contents 4 0 R /Resources << /Font << /F 5 0 R /D 8 0 R >> /XObject << /P 6 0 R /M 7 0 R >> /ExtGState << /T << /ca 0.3 >> >> >> >>")
        .Add("<< >>", Encoding.ASCII.GetBytes(content))
        .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        .Add("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 >>", [128])
        .Add("<< /Type /XObject /Subtype /Form /BBox [0 0 400 400] >>", Encoding.ASCII.GetBytes(Bars([20, 150, 380], [300, 240, 100], 1.5)))
        .Add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /CharProcs << >> /Encoding << >> /Resources << >> >>")
        .Bytes()), 1, new());
}
