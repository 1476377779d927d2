using System.Buffers.Binary;
using LearningSociety.Layout.Analysis;

namespace LearningSociety.Layout.Imaging;

/// <summary>The size of a picture, pixels.</summary>
public readonly record struct ImageSize(int Width, int Height);

/// <summary>Reads the sizes of pictures from their headers alone, before anything decodes them.</summary>
public static class ImageHeader
{
    /// <summary>Sizes by page (one for PNG and JPEG); empty when the header is damaged.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="kind">PNG, JPEG or TIFF.</param>
    /// <param name="mostPages">Stops after one page more.</param>
    public static IReadOnlyList<ImageSize> Sizes(ReadOnlySpan<byte> bytes, FileKind kind, int mostPages) => kind switch
    {
        FileKind.Png when bytes.Length >= 24 => Valid([new(Int(bytes, 16, false), Int(bytes, 20, false))]),
        FileKind.Jpeg => JpegHeader.Read(bytes) is { } jpeg ? Valid([new(jpeg.Width, jpeg.Height)]) : [],
        FileKind.Tiff => Valid(Tiff(bytes, mostPages)),
        _ => [],
    };

    private static List<ImageSize> Valid(List<ImageSize> sizes) => sizes.TrueForAll(s => s.Width > 0 && s.Height > 0) ? sizes : [];

    private static List<ImageSize> Tiff(ReadOnlySpan<byte> bytes, int mostPages)
    {
        var sizes = new List<ImageSize>();
        if (bytes.Length < 8) return sizes;
        var little = bytes[0] == 'I';
        var at = Int(bytes, 4, little);
        while (at > 0 && at <= bytes.Length - 2 && sizes.Count <= mostPages)
        {
            int count = Short(bytes, at, little), width = 0, height = 0, next = at + 2 + count * 12;
            if (next > bytes.Length - 4) break;
            for (var entry = at + 2; entry < next; entry += 12)
            {
                var value = Short(bytes, entry + 2, little) == 3 ? Short(bytes, entry + 8, little) : Int(bytes, entry + 8, little);
                if (Short(bytes, entry, little) == 256) width = value;
                if (Short(bytes, entry, little) == 257) height = value;
            }

            sizes.Add(new(width, height));
            at = Int(bytes, next, little);
        }

        return sizes;
    }

    private static int Int(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);

    private static int Short(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
