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
        if ((long)size.Width * size.Height > limits.MostPixels)
            return PageReading.Unread(page, size.Width, size.Height, "pixel", PageFaults.TooLarge);
        if (ImageFile.Decode(bytes, kind, page - 1) is not var (picture, dpi))
            return PageReading.Unread(page, size.Width, size.Height, "pixel", PageFaults.Damaged);
        return new ScannedPage(engine.Value, limits)
            .Read(page, picture.Width, picture.Height, "pixel", new(picture, null), Resolution(dpi, picture), lookForInk);
    }

    /// <summary>What the file says, if it can be true; else as if the longer side were that of A4.</summary>
    private static double Resolution(int dpi, ColourImage picture)
    {
        var asA4 = Math.Max(picture.Width, picture.Height) / 11.69;
        return dpi is >= 100 and <= 700 && dpi / asA4 is > 0.5 and < 2 ? dpi : Math.Clamp(asA4, 72, 700);
    }
}
