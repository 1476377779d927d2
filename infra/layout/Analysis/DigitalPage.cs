using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Analysis;

/// <summary>A page whose text layer is what it shows: words from the text layer, tables from the ruling lines of its picture.</summary>
public static class DigitalPage
{
    /// <summary>Resolution of the picture that ruling lines are looked for in.</summary>
    public const double RulesDpi = 150;

    /// <summary>Reads the page.</summary>
    /// <param name="number">1-based page.</param>
    /// <param name="size">Its size, points.</param>
    /// <param name="text">Its lines, points.</param>
    /// <param name="picture">Its picture at <see cref="RulesDpi"/>.</param>
    /// <param name="ink">Seals and handwriting, in pixels of <paramref name="picture"/>.</param>
    public static PageReading Read(int number, PdfPageSize size, IReadOnlyList<FrameLine> text, GrayImage picture, IReadOnlyList<FrameInk> ink)
    {
        double toPixels = RulesDpi / 72, width = size.Width / 72, height = size.Height / 72;
        var lines = text.Select(l => new FrameLine([.. l.Words.Select(w => w with { Box = Scaled(w.Box, toPixels) })])).ToList();
        var grids = GridFinder.Find(picture.Darker(200), RulesDpi).Grids;
        var toPage = Affine.Scale(1 / RulesDpi, 1 / RulesDpi);
        return PageAssembly.Assemble(number, width, height, "inch", 0, toPage, lines, grids, ink);
    }

    private static Rect Scaled(Rect box, double factor) => new(box.Left * factor, box.Top * factor, box.Right * factor, box.Bottom * factor);
}
