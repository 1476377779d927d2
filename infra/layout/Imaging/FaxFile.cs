using System.Buffers.Binary;
using LearningSociety.Layout.Native;

namespace LearningSociety.Layout.Imaging;

/// <summary>Decodes bare fax data (CCITT group 4) through Leptonica, put into a TIFF of one strip. Only ever called in a child process.</summary>
internal static unsafe class FaxFile
{
    private const int HeaderLength = 8 + 2 + 10 * 12 + 4;

    /// <summary>The rows; null when the data are damaged.</summary>
    /// <param name="data">The data.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="black">Whether black runs are to be black.</param>
    public static PixRows? Rows(ReadOnlySpan<byte> data, int width, int height, bool black)
    {
        var file = new byte[HeaderLength + data.Length];
        data.CopyTo(file.AsSpan(HeaderLength));
        "II*\0"u8.CopyTo(file);
        var at = 4;
        Write(4, 8);
        Write(2, 10);
        Entry(256, 4, (uint)width);
        Entry(257, 4, (uint)height);
        Entry(258, 3, 1);
        Entry(259, 3, 4);
        Entry(262, 3, black ? 0u : 1u);
        Entry(273, 4, HeaderLength);
        Entry(277, 3, 1);
        Entry(278, 4, (uint)height);
        Entry(279, 4, (uint)data.Length);
        Entry(293, 4, 0);
        Leptonica.SetMessageSeverity(6);
        fixed (byte* bytes = file)
        {
            var pix = Leptonica.ReadTiff(bytes, (nuint)file.Length, 0);
            if (!pix.IsInvalid && Leptonica.Depth(pix) == 1 && Leptonica.Width(pix) == width && Leptonica.Height(pix) == height) return new(pix);
            pix.Dispose();
            return null;
        }

        void Write(int size, uint value)
        {
            if (size == 4) BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
            else BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)value);
            at += size;
        }

        void Entry(uint tag, uint type, uint value)
        {
            Write(2, tag);
            Write(2, type);
            Write(4, 1);
            Write(4, value);
        }
    }
}
