using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Analysis;

/// <summary>
/// The pictures of scanned PDF pages: taken out as they are stored where a page surely shows that picture alone, else drawn by poppler.
/// Of digital pages it knows what they draw beside their letters.
/// </summary>
public sealed class PdfScans : IDisposable
{
    private readonly string path;
    private readonly Limits limits;
    private readonly PdfFile? file;
    private readonly IReadOnlyList<PdfPage?> pages;

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The PDF.</param>
    /// <param name="last">The last page that will be asked for.</param>
    /// <param name="limits">Bounds of the work.</param>
    public PdfScans(string path, int last, Limits limits)
    {
        (this.path, this.limits) = (path, limits);
        file = PdfFile.Open(path);
        pages = file is null ? [] : PdfPageTree.Read(file, last);
    }

    /// <summary>The picture as it is stored; null when the page may show anything else or the picture's kind is not decoded here.</summary>
    public ScanPicture? Taken(int page)
    {
        if (file is null || page > pages.Count || pages[page - 1] is not { } described || LonePicture.Of(file, described) is not { } lone) return null;
        var turned = lone.Quarters % 2 != 0;
        double width = lone.WidthOnPage / lone.Shown.Width, height = lone.HeightOnPage / lone.Shown.Height;
        double Pixels(string name) => file.Get(lone.Stream.Dictionary, name) as double? ?? 0;
        var dpi = Math.Min(Pixels("Width") / (turned ? height : width), Pixels("Height") / (turned ? width : height));
        var rows = PdfPicture.Rows(file, lone.Stream, dpi, limits.MostPixels);
        using var freed = rows as IDisposable;
        return rows is null ? null : ScanPicture.Of(rows, lone.Shown, lone.Quarters, lone.WidthOnPage, lone.HeightOnPage);
    }

    /// <summary>What a page draws beside its letters; null when that is not understood.</summary>
    public DrawnPage? Drawing(int page) => file is not null && page <= pages.Count && pages[page - 1] is { } described ? DrawnPage.Of(file, described) : null;

    /// <summary>The page as poppler draws it; null when it cannot.</summary>
    /// <param name="page">1-based page.</param>
    /// <param name="dpi">Resolution.</param>
    /// <param name="width">Width of the page, inches.</param>
    /// <param name="height">Its height.</param>
    public ScanPicture? Drawn(int page, double dpi, double width, double height)
    {
        using var raster = PdfRaster.Start(path, page, page, dpi, limits.PerPage);
        return raster.Next() is { } rows ? ScanPicture.Of(rows, new(0, 0, 1, 1), 0, width, height) : null;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file?.Dispose();
}
