using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.Tests.Making;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Tests.TextLayer;

/// <summary>Words that were recognised once and need not be again, as long as they look the same.</summary>
public sealed class KnownWordsTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>What is printed elsewhere under a text, and whether it is the known word "Khong" or the known number "4738".</summary>
    [Theory]
    [InlineData("the same word", "Khong", "Khong", 12, true)]
    [InlineData("the same word, larger", "Khong", "Khong", 13, true)]
    [InlineData("another word", "Khong", "Hoan", 12, false)]
    [InlineData("another word of its length", "Khong", "Xhomg", 12, false)]
    [InlineData("one letter is another", "Khong", "Khoug", 12, false)]
    [InlineData("one letter is missing", "Khong", "Khon", 12, false)]
    [InlineData("nothing", "Khong", " ", 12, false)]
    [InlineData("the same word in bold capitals", "Khong", "KHONG", 12, false)]
    [InlineData("numbers are recognised each time", "4738", "4738", 12, false)]
    public void Only_what_looks_the_same_is_known(string name, string text, string printed, double size, bool expected)
    {
        Assert.NotEmpty(name);
        var known = new KnownWords();
        known.Add(Page(text, 60, 60, 12), Word(text, 60, 60, text, 12));
        // Elsewhere on the page, so that its pixels lie otherwise between the points.
        Assert.Equal(expected, known.Holds(Page(printed, 87.3, 200.6, size), Word(text, 87.3, 200.6, printed, size)));
    }

    private const double Dpi = 120;

    private FrameWord Word(string text, double x, double y, string printed, double size)
    {
        // About as wide as Helvetica sets it: the box holds the word and little more, as that of a text layer does.
        var width = printed.Trim().Length == 0 ? 30 : Words(printed, x, y, size).Width;
        return new(text, 1, new Rect(x, y - 0.8 * size, x + width, y + 0.25 * size).Times(Dpi / 72));
    }

    private Rect Words(string printed, double x, double y, double size) =>
        PdfText.Read(Made(printed, x, y, size), 1, 1, TimeSpan.FromMinutes(1))[1].SelectMany(l => l.Words).Select(w => w.Box).Aggregate((a, b) => a.Union(b));

    private GrayImage Page(string printed, double x, double y, double size)
    {
        using var raster = PdfRaster.Start(Made(printed, x, y, size), 1, 1, Dpi, TimeSpan.FromMinutes(1), grey: true);
        return ScanPicture.Of(raster.Next()!, new(0, 0, 1, 1), 0, 595 / 72.0, 842 / 72.0, Dpi)!.ForText;
    }

    private string Made(string printed, double x, double y, double size) =>
        folder.File(Guid.NewGuid().ToString("N"), PdfMaker.New.Page().Text(x, y, printed, size).Bytes());
}
