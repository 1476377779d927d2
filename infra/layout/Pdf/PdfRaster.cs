using System.Globalization;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Pdf;

/// <summary>Pictures of PDF pages as displayed, by poppler, as PGM or PPM through a pipe (PNG would cost more than the rest of the work).</summary>
public sealed class PdfRaster : IDisposable
{
    private readonly ToolRun run;
    private readonly BufferedStream pictures;

    private PdfRaster(ToolRun run) => (this.run, pictures) = (run, new(run.Output, 1 << 16));

    /// <summary>Starts drawing a range of pages; poppler waits when it is ahead of its reader.</summary>
    /// <param name="path">The PDF.</param>
    /// <param name="first">First page.</param>
    /// <param name="last">Last page.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="limit">Time for all of it.</param>
    /// <param name="grey">Whether colours are of no interest.</param>
    public static PdfRaster Start(string path, int first, int last, double dpi, TimeSpan limit, bool grey = false) => new(ToolRun.Start("pdftoppm", limit,
    [
        .. grey ? (string[])["-gray"] : [],
        "-cropbox", "-r", dpi.ToString(CultureInfo.InvariantCulture),
        "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), path,
    ]));

    /// <summary>The next page; null when poppler could not draw it. The one before it must have been read.</summary>
    public IPixelRows? Next() => Netpbm.Begin(pictures);

    /// <summary>Ends poppler if it still draws.</summary>
    public void Dispose()
    {
        pictures.Dispose();
        run.Dispose();
    }
}
