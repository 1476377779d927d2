using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Native;

namespace LearningSociety.Layout.Imaging;

/// <summary>Decodes pictures through Leptonica. Only ever called in a child process.</summary>
public static unsafe class ImageFile
{
    /// <summary>A page of a picture in colour with its resolution (0 when the file names none); null when it cannot be decoded.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="kind">PNG, JPEG or TIFF.</param>
    /// <param name="page">0-based page of a TIFF.</param>
    public static (ColourImage Picture, int Dpi)? Decode(ReadOnlySpan<byte> bytes, FileKind kind, int page)
    {
        Leptonica.SetMessageSeverity(6);
        fixed (byte* data = bytes)
        {
            using var pix = kind == FileKind.Tiff
                ? Leptonica.ReadTiff(data, (nuint)bytes.Length, page)
                : Leptonica.ReadMemory(data, (nuint)bytes.Length);
            if (pix.IsInvalid) return null;
            using var colour = Leptonica.To32(pix);
            return colour.IsInvalid ? null : (colour.ToColour(), Leptonica.XResolution(pix));
        }
    }
}
