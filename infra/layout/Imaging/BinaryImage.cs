using System.Runtime.CompilerServices;

namespace LearningSociety.Layout.Imaging;

/// <summary>A black-and-white picture, one byte a pixel: 1 ink, 0 paper.</summary>
public sealed record BinaryImage(int Width, int Height, byte[] Ink)
{
    /// <summary>Rows become columns.</summary>
    public BinaryImage Transposed()
    {
        const int Tile = 8;
        var turned = GC.AllocateUninitializedArray<byte>(Ink.Length);
        int wholeWidth = Width / Tile * Tile, wholeHeight = Height / Tile * Tile;
        for (var top = 0; top < wholeHeight; top += Tile)
        for (var left = 0; left < wholeWidth; left += Tile)
            TransposeTile(ref Ink[top * Width + left], Width, ref turned[left * Height + top], Height);
        for (var y = 0; y < Height; y++)
        for (var x = y < wholeHeight ? wholeWidth : 0; x < Width; x++)
            turned[x * Height + y] = Ink[y * Width + x];
        return new(Height, Width, turned);
    }

    /// <summary>Eight rows of eight bytes at once: halves are exchanged, then quarters, then single bytes.</summary>
    private static void TransposeTile(ref byte source, int stride, ref byte target, int targetStride)
    {
        Span<ulong> rows = stackalloc ulong[8];
        for (var i = 0; i < 8; i++) rows[i] = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, (nint)i * stride));
        for (var i = 0; i < 4; i++) Exchange(ref rows[i], ref rows[i + 4], 32, 0x00000000FFFFFFFFUL);
        for (var i = 0; i < 8; i += 4)
        {
            Exchange(ref rows[i], ref rows[i + 2], 16, 0x0000FFFF0000FFFFUL);
            Exchange(ref rows[i + 1], ref rows[i + 3], 16, 0x0000FFFF0000FFFFUL);
        }

        for (var i = 0; i < 8; i += 2) Exchange(ref rows[i], ref rows[i + 1], 8, 0x00FF00FF00FF00FFUL);
        for (var i = 0; i < 8; i++) Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, (nint)i * targetStride), rows[i]);
    }

    private static void Exchange(ref ulong upper, ref ulong lower, int shift, ulong mask)
    {
        var moved = ((upper >> shift) ^ lower) & mask;
        lower ^= moved;
        upper ^= moved << shift;
    }

    /// <summary>The picture without the ink that another one of its size has too.</summary>
    public BinaryImage Without(BinaryImage other)
    {
        var ink = new byte[Ink.Length];
        for (var i = 0; i < ink.Length; i++) ink[i] = (byte)(Ink[i] & ~other.Ink[i]);
        return this with { Ink = ink };
    }

    /// <summary>How many ink pixels there are.</summary>
    public int Count() => Ink.AsSpan().Count((byte)1);

    /// <summary>How many ink pixels lie in the rectangle (clipped to the picture).</summary>
    public int Count(int left, int top, int right, int bottom)
    {
        var count = 0;
        left = Math.Max(left, 0);
        right = Math.Min(right, Width);
        for (var y = Math.Max(top, 0); y < Math.Min(bottom, Height); y++)
        for (var x = left; x < right; x++)
            count += Ink[y * Width + x];
        return count;
    }
}
