using System.IO.Compression;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Native;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>Decodes pictures of PDFs without drawing the page: JPEG, fax (CCITT) and Flate. Only ever called in a child process.</summary>
public static class PdfPicture
{
    /// <summary>The rows of a picture, from its top as stored; null when it is none of the kinds that are surely decoded as they are drawn.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stream">The picture.</param>
    /// <param name="finest">Pixels an inch that the picture has on its page.</param>
    /// <param name="most">Most pixels to decode.</param>
    public static IPixelRows? Rows(PdfFile file, PdfStream stream, double finest, long most)
    {
        var dictionary = stream.Dictionary;
        if (Whole(file, dictionary, "Width") is not { } width || Whole(file, dictionary, "Height") is not { } height) return null;
        if (PictureColours.Of(file, dictionary) is not { } colours) return null;
        var raw = file.Raw(stream);
        return file.Filters(dictionary) switch
        {
            ["DCTDecode"] when file.Parameters(dictionary) is not { Count: > 0 } => Jpeg(raw, colours, width, height, finest, most),
            ["CCITTFaxDecode"] when (long)width * height <= most => Fax(raw, file.Parameters(dictionary), colours, width, height),
            ["FlateDecode"] when (long)width * height <= most => Samples(new ZLibStream(file.Open(stream), CompressionMode.Decompress), file.Parameters(dictionary), colours, width, height),
            [] when (long)width * height <= most => Samples(file.Open(stream), null, colours, width, height),
            _ => null,
        };
    }

    private static IPixelRows? Jpeg(ReadOnlySpan<byte> raw, PictureColours colours, int width, int height, double finest, long most)
    {
        // The decoder gives shades and red, green, blue as they are; other readings of the samples are left to poppler.
        if (colours is not { Bits: 8, Inverted: false } || JpegHeader.Read(raw) is not { } header) return null;
        if (header.Width != width || header.Height != height || header.Components != colours.Channels) return null;
        return JpegFile.Rows(raw, header, finest, most);
    }

    private static PixelRows? Samples(Stream source, PdfDictionary? parameters, PictureColours colours, int width, int height)
    {
        if (colours.Channels == 3 && (colours.Bits != 8 || colours.Inverted)) return null;
        var row = (width * colours.Bits * colours.Channels + 7) / 8;
        var predicted = parameters?.GetValueOrDefault("Predictor") is > 1.0;
        if (PdfFilters.Rows(source, parameters) is not var (length, take) || (predicted && length != row)) return null;
        var line = new byte[row];
        return new(TakeRow, width, height, colours.Bits, colours.Channels, colours.Inverted);

        bool TakeRow(Span<byte> target)
        {
            if (take(line) < row) return false;
            line.CopyTo(target);
            return true;
        }
    }

    private static PixRows? Fax(ReadOnlySpan<byte> raw, PdfDictionary? parameters, PictureColours colours, int width, int height)
    {
        if (colours is not { Bits: 1, Channels: 1 }) return null;
        double Number(string name, double usual) => parameters?.GetValueOrDefault(name) is double value ? value : usual;
        bool Flag(string name) => parameters?.GetValueOrDefault(name) is true;
        if (Number("K", 0) >= 0 || Number("Columns", 1728) != width || Flag("EncodedByteAlign") || Flag("EndOfLine")) return null;
        // Runs of black are zeros unless BlackIs1 says otherwise; zeros show black unless the samples are inverted.
        var black = Flag("BlackIs1") == colours.Inverted;
        return FaxFile.Rows(raw, width, height, black);
    }

    private static int? Whole(PdfFile file, PdfDictionary dictionary, string name) => file.Get(dictionary, name) is double value and >= 1 and <= 100_000 ? (int)value : null;
}
