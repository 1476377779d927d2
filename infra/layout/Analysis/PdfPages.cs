using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;

namespace LearningSociety.Layout.Analysis;

/// <summary>Reads a range of pages of a PDF, deciding for each whether its text layer is what it shows.</summary>
public sealed class PdfPages(string path, bool lookForInk, Limits limits, Lazy<OcrEngine> engine)
{
    /// <summary>Reads the pages from <paramref name="first"/> to <paramref name="last"/>, giving each as soon as it is read.</summary>
    public IEnumerable<PageReading> Read(int first, int last)
    {
        var time = limits.PerChild + limits.PerPage * (last - first + 1);
        var sizes = PdfInfo.Of(path, time, last).Pages;
        var text = PdfText.Read(path, first, last, time);
        var images = PdfImages.List(path, first, last, time).ToLookup(i => i.Page);
        using var scans = new PdfScans(path, last, limits);
        for (var page = first; page <= last; page++)
        {
            var size = sizes[page - 1];
            var kind = PageKind.Of(size, text.GetValueOrDefault(page, []), [.. images[page]]);
            yield return kind.IsScan ? Scan(scans, page, size, kind.Dpi) : Digital(page, size, text.GetValueOrDefault(page, []));
        }
    }

    private PageReading Digital(int page, PdfPageSize size, IReadOnlyList<FrameLine> text) =>
        PdfRaster.Colour(path, page, DigitalPage.RulesDpi, limits.PerPage) is { } picture
            ? DigitalPage.Read(page, size, text, picture, lookForInk)
            : PageReading.Unread(page, size.Width / 72, size.Height / 72, "inch", PageFaults.Damaged);

    private PageReading Scan(PdfScans scans, int page, PdfPageSize size, double dpi)
    {
        double width = size.Width / 72, height = size.Height / 72;
        return (scans.Taken(page) ?? scans.Drawn(page, dpi, width, height)) is { } picture
            ? new ScannedPage(engine.Value, limits).Read(page, width, height, "inch", picture, lookForInk)
            : PageReading.Unread(page, width, height, "inch", PageFaults.Damaged);
    }
}
