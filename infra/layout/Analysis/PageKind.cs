using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;

namespace LearningSociety.Layout.Analysis;

/// <summary>Whether a PDF page is a picture to be recognised, and at which resolution; else its text layer is read.</summary>
/// <param name="IsScan">True when its picture is read.</param>
/// <param name="Dpi">Resolution to read it at.</param>
/// <param name="IsGrey">Whether its colours are of no interest.</param>
public readonly record struct PageKind(bool IsScan, double Dpi, bool IsGrey = false)
{
    /// <summary>Resolution for pages without a picture to take it from.</summary>
    public const double DefaultDpi = 200;

    /// <summary>A page whose drawing is known; null when it has no text layer to go with it.</summary>
    public static PageKind? Of(PdfPageSize size, IReadOnlyList<FrameLine> text, DrawnPage drawn) =>
        HasText(text) ? new(false, ScanPicture.Bounded(DigitalPage.DrawnDpi, size.Width / 72, size.Height / 72), drawn.Others.Count == 0) : null;

    /// <summary>Decides by what lies on the page: a picture over most of it wins over a text layer, which then is somebody's OCR.</summary>
    public static PageKind Of(PdfPageSize size, IReadOnlyList<FrameLine> text, IReadOnlyList<PdfImage> images)
    {
        double width = size.Width / 72, height = size.Height / 72, area = width * height;
        var pictures = images.Where(i => i.Kind is "image" or "stencil" or "mask").ToList();
        var covered = pictures.Sum(i => i.WidthOnPage * i.HeightOnPage) / area;
        if (HasText(text) && covered < 0.5) return new(false, ScanPicture.Bounded(DigitalPage.RulesDpi, width, height));
        var largest = pictures.MaxBy(i => i.WidthOnPage * i.HeightOnPage);
        return new(true, ScanPicture.Working(largest is null ? DefaultDpi : largest.Width / Math.Max(largest.WidthOnPage, 0.01), width, height));
    }

    private static bool HasText(IReadOnlyList<FrameLine> text) => text.Any(l => l.Words.Any(w => w.Text.Any(char.IsLetterOrDigit)));
}
