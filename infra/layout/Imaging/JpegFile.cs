using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Native;

namespace LearningSociety.Layout.Imaging;

/// <summary>Decodes JPEGs through Leptonica (libjpeg), very large ones smaller at once. Only ever called in a child process.</summary>
public static unsafe class JpegFile
{
    private const int Silent = 6;

    /// <summary>The rows of a grey or colour JPEG; null when it is damaged, in print colours, or too large even when decoded smaller.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="header">Its frame.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="most">Most pixels to hold.</param>
    public static IPixelRows? Rows(ReadOnlySpan<byte> bytes, JpegHeader header, double dpi, long most)
    {
        if (header.Components is not (1 or 3)) return null;
        var pixels = (long)header.Width * header.Height;
        // The decoder of a progressive JPEG holds two bytes of each sample, whatever it gives.
        if (header.Progressive && pixels > most) return null;
        var reduction = 1;
        while (reduction < 8 && (dpi / (2 * reduction) >= ScanPicture.WorkingDpi || pixels / (reduction * reduction) > most)) reduction *= 2;
        if (pixels / (reduction * reduction) > most) return null;
        Leptonica.SetMessageSeverity(Silent);
        fixed (byte* data = bytes)
        {
            var pix = Leptonica.ReadJpeg(data, (nuint)bytes.Length, 0, reduction, out _, 0);
            if (!pix.IsInvalid) return new PixRows(pix);
            pix.Dispose();
            return null;
        }
    }
}
