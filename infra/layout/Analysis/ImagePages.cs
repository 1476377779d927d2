using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Analysis;

/// <summary>Reads the pages of a picture file.</summary>
public sealed class ImagePages(string path, FileKind kind, bool lookForInk, Limits limits, Lazy<OcrEngine> engine)
{
    /// <summary>Reads the pages from <paramref name="first"/> to <paramref name="last"/> (1-based), giving each as soon as it is read.</summary>
    public IEnumerable<PageReading> Read(int first, int last)
    {
        var bytes = File.ReadAllBytes(path);
        var sizes = ImageHeader.Sizes(bytes, kind, last);
        for (var page = first; page <= last; page++) yield return Read(bytes, page, sizes[page - 1]);
    }

    private PageReading Read(byte[] bytes, int page, ImageSize size)
    {
        var (rows, dpi, down) = ImageFile.Rows(bytes, kind, page - 1, limits.MostPixels, size);
        using var freed = rows as IDisposable;
        if (rows is null)
            return PageReading.Unread(page, size.Width, size.Height, "pixel", (long)size.Width * size.Height > limits.MostPixels ? PageFaults.TooLarge : PageFaults.Damaged);
        // Pixels of the file an inch; the decoder may have made the picture smaller.
        var own = Resolution(dpi, size.Width, size.Height / down);
        return ScanPicture.Of(rows, new(0, 0, 1, 1), 0, size.Width / own, size.Height / down / own) is { } picture
            ? new ScannedPage(engine.Value, limits).Read(page, size.Width, size.Height, "pixel", picture, lookForInk)
            : PageReading.Unread(page, size.Width, size.Height, "pixel", PageFaults.Damaged);
    }

    /// <summary>What the file says, if it can be true; else as if the longer side were that of A4.</summary>
    private static double Resolution(int dpi, double width, double height)
    {
        var asA4 = Math.Max(width, height) / 11.69;
        return dpi is >= 100 and <= 1200 && dpi / asA4 is > 0.5 and < 2 ? dpi : Math.Max(asA4, 72);
    }
}
