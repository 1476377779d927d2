using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Analysis;

/// <summary>Reads a range of pages of a PDF, deciding for each whether its text layer is what it shows.</summary>
public sealed class PdfPages(string path, bool lookForInk, Limits limits, Lazy<OcrEngine> engine, TextLayerCheck check)
{
    /// <summary>Reads the pages from <paramref name="first"/> on, as many as <paramref name="sizes"/> tells the sizes of, giving each as soon as it is read.</summary>
    public IEnumerable<PageReading> Read(int first, IReadOnlyList<PdfPageSize> sizes)
    {
        var last = first + sizes.Count - 1;
        var time = limits.PerChild + limits.PerPage * (last - first + 1);
        var text = PdfText.Read(path, first, last, time);
        // Only asked for where a page's content does not say it.
        var images = new Lazy<ILookup<int, PdfImage>>(() => PdfImages.List(path, first, last, time).ToLookup(i => i.Page));
        using var scans = new PdfScans(path, last, limits);
        var pages = Enumerable.Range(first, last - first + 1).Select(Look).ToList();
        for (var page = first; page <= last;)
        {
            var kind = pages[page - first].Kind;
            if (kind.IsScan)
            {
                yield return Scan(scans, page, sizes[page - first], kind.Dpi);
                page++;
                continue;
            }

            var alike = pages.Skip(page - first).TakeWhile(p => p.Kind == kind).ToList();
            foreach (var reading in Digital(scans, alike)) yield return reading;
            page += alike.Count;
        }

        DigitalSource Look(int page)
        {
            var (size, lines, drawn) = (sizes[page - first], text.GetValueOrDefault(page, []), scans.Drawing(page));
            return drawn is not null && PageKind.Of(size, lines, drawn) is { } kind
                ? new(page, size, kind, lines, drawn) : new(page, size, PageKind.Of(size, lines, [.. images.Value[page]]), lines, null);
        }
    }

    /// <summary>What is known of a page before its picture.</summary>
    private sealed record DigitalSource(int Number, PdfPageSize Size, PageKind Kind, IReadOnlyList<FrameLine> Text, DrawnPage? Drawn);

    /// <summary>Neighbouring pages with text layers, drawn by one run of poppler.</summary>
    private IEnumerable<PageReading> Digital(PdfScans scans, IReadOnlyList<DigitalSource> pages)
    {
        var (kind, last) = (pages[0].Kind, pages[^1].Number);
        var raster = Start(pages[0].Number);
        try
        {
            foreach (var (page, size, _, text, drawn) in pages)
            {
                if (Drawn(raster.Next(), size, kind.Dpi) is { } picture)
                {
                    var (reading, doubt) = DigitalPage.Read(page, size, text, drawn, picture, lookForInk, check);
                    yield return doubt is null ? reading : Decided(scans, reading, doubt, size);
                    continue;
                }

                yield return PageReading.Unread(page, size.Width / 72, size.Height / 72, "inch", PageFaults.Damaged);
                // A page that poppler could not draw may have left the stream anywhere.
                raster.Dispose();
                if (page < last) raster = Start(page + 1);
            }
        }
        finally
        {
            raster.Dispose();
        }

        PdfRaster Start(int first) => PdfRaster.Start(path, first, last, kind.Dpi, limits.PerChild + limits.PerPage * (last - first + 1), kind.IsGrey);
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
