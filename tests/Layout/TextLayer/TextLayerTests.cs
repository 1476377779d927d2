using System.Globalization;
using System.Text;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Tests.TextLayer;

/// <summary>Pages whose text layer says something else than they show, and honest ones that only look odd.</summary>
public sealed class TextLayerTests : IDisposable
{
    private const string Honest = "BT /F 14 Tf 60 760 Td (Bao cao ket qua danh gia nam 2025) Tj 0 -30 Td (Tieu chi 1 Ket qua Dat) Tj 0 -30 Td (Tong so 4738 nguoi hoc) Tj ET ";

    private readonly Folder folder = new();
    private readonly ChildPool children = new();

    public void Dispose()
    {
        children.Dispose();
        folder.Dispose();
    }

    /// <summary>What is done to the page: its content, signs of the font R that its text layer gives otherwise, and in what words the page is said to differ.</summary>
    public static TheoryData<string, string, string, string?> Pages => new()
    {
        { "an honest page", Honest, "", null },
        { "invisible words", Honest + "BT 3 Tr /F 14 Tf 60 600 Td (Khong dat) Tj ET", "", "text layer Khong, page nothing" },
        { "white words", Honest + "1 g BT /F 14 Tf 60 600 Td (Khong dat) Tj ET", "", "text layer Khong, page nothing" },
        { "a verdict with another one invisibly on it", Honest + "BT /F 14 Tf 60 600 Td (Khong) Tj ET BT 3 Tr /F 14 Tf 60 600 Td (Hoan) Tj ET", "", "text layer Hoan, page Khong" },
        { "letters that stand for others", Honest + "BT /R 14 Tf 60 600 Td (Khong thong qua) Tj ET", "KEhAoBnCgD", "text layer EABCD, page Khong" },
        { "digits that stand for others", Honest + "BT /R 14 Tf 60 600 Td (Tong cong 4738) Tj ET", "4172", "text layer 1238, page 4738" },
        { "a drawn line of text", Honest + "q 400 0 0 24 60 600 cm /P Do Q", "", "not in the text layer" },
        { "letters of no script", "BT /R 14 Tf 60 700 Td (Bao cao ket qua danh gia nam) Tj ET", "a\uE001o\uE002e\uE003n\uE004c\uE005k\uE006t\uE007", "unreadable letters" },
        { "white words on a black bar", Honest + "0 g 50 590 300 30 re f 1 g BT /F 14 Tf 60 600 Td (Noi dung bao cao) Tj ET", "", null },
        { "red words", Honest + "1 0 0 rg BT /F 14 Tf 60 600 Td (Luu y quan trong) Tj ET", "", null },
        { "letters set far apart", Honest + "BT 8 Tc /F 14 Tf 60 600 Td (BAO CAO TONG HOP) Tj ET", "", null },
        { "letters of an old encoding", Honest + "BT /R 14 Tf 60 600 Td (Cong hoa xa hoi chu nghia Viet Nam) Tj ET", "o\u00e9e\u00d6", null },
        { "an invisible dot", Honest + "BT 3 Tr /F 14 Tf 60 600 Td (.) Tj ET", "", null },
        { "a drawn ring and strokes", Honest + "300 500 m 380 580 l 420 500 l 460 580 l S 0.5 g 100 500 20 40 re f", "", null },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task The_picture_wins_where_the_text_layer_is_false(string name, string content, string other, string? expected)
    {
        Assert.NotEmpty(name);
        using var analysis = new FileAnalysis(children, new() { Workers = 1 });
        var reading = await analysis.ReadAsync(folder.File("a.pdf", Make(content, other)), null, false, TestContext.Current.CancellationToken);
        var page = Assert.Single(reading.Pages);
        if (expected is null) Assert.Null(page.TextLayerDiffers);
        else Assert.StartsWith(expected, page.TextLayerDiffers, StringComparison.Ordinal);
        Assert.Equal(expected is null, page.Words.All(w => w.Confidence == 1));
    }

    [Theory]
    [InlineData("Đạt", "Đạt", 1)]
    [InlineData("Đạt", "Đat", 1)]
    [InlineData("Cộng", "Céng", 1)]
    [InlineData("hòa", "hoøa", 0.6)]
    [InlineData("Tổng", "Tống", 1)]
    public void Alike(string one, string other, double least) => Assert.InRange(WordLikeness.Of(one, other), least, 1);

    [Theory]
    [InlineData("Đạt", "Không")]
    [InlineData("Khá", "Tốt")]
    [InlineData("Hoàn", "Chưa")]
    public void Unlike(string one, string other) => Assert.InRange(WordLikeness.Of(one, other), 0, 0.49);

    [Fact]
    public void A_sample_holds_every_letter_and_the_odd_word()
    {
        FrameWord Word(string text, double width, int row) => new(text, 1, new(10, 20 * row, 10 + width, 20 * row + 15));
        var usual = Enumerable.Range(0, 200).Select(i => Word($"{(char)('a' + i % 26)}{(char)('a' + (i + 1) % 26)}{(char)('a' + (i + 2) % 26)}", 24, i));
        var sampling = new WordSample();
        var page = (FrameWord[])[.. usual, Word("dddd", 90, 300), Word("7418", 30, 301)];
        var sample = sampling.Of(page, new HashSet<int> { 5 }, _ => false, _ => false);
        Assert.Contains(sample, w => w.Text == "7418");
        Assert.Contains(sample, w => w.Box.Width == 90);
        Assert.InRange(sample.Count, 10, 17);
        // The next page's letters were all seen: few of its words are.
        Assert.InRange(sampling.Of(page, new HashSet<int> { 5, 6 }, _ => false, _ => false).Count, 3, 5);
        // And one beside the odd ones where its fonts were seen too.
        Assert.InRange(sampling.Of(page, new HashSet<int> { 6 }, _ => false, _ => false).Count, 1, 3);
    }

    // 9005-082: all longer words had marks of their own, and only signs of one letter were left.
    [Fact]
    public void A_page_of_single_letters_has_a_sample_of_none() =>
        Assert.Empty(new WordSample().Of([new("x", 1, new(10, 20, 20, 35)), new("5", 1, new(10, 60, 20, 75))], null, _ => false, _ => false));

    private static byte[] Make(string content, string other) => new RawPdf()
        .Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R /R 6 0 R >> /XObject << /P 8 0 R >> >> >>")
        .Add("<< >>", Encoding.Latin1.GetBytes(content))
        .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>")
        .Add("<< >>", Encoding.ASCII.GetBytes(Map(other)))
        // A picture of a line: poppler draws the text, so it needs no picture decoder to be made.
        .Add("<< /Type /XObject /Subtype /Image /Width 1600 /Height 96 /ColorSpace /DeviceGray /BitsPerComponent 8 >>", TextLine)
        .Bytes();

    private static string Map(string other)
    {
        var map = Enumerable.Range(32, 95).ToDictionary(c => (char)c, c => (char)c);
        for (var i = 0; i + 1 < other.Length; i += 2) map[other[i]] = other[i + 1];
        var lines = map.Select(p => string.Create(CultureInfo.InvariantCulture, $"<{(int)p.Key:X2}> <{(int)p.Value:X4}>"));
        return $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n95 beginbfchar\n{string.Join('\n', lines)}\nendbfchar\nendcmap end end";
    }

    /// <summary>A line of text as a picture.</summary>
    private static readonly byte[] TextLine = DrawLine();

    private static byte[] DrawLine()
    {
        using var folder = new Folder();
        var page = new RawPdf()
            .Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 24] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>")
            .Add("<< >>", [.. "BT /F 14 Tf 4 6 Td (Ket luan cua hoi dong khong dat yeu cau nam nay) Tj ET"u8])
            .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>").Bytes();
        using var scans = new PdfScans(folder.File("line.pdf", page), 1, new());
        var picture = scans.Drawn(1, 288, 400 / 72.0, 24 / 72.0)!.ForText;
        return Enlarge.To(picture, 1600, 96).Pixels;
    }
}
