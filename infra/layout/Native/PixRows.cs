using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Native;

/// <summary>The rows of a Leptonica picture of 1, 8 or 32 bits without a palette. Frees the picture.</summary>
internal sealed unsafe class PixRows : IPixelRows, IDisposable
{
    private readonly Pix pix;
    private readonly int depth, wordsPerLine;
    private readonly byte[] padded;
    private int next;

    /// <summary>Takes over a picture.</summary>
    public PixRows(Pix pix)
    {
        this.pix = pix;
        (Width, Height, depth, wordsPerLine) = (Leptonica.Width(pix), Leptonica.Height(pix), Leptonica.Depth(pix), Leptonica.WordsPerLine(pix));
        padded = new byte[wordsPerLine * 4];
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int Height { get; }

    /// <inheritdoc/>
    public bool HasColour => depth == 32;

    /// <inheritdoc/>
    public bool Next(Span<byte> red, Span<byte> green, Span<byte> blue)
    {
        if (next >= Height) return false;
        var line = new ReadOnlySpan<uint>(Leptonica.Data(pix) + (long)next++ * wordsPerLine, wordsPerLine);
        if (depth == 32)
        {
            red = red[..Width];
            green = green[..red.Length];
            blue = blue[..red.Length];
            for (var x = 0; x < red.Length; x++)
            {
                var value = line[x];
                red[x] = (byte)(value >> 24);
                green[x] = (byte)(value >> 16);
                blue[x] = (byte)(value >> 8);
            }

            return true;
        }

        BinaryPrimitives.ReverseEndianness(line, MemoryMarshal.Cast<byte, uint>(padded.AsSpan()));
        if (depth == 8) padded.AsSpan(0, Width).CopyTo(red);
        else
            for (var x = 0; x < Width; x++) red[x] = (padded[x >> 3] & (0x80 >> (x & 7))) != 0 ? (byte)0 : byte.MaxValue;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => pix.Dispose();
}
