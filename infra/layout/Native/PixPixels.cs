using System.Buffers.Binary;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Native;

/// <summary>Carries pixels to Leptonica and back. Leptonica keeps rows in 32-bit words, the first pixel in the highest byte.</summary>
internal static unsafe class PixPixels
{
    /// <summary>A copy as an 8-bit grey picture.</summary>
    public static Pix ToPix(this GrayImage image)
    {
        var pix = Pix.Create(image.Width, image.Height, 8);
        var data = Leptonica.Data(pix);
        var wordsPerLine = Leptonica.WordsPerLine(pix);
        var padded = new byte[wordsPerLine * 4];
        for (var y = 0; y < image.Height; y++)
        {
            image.Pixels.AsSpan(y * image.Width, image.Width).CopyTo(padded);
            var line = new Span<uint>(data + (long)y * wordsPerLine, wordsPerLine);
            for (var i = 0; i < wordsPerLine; i++) line[i] = BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(i * 4));
        }

        return pix;
    }

    /// <summary>A copy as a 1-bit picture, ink 1.</summary>
    public static Pix ToPix(this BinaryImage image)
    {
        var pix = Pix.Create(image.Width, image.Height, 1);
        var data = Leptonica.Data(pix);
        var wordsPerLine = Leptonica.WordsPerLine(pix);
        for (var y = 0; y < image.Height; y++)
        {
            var line = new Span<uint>(data + (long)y * wordsPerLine, wordsPerLine);
            line.Clear();
            var row = image.Ink.AsSpan(y * image.Width, image.Width);
            for (var x = 0; x < row.Length; x++)
                if (row[x] != 0) line[x >> 5] |= 0x80000000u >> (x & 31);
        }

        return pix;
    }

    /// <summary>A copy of an 8-bit grey picture.</summary>
    public static GrayImage ToGrey(this Pix pix)
    {
        int width = Leptonica.Width(pix), height = Leptonica.Height(pix), wordsPerLine = Leptonica.WordsPerLine(pix);
        var data = Leptonica.Data(pix);
        var pixels = new byte[width * height];
        var padded = new byte[wordsPerLine * 4];
        for (var y = 0; y < height; y++)
        {
            var line = new ReadOnlySpan<uint>(data + (long)y * wordsPerLine, wordsPerLine);
            for (var i = 0; i < wordsPerLine; i++) BinaryPrimitives.WriteUInt32BigEndian(padded.AsSpan(i * 4), line[i]);
            padded.AsSpan(0, width).CopyTo(pixels.AsSpan(y * width));
        }

        return new(width, height, pixels);
    }

    /// <summary>A copy of a 32-bit colour picture.</summary>
    public static ColourImage ToColour(this Pix pix)
    {
        int width = Leptonica.Width(pix), height = Leptonica.Height(pix), wordsPerLine = Leptonica.WordsPerLine(pix);
        var data = Leptonica.Data(pix);
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            var line = new ReadOnlySpan<uint>(data + (long)y * wordsPerLine, wordsPerLine);
            var target = pixels.AsSpan(y * width * 3);
            for (var x = 0; x < width; x++)
            {
                target[x * 3] = (byte)(line[x] >> 24);
                target[x * 3 + 1] = (byte)(line[x] >> 16);
                target[x * 3 + 2] = (byte)(line[x] >> 8);
            }
        }

        return new(width, height, pixels);
    }
}
