using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Analysis;

/// <summary>Reads a range of pages of a PDF, deciding for each whether its text layer is what it shows.</summary>
public sealed class PdfPages(string path, bool lookForInk, Limits limits, Lazy<OcrEngine> engine)
{
    private readonly TextLayerCheck check = new(engine);

    /// <summary>Reads the pages from <paramref name="first"/> to <paramref name="last"/>, giving each as soon as it is read.</summary>
    public IEnumerable<PageReading> Read(int first, int last)
    {
        var time = limits.PerChild + limits.PerPage * (last - first + 1);
        var sizes = PdfInfo.Of(path, time, last).Pages;
        var text = PdfText.Read(path, first, last, time);
        var images = PdfImages.List(path, first, last, time).ToLookup(i => i.Page);
        using var scans = new PdfScans(path, last, limits);
        for (var page = first; page <= last;)
        {
            var kind = Kind(page);
            if (kind.IsScan)
            {
                yield return Scan(scans, page, sizes[page - 1], kind.Dpi);
                page++;
                continue;
            }

            var end = page;
            while (end < last && Kind(end + 1) == kind) end++;
            foreach (var reading in Digital(scans, page, end, kind.Dpi, sizes, text)) yield return reading;
            page = end + 1;
        }

        PageKind Kind(int page) => PageKind.Of(sizes[page - 1], text.GetValueOrDefault(page, []), [.. images[page]]);
    }

    /// <summary>Neighbouring pages with text layers, drawn by one run of poppler.</summary>
    private IEnumerable<PageReading> Digital(PdfScans scans, int first, int last, double dpi, IReadOnlyList<PdfPageSize> sizes, IReadOnlyDictionary<int, IReadOnlyList<FrameLine>> text)
    {
        var raster = PdfRaster.Start(path, first, last, dpi, limits.PerChild + limits.PerPage * (last - first + 1));
        try
        {
            for (var page = first; page <= last; page++)
            {
                var size = sizes[page - 1];
                if (Drawn(raster.Next(), size, dpi) is { } picture)
                {
                    var (reading, doubt) = DigitalPage.Read(page, size, text.GetValueOrDefault(page, []), picture, lookForInk, check);
                    yield return doubt is null ? reading : Decided(scans, reading, doubt, size);
                    continue;
                }

                yield return PageReading.Unread(page, size.Width / 72, size.Height / 72, "inch", PageFaults.Damaged);
                // A page that poppler could not draw may have left the stream anywhere.
                raster.Dispose();
                if (page < last) raster = PdfRaster.Start(path, page + 1, last, dpi, limits.PerChild + limits.PerPage * (last - page));
            }
        }
        finally
        {
            raster.Dispose();
        }
    }

    /// <summary>A page whose text layer is doubtful is recognised; where that confirms the doubt, the picture wins.</summary>
    private PageReading Decided(PdfScans scans, PageReading layer, Suspicion doubt, PdfPageSize size)
    {
        var shown = Scan(scans, layer.Number, size, ScanPicture.Working(PageKind.DefaultDpi, size.Width / 72, size.Height / 72));
        return LayerComparison.Of(doubt, layer, shown) is { } difference ? shown with { TextLayerDiffers = difference } : layer;
    }

    private static ScanPicture? Drawn(IPixelRows? rows, PdfPageSize size, double dpi) =>
        rows is null ? null : ScanPicture.Of(rows, new(0, 0, 1, 1), 0, size.Width / 72, size.Height / 72, dpi);

    private PageReading Scan(PdfScans scans, int page, PdfPageSize size, double dpi)
    {
        double width = size.Width / 72, height = size.Height / 72;
        return (scans.Taken(page) ?? scans.Drawn(page, dpi, width, height)) is { } picture
            ? new ScannedPage(engine.Value, limits).Read(page, width, height, "inch", picture, lookForInk)
            : PageReading.Unread(page, width, height, "inch", PageFaults.Damaged);
    }
}
