using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;

namespace LearningSociety.Layout.Analysis;

/// <summary>Whether a PDF page is a picture to be recognised, and at which resolution; else its text layer is read.</summary>
/// <param name="IsScan">True when its picture is read.</param>
/// <param name="Dpi">Resolution to read it at.</param>
public readonly record struct PageKind(bool IsScan, double Dpi)
{
    /// <summary>Resolution for pages without a picture to take it from.</summary>
    public const double DefaultDpi = 200;

    /// <summary>What is worked on is no larger: 16 million pixels are an A2 sheet at 200 dpi.</summary>
    private const double MostWorkingPixels = 16e6;

    /// <summary>Decides by what lies on the page: a picture over most of it wins over a text layer, which then is somebody's OCR.</summary>
    public static PageKind Of(PdfPageSize size, IReadOnlyList<FrameLine> text, IReadOnlyList<PdfImage> images)
    {
        double area = size.Width / 72 * (size.Height / 72);
        var pictures = images.Where(i => i.Kind is "image" or "stencil" or "mask").ToList();
        var covered = pictures.Sum(i => i.WidthOnPage * i.HeightOnPage) / area;
        var hasText = text.Any(l => l.Words.Any(w => w.Text.Any(char.IsLetterOrDigit)));
        if (hasText && covered < 0.5) return new(false, Bounded(DigitalPage.RulesDpi, size));
        var largest = pictures.MaxBy(i => i.WidthOnPage * i.HeightOnPage);
        return new(true, largest is null ? Bounded(DefaultDpi, size) : Resolution(largest, size));
    }

    private static double Resolution(PdfImage image, PdfPageSize size) =>
        Bounded(ScanPicture.Working(image.Width / Math.Max(image.WidthOnPage, 0.01)), size);

    /// <summary>Less where the page is so large that its picture would be.</summary>
    private static double Bounded(double dpi, PdfPageSize size) =>
        Math.Round(Math.Min(dpi, Math.Sqrt(MostWorkingPixels / (size.Width / 72 * (size.Height / 72)))), 2);
}
