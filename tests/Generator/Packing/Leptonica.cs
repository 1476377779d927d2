using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LearningSociety.Generator.Scanning;

namespace LearningSociety.Generator.Packing;

/// <summary>Leptonica's writers of JPEG and CCITT group 4.</summary>
internal static unsafe partial class Leptonica
{
    private const string Library = "liblept.so.5";
    private const int Group4Encoding = 2;

    /// <summary>A picture as JPEG.</summary>
    public static byte[] Jpeg(Picture picture, int quality)
    {
        var pix = picture.Channels == 3 ? Colour(picture) : Grey(picture);
        try
        {
            if (WriteJpeg(out var data, out var size, pix, quality, 0) != 0) throw new InvalidOperationException("The picture could not be written as JPEG.");
            return Taken(data, size);
        }
        finally
        {
            Destroy(ref pix);
        }
    }

    /// <summary>A picture of black and white only as CCITT group 4.</summary>
    public static byte[] Group4(Picture picture)
    {
        var pix = Create(picture.Width, picture.Height, 1);
        var words = WordsPerLine(pix);
        var data = Data(pix);
        for (var y = 0; y < picture.Height; y++)
        {
            var line = new Span<uint>(data + (long)y * words, words);
            line.Clear();
            for (var x = 0; x < picture.Width; x++)
                if (picture.Data[y * picture.Width + x] < 128) line[x >> 5] |= 0x80000000u >> (x & 31);
        }

        try
        {
            if (Compress(pix, Group4Encoding, 0, 0, out var compressed) != 0) throw new InvalidOperationException("The picture could not be written as CCITT group 4.");
            // L_COMP_DATA begins with a type, the data's address and its length.
            var bytes = new ReadOnlySpan<byte>((void*)Marshal.ReadIntPtr(compressed, 8), (int)Marshal.ReadInt64(compressed, 16)).ToArray();
            DestroyCompressed(ref compressed);
            return bytes;
        }
        finally
        {
            Destroy(ref pix);
        }
    }

    private static nint Grey(Picture picture)
    {
        var pix = Create(picture.Width, picture.Height, 8);
        var words = WordsPerLine(pix);
        var data = Data(pix);
        var padded = new byte[words * 4];
        for (var y = 0; y < picture.Height; y++)
        {
            picture.Data.AsSpan(y * picture.Width, picture.Width).CopyTo(padded);
            for (var i = 0; i < words; i++) data[(long)y * words + i] = BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(4 * i));
        }

        return pix;
    }

    private static nint Colour(Picture picture)
    {
        var pix = Create(picture.Width, picture.Height, 32);
        var data = Data(pix);
        for (var i = 0; i < picture.Width * picture.Height; i++)
            data[i] = (uint)(picture.Data[3 * i] << 24 | picture.Data[3 * i + 1] << 16 | picture.Data[3 * i + 2] << 8);
        return pix;
    }

    private static byte[] Taken(nint data, nuint size)
    {
        var bytes = new ReadOnlySpan<byte>((void*)data, (int)size).ToArray();
        Free(data);
        return bytes;
    }

    [LibraryImport(Library, EntryPoint = "pixCreate")]
    private static partial nint Create(int width, int height, int depth);

    [LibraryImport(Library, EntryPoint = "pixDestroy")]
    private static partial void Destroy(ref nint pix);

    [LibraryImport(Library, EntryPoint = "pixGetData")]
    private static partial uint* Data(nint pix);

    [LibraryImport(Library, EntryPoint = "pixGetWpl")]
    private static partial int WordsPerLine(nint pix);

    [LibraryImport(Library, EntryPoint = "pixWriteMemJpeg")]
    private static partial int WriteJpeg(out nint data, out nuint size, nint pix, int quality, int progressive);

    [LibraryImport(Library, EntryPoint = "pixGenerateCIData")]
    private static partial int Compress(nint pix, int type, int quality, int ascii85, out nint compressed);

    [LibraryImport(Library, EntryPoint = "l_CIDataDestroy")]
    private static partial void DestroyCompressed(ref nint compressed);

    [LibraryImport(Library, EntryPoint = "lept_free")]
    private static partial void Free(nint data);
}
