using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Native;

namespace LearningSociety.Layout.Imaging;

/// <summary>Decodes picture files through Leptonica. Only ever called in a child process.</summary>
public static unsafe class ImageFile
{
    private const int Silent = 6;

    /// <summary>
    /// The rows of a page of a picture with the resolution across that the file names (0 when it names none) and how many times finer
    /// it is down the page, as on a fax; no rows when it cannot be decoded or is too large.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="kind">PNG, JPEG or TIFF.</param>
    /// <param name="page">0-based page of a TIFF.</param>
    /// <param name="most">Most pixels to hold.</param>
    /// <param name="size">Its size by its header.</param>
    public static (IPixelRows? Rows, int Dpi, double Down) Rows(ReadOnlySpan<byte> bytes, FileKind kind, int page, long most, ImageSize size)
    {
        if (kind == FileKind.Jpeg && JpegHeader.Read(bytes) is { Components: 1 or 3 } header)
            return (JpegFile.Rows(bytes, header, Math.Max(size.Width, size.Height) / 11.69, most), JpegHeader.Resolution(bytes), 1);
        if ((long)size.Width * size.Height > most) return (null, 0, 1);
        Leptonica.SetMessageSeverity(Silent);
        fixed (byte* data = bytes)
        {
            using var pix = kind == FileKind.Tiff
                ? Leptonica.ReadTiff(data, (nuint)bytes.Length, page)
                : Leptonica.ReadMemory(data, (nuint)bytes.Length);
            if (pix.IsInvalid) return (null, 0, 1);
            var plain = Leptonica.WithoutColourMap(pix, Leptonica.ByColours);
            if (!plain.IsInvalid && Leptonica.Depth(plain) is not (1 or 8 or 32))
            {
                using var odd = plain;
                plain = Leptonica.To32(odd);
            }

            if (!plain.IsInvalid) return (new PixRows(plain), Leptonica.XResolution(pix), Down(Leptonica.XResolution(pix), Leptonica.YResolution(pix)));
            plain.Dispose();
            return (null, 0, 1);
        }
    }

    /// <summary>What a fax may be: its rows up to four times as far apart as its columns, or the other way about.</summary>
    private static double Down(int across, int down) => across > 0 && down > 0 && (double)down / across is >= 0.25 and <= 4 ? (double)down / across : 1;
}
