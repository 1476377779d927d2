using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Analysis;

/// <summary>Photos of a page, and pages with nothing of their own on them, through the whole reading.</summary>
public sealed class StraightenedTests : IDisposable
{
    private const int Width = 1654, Height = 2339;
    private readonly Folder folder = new();
    private readonly ChildPool children = new();

    public void Dispose()
    {
        children.Dispose();
        folder.Dispose();
    }

    private static readonly string[] Prose =
    [
        "Thuc hien ke hoach xay dung don vi hoc tap trong nam", "Ban chi dao da hop va phan cong nguoi phu trach tung phan",
        "Tat ca can bo da dang ky noi dung hoc tap tu dau nam", "Don vi da mo lop boi duong cho moi nguoi lao dong",
        "Ket qua duoc tong hop trong bang duoi day va dinh kem", "Kinh de nghi hoi dong xem xet va cong nhan theo quy dinh",
        "Moi thac mac xin lien he voi van phong cua don vi", "Cac ban lien quan da duoc gui van ban huong dan thuc hien",
    ];

    /// <summary>Lines above and below a table; words known by their place on the page, points.</summary>
    private static PdfMaker Form
    {
        get
        {
            var page = PdfMaker.New.Page().Text(180, 70, "BAO CAO TONG HOP", 16);
            for (var i = 0; i < Prose.Length; i++) page.Text(70, 110 + 22 * i, Prose[i]).Text(70, 480 + 22 * i, Prose[Prose.Length - 1 - i]);
            return page.Table([70, 150, 340, 440, 530], [300, 340, 380, 420])
                .Text(80, 325, "So").Text(160, 325, "Noi dung").Text(350, 325, "Dat").Text(450, 325, "Khong")
                .Text(80, 365, "Mot").Text(160, 365, "Bao cao hoc tap").Text(380, 365, "x")
                .Text(80, 405, "Hai").Text(160, 405, "Danh gia chung").Text(480, 405, "x")
                .Text(430, 740, "Nguoi lap bieu");
        }
    }

    private static double Curl(double x, double y) => 22 * Math.Sin(2.6 * x / Width) * (0.4 + y / Height);

    private static readonly Quad OnDesk = new(new(150, 110), new(1480, 160), new(1590, 2200), new(70, 2160));

    private static readonly Quad Filling = new(new(30, -20), new(1600, 5), new(1730, 2370), new(-90, 2300));

    public static TheoryData<string, Quad, bool, double> Shots => new()
    {
        { "on a desk", OnDesk, false, 0 },
        { "on a desk, curled, in shadow", OnDesk, true, 0.35 },
        { "filling the picture, slanted and curled", Filling, true, 0.2 },
    };

    [Theory, MemberData(nameof(Shots))]
    public async Task A_photo_reads_like_the_page_and_its_boxes_lie_on_the_photo(string name, Quad corners, bool curled, double shadow)
    {
        Assert.NotEmpty(name);
        var clean = Drawn();
        var random = new Random(5);
        var camera = new Camera(corners, clean.Width, clean.Height, curled ? Curl : null);
        var photo = camera.Shot(clean, Width, Height, (x, y) => 80 + 25 * Math.Sin(x / 40.0 + y / 90.0) + random.Next(-8, 9), (x, y) => 0.92 - shadow * Math.Clamp((x + y - 1600) / 1500.0, 0, 1));
        var page = await Read(photo);

        Assert.Equal("So|Noi dung|Dat|Khong|Mot|Bao cao hoc tap|x||Hai|Danh gia chung||x", string.Join('|', page.Tables.Single().Cells
            .Select(c => string.Join(' ', page.Words.Skip(c.First).Take(c.Count).Select(w => w.Text.ToLowerInvariant())))), ignoreCase: true);
        // Half a hundredth of the page's width, for the left foot of words and the corners of cells.
        var tolerance = 0.005 * page.Width;
        foreach (var (letters, x, y) in new[] { (3, 180.0, 70.0), (4, 70, 110), (3, 70, 480 + 22), (5, 430, 740) })
            Near(At(x, y), page.Words.Where(w => w.Text.Length == letters).Select(w => new Point(w.Polygon[6], w.Polygon[7])));
        Near(At(150, 340), page.Tables[0].Cells.Select(c => new Point(c.Polygon[0], c.Polygon[1])));
        Near(At(530, 420), page.Tables[0].Cells.Select(c => new Point(c.Polygon[4], c.Polygon[5])));

        Point At(double x, double y)
        {
            var p = camera.Place(new(x * 200 / 72, y * 200 / 72));
            return new(p.X * page.Width / Width, p.Y * page.Height / Height);
        }

        void Near(Point place, IEnumerable<Point> found) => Assert.True(found.Any(p => Math.Abs(p.X - place.X) <= tolerance && Math.Abs(p.Y - place.Y) <= tolerance), $"{place} is none of {string.Join(", ", found)}");
    }

    [Fact]
    public async Task A_fax_with_rows_twice_as_far_apart_as_its_columns_reads_like_the_page()
    {
        var clean = Drawn();
        var half = new GrayImage(clean.Width, clean.Height / 2, new byte[clean.Width * (clean.Height / 2)]);
        for (var y = 0; y < half.Height; y++)
        for (var x = 0; x < half.Width; x++)
            half.Pixels[y * half.Width + x] = (byte)((clean.Pixels[2 * y * clean.Width + x] + clean.Pixels[(2 * y + 1) * clean.Width + x]) / 2);
        using var analysis = new FileAnalysis(children, new());
        var page = Assert.Single((await analysis.ReadAsync(folder.File("fax.tif", TiffMaker.Bytes(half, 200, 100)), null, false, TestContext.Current.CancellationToken)).Pages);
        Assert.Equal((half.Width, half.Height, "pixel"), ((int)page.Width, (int)page.Height, page.Unit));
        Assert.Equal((3, 4), (page.Tables.Single().Rows, page.Tables.Single().Columns));
        Assert.Contains(page.Words, w => w.Text.Length == 3 && Math.Abs(w.Polygon[6] - 500) < 8 && Math.Abs(w.Polygon[7] - 97) < 5);
        // The table's corner, halved down the page only.
        Assert.InRange(page.Tables[0].Polygon[0], 190, 200);
        Assert.InRange(page.Tables[0].Polygon[1], 412, 422);
    }

    [Theory]
    [InlineData("specks")]
    [InlineData("punch holes and dark edges")]
    [InlineData("print on the back")]
    public async Task A_page_with_nothing_of_its_own_has_no_words(string what)
    {
        var random = new Random(9);
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(238 + random.Next(-6, 7));
        var page = new GrayImage(Width, Height, pixels);
        if (what == "specks")
            for (var i = 0; i < 150; i++) pixels[random.Next(Height) * Width + random.Next(Width)] = 30;
        if (what == "punch holes and dark edges")
        {
            for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                if (x < 14 + 8 * Math.Sin(y / 60.0) || y > Height - 30 + x / 100 || Hole(x - 90, y - 900) || Hole(x - 90, y - 1440)) pixels[y * Width + x] = 20;
        }

        if (what == "print on the back")
        {
            var back = Drawn();
            for (var y = 1; y < Height - 1; y++)
            for (var x = 1; x < Width - 1; x++)
            {
                var blurred = 0;
                for (var n = 0; n < 9; n++) blurred += back.Pixels[Math.Min(y + n / 3 - 1, back.Height - 1) * back.Width + Math.Min(Width - 1 - x + n % 3 - 1, back.Width - 1)];
                pixels[y * Width + x] -= (byte)(0.25 * (255 - blurred / 9));
            }
        }

        var read = await Read(page);
        Assert.Empty(read.Words);
        Assert.Empty(read.Tables);

        static bool Hole(int x, int y) => x * x + y * y < 23 * 23;
    }

    private GrayImage Drawn()
    {
        using var scans = new PdfScans(folder.File("clean.pdf", Form.Bytes()), 1, new());
        return scans.Drawn(1, 200, 595 / 72.0, 842 / 72.0)!.ForText;
    }

    private async Task<PageReading> Read(GrayImage picture)
    {
        using var analysis = new FileAnalysis(children, new());
        return Assert.Single((await analysis.ReadAsync(folder.File("page.pdf", PdfMaker.New.Picture(picture).Bytes()), null, false, TestContext.Current.CancellationToken)).Pages);
    }
}
