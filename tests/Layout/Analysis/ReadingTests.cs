using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Analysis;

/// <summary>Whole files through real child processes, poppler and Tesseract.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly ChildPool children = new();

    public void Dispose()
    {
        children.Dispose();
        folder.Dispose();
    }

    private static PdfMaker Form => PdfMaker.New.Page()
        .Text(60, 60, "BANG TONG HOP", 16)
        .Table([60, 140, 320, 400, 480], [100, 140, 180, 220, 260])
        // The first row of the body is merged over its first two columns.
        .White(139, 142, 3, 36)
        .Text(66, 125, "So").Text(150, 125, "Noi dung").Text(330, 125, "Co").Text(410, 125, "Khong")
        .Text(66, 165, "Bao cao ve hoc tap")
        .Text(66, 205, "12").Text(150, 205, "Bao cao ket qua").Text(355, 165, "x").Text(435, 205, "x")
        .Text(66, 245, "34").Text(150, 245, "Danh gia chung").Text(355, 245, "x");

    private const string Grid = "0,0 So|0,1 Noi dung|0,2 Co|0,3 Khong|1,0-2 Bao cao ve hoc tap|1,2 x|1,3 |2,0 12|2,1 Bao cao ket qua|2,2 |2,3 x|3,0 34|3,1 Danh gia chung|3,2 x|3,3 ";

    private async Task<FileReading> Read(byte[] bytes, bool ink = false, Limits? limits = null)
    {
        using var analysis = new FileAnalysis(children, limits ?? new());
        return await analysis.ReadAsync(folder.File(Guid.NewGuid().ToString("N"), bytes), null, ink, TestContext.Current.CancellationToken);
    }

    private static string Cells(PageReading page) => string.Join('|', page.Tables.Single().Cells.Select(c =>
        $"{c.Row},{c.Column}{(c.ColumnSpan > 1 ? $"-{c.ColumnSpan}" : "")} {string.Join(' ', page.Words.Skip(c.First).Take(c.Count).Select(w => w.Text))}"));

    [Fact]
    public async Task A_digital_page()
    {
        var page = Assert.Single((await Read(Form.Bytes())).Pages);
        Assert.Equal(Grid, Cells(page));
        Assert.All(page.Words, w => Assert.Equal(1, w.Confidence));
        Assert.Equal("BANG TONG HOP", string.Join(' ', page.Words.Take(3).Select(w => w.Text)));
        Assert.Equal((8.2639, 11.6944, "inch"), (page.Width, page.Height, page.Unit));
        Assert.InRange(page.Words[0].Polygon[0], 60 / 72.0 - 0.05, 60 / 72.0 + 0.05);
    }

    [Theory]
    [InlineData(0.75, 0.67, 0)]
    [InlineData(0.75, 0.67, 0.3)]
    [InlineData(0.5, 0.6, 0.15)]
    public async Task Thin_grey_rules_of_a_digital_page_part_its_cells(double thickness, double grey, double shift)
    {
        // A table open on both sides; the criterion runs over three columns of a low row.
        double[] ys = [240 + shift, 273 + shift, 291.4 + shift, 351.1 + shift, 411 + shift, 429.2 + shift, 461 + shift];
        var form = PdfMaker.New.Page().Colour(grey);
        foreach (var y in ys) form.Bar(90, y, 466, thickness);
        foreach (var x in new[] { 146.2, 473.1 }) form.Bar(x + shift, ys[0], thickness, ys[^1] - ys[0]);
        foreach (var x in new[] { 193.4, 342.3 })
            foreach (var (from, to) in new[] { (0, 1), (2, 4), (5, 6) }) form.Bar(x + shift, ys[from], thickness, ys[to] - ys[from]);
        form.Colour(0)
            .Text(96, 258, "Tieu chi").Text(149, 258, "Chi tieu").Text(245, 258, "Noi dung").Text(380, 258, "Tom tat").Text(485, 258, "Ket qua")
            .Text(96, 286, "TC 1").Text(152, 286, "Cong tac lanh dao, to chuc thuc hien moi").Text(480, 286, "Dat muc 1")
            .Text(96, 325, "1").Text(160, 325, "1.1").Text(200, 325, "Lanh dao don vi").Text(350, 325, "Da thuc hien").Text(480, 325, "Dat muc 1")
            .Text(96, 385, "1").Text(160, 385, "1.2").Text(200, 385, "Ke hoach hoc tap").Text(350, 385, "Trang bi them").Text(480, 385, "Dat muc 2")
            .Text(96, 424, "TC 2").Text(152, 424, "Co so vat chat, hoc lieu phuc vu viec hoc").Text(480, 424, "Dat muc 2")
            .Text(96, 449, "2").Text(160, 449, "2.1").Text(200, 449, "Co tu sach").Text(350, 449, "Ho so luu").Text(480, 449, "Dat muc 2");
        Assert.Equal(
            "0,0 Tieu chi|0,1 Chi tieu|0,2 Noi dung|0,3 Tom tat|0,4 Ket qua"
            + "|1,0 TC 1|1,1-3 Cong tac lanh dao, to chuc thuc hien moi|1,4 Dat muc 1|2,0 1|2,1 1.1|2,2 Lanh dao don vi|2,3 Da thuc hien|2,4 Dat muc 1"
            + "|3,0 1|3,1 1.2|3,2 Ke hoach hoc tap|3,3 Trang bi them|3,4 Dat muc 2"
            + "|4,0 TC 2|4,1-3 Co so vat chat, hoc lieu phuc vu viec hoc|4,4 Dat muc 2|5,0 2|5,1 2.1|5,2 Co tu sach|5,3 Ho so luu|5,4 Dat muc 2",
            Cells(Assert.Single((await Read(form.Bytes())).Pages)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 1.3)]
    [InlineData(0, -2.1)]
    public async Task A_scan_reads_like_the_page_it_was_made_from(int quarters, double skew)
    {
        var picture = Scan(Form, quarters, skew);
        var page = Assert.Single((await Read(PdfMaker.New.Picture(picture).Bytes())).Pages);
        Assert.Equal(Grid, Cells(page).Replace("X", "x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Boxes_of_a_turned_scan_lie_on_the_page_as_displayed()
    {
        var page = Assert.Single((await Read(PdfMaker.New.Picture(Scan(Form, 2, 0)).Bytes())).Pages);
        var word = page.Words.First(w => w.Text == "12").Polygon;
        // Upside down, the word that was at (66, 205) points is at the opposite place.
        Assert.InRange(word[0], (595 - 66) / 72.0 - 0.1, (595 - 66) / 72.0 + 0.1);
        Assert.InRange(word[5], (842 - 205) / 72.0 - 0.1, (842 - 205) / 72.0 + 0.25);
        Assert.Equal(180, Math.Abs(page.Angle), 0.5);
    }

    [Theory, InlineData(0), InlineData(2)]
    public async Task A_page_of_figures_is_read_the_right_way_up(int quarters)
    {
        var figures = PdfMaker.New.Page().Text(70, 60, "Ke hoach cac huyen").Table([70, 110, 200, 270, 340, 410], [90, 120, 150, 180, 210, 240]);
        string[] places = ["Kim Ha", "Lam Long", "Bao Van", "Tong"];
        for (var row = 0; row < places.Length; row++)
        {
            figures.Text(80, 140 + 30 * row, $"{row + 1}").Text(120, 140 + 30 * row, places[row]);
            for (var column = 0; column < 3; column++) figures.Text(220 + 70 * column, 140 + 30 * row, $"{19 * (row + 1) + 6 * column}");
        }

        var page = Assert.Single((await Read(PdfMaker.New.Picture(Scan(figures, quarters, 0.6)).Bytes())).Pages);
        Assert.Equal(90 * quarters, Math.Abs(page.Angle), 2.0);
        Assert.Contains(page.Words, w => w.Text == "huyen");
    }

    [Fact]
    public async Task A_blank_page_and_noise_are_read_as_nothing_in_bounded_time()
    {
        var random = new Random(7);
        var noise = new byte[1240 * 1754];
        random.NextBytes(noise);
        var white = new byte[1240 * 1754];
        Array.Fill(white, (byte)252);
        var pages = (await Read(PdfMaker.New.Picture(new(1240, 1754, white)).Picture(new(1240, 1754, noise)).Bytes(), ink: true)).Pages;
        Assert.Empty(pages[0].Words);
        Assert.Empty(pages[0].Ink);
        Assert.DoesNotContain(pages[1].Words, w => w.Text.Count(char.IsLetter) > 3 && w.Confidence > 0.8);
        Assert.Null(pages[1].Unreadable);
    }

    [Fact]
    public async Task Too_little_memory_makes_a_page_unreadable_and_nothing_else()
    {
        using var poor = new ChildPool();
        using var analysis = new FileAnalysis(poor, new() { ChildMemory = 200L << 20 });
        var reading = await analysis.ReadAsync(folder.File("m.pdf", Form.Bytes()), null, false, TestContext.Current.CancellationToken);
        Assert.Equal(PageFaults.Crashed, Assert.Single(reading.Pages).Unreadable);
    }

    [Fact]
    public async Task Children_are_kept_for_the_next_file()
    {
        var pages = Enumerable.Range(0, 8).Aggregate(PdfMaker.New, (p, i) => p.Page().Text(50, 50, $"page {i}")).Bytes();
        for (var file = 0; file < 4; file++) Assert.Equal(8, (await Read(pages, limits: new() { Workers = 2 })).Pages.Count);
        Assert.InRange(children.Started, 1, 2);
    }

    [Fact]
    public async Task A_page_over_its_time_is_unreadable()
    {
        var page = Assert.Single((await Read(Form.Bytes(), limits: new() { PerChild = TimeSpan.Zero, PerPage = TimeSpan.FromMilliseconds(1) })).Pages);
        Assert.Equal(PageFaults.TimeLimit, page.Unreadable);
        Assert.InRange(page.Width, 8.26, 8.27);
    }

    [Fact]
    public async Task An_enormous_picture_is_refused_by_its_header()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, 8, 0, 0, 0, 0];
        var page = Assert.Single((await Read(png)).Pages);
        Assert.Equal((PageFaults.TooLarge, 20000.0, "pixel"), (page.Unreadable, page.Width, page.Unit));
    }

    [Theory]
    [InlineData("a baseline JPEG is decoded at an eighth of its size", 0xC0, null)]
    [InlineData("a progressive one would have to be held whole", 0xC2, PageFaults.TooLarge)]
    public async Task A_small_JPEG_of_400_million_pixels(string name, int frame, string? fault)
    {
        Assert.NotEmpty(name);
        var page = Assert.Single((await Read(Jpeg(20000, 20000, (byte)frame), ink: true)).Pages);
        Assert.Equal((fault, 20000.0, 0), (page.Unreadable, page.Height, page.Words.Count));
    }

    /// <summary>A JPEG all of one grey: two zero bits for each block of eight by eight pixels.</summary>
    private static byte[] Jpeg(int width, int height, byte frame) =>
    [
        0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xFF, frame, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0, 0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. new byte[width / 8 * (height / 8) / 4], 0xFF, 0xD9,
    ];

    /// <summary>The picture of a page at 200 dpi, turned by quarters and by a small angle, on grey paper with some grain.</summary>
    private GrayImage Scan(PdfMaker form, int quarters, double skew)
    {
        using var scans = new PdfScans(folder.File("clean.pdf", form.Bytes()), 1, new());
        var clean = scans.Drawn(1, 200, 595 / 72.0, 842 / 72.0)!.ForText;
        var (width, height) = quarters % 2 == 0 ? (clean.Width, clean.Height) : (clean.Height, clean.Width);
        var turned = Warp.Draw(clean, Affine.Unquarter(clean.Width, clean.Height, quarters)
            .Then(Affine.Unturn(skew, clean.Width, clean.Height, clean.Width, clean.Height)), width, height);
        var random = new Random(1);
        return turned with { Pixels = Array.ConvertAll(turned.Pixels, p => (byte)Math.Clamp(30 + p * 0.8 + random.Next(-12, 13), 0, 255)) };
    }
}
