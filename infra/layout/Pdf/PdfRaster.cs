using System.Globalization;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Pdf;

/// <summary>Pictures of PDF pages as displayed, by poppler, as PGM or PPM (PNG would cost more than the rest of the work).</summary>
public static class PdfRaster
{
    /// <summary>Grey pictures of a range of pages, in order; fewer when poppler stopped.</summary>
    public static IEnumerable<GrayImage> Grey(string path, int first, int last, double dpi, TimeSpan limit) =>
        Pictures(path, first, last, dpi, limit, "-gray").OfType<GrayImage>();

    /// <summary>The colour picture of one page; null when poppler could not draw it.</summary>
    public static ColourImage? Colour(string path, int page, double dpi, TimeSpan limit) =>
        Pictures(path, page, page, dpi, limit).OfType<ColourImage>().FirstOrDefault();

    private static IEnumerable<object> Pictures(string path, int first, int last, double dpi, TimeSpan limit, params string[] more)
    {
        var result = Tool.Run("pdftoppm", limit,
        [
            "-cropbox", "-r", dpi.ToString(CultureInfo.InvariantCulture), .. more,
            "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), path,
        ]);
        var position = 0;
        while (position < result.Output.Length && Netpbm.Read(result.Output.AsSpan(position)) is var (picture, end))
        {
            yield return picture;
            position += end;
        }
    }
}
