using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>A grey picture, one byte a pixel, 0 black to 255 white, rows without padding.</summary>
public sealed record GrayImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>A part of the picture, from and to whole pixels.</summary>
    public GrayImage Part(Rect part)
    {
        int left = Math.Max(0, (int)part.Left), top = Math.Max(0, (int)part.Top), width = Math.Max(1, Math.Min(Width, (int)part.Right) - left), height = Math.Max(1, Math.Min(Height, (int)part.Bottom) - top);
        if (width == Width && height == Height) return this;
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++) Pixels.AsSpan((top + y) * Width + left, width).CopyTo(pixels.AsSpan(y * width));
        return new(width, height, pixels);
    }

    /// <summary>Everything darker than the level, 1 to 255, as ink.</summary>
    public BinaryImage Darker(int level)
    {
        var ink = GC.AllocateUninitializedArray<byte>(Pixels.Length);
        var bound = Vector128.Create((byte)level);
        ref var from = ref MemoryMarshal.GetArrayDataReference(Pixels);
        ref var to = ref MemoryMarshal.GetArrayDataReference(ink);
        var i = 0;
        for (; i <= ink.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            (Vector128.LessThan(Vector128.LoadUnsafe(ref from, (nuint)i), bound) & Vector128<byte>.One).StoreUnsafe(ref to, (nuint)i);
        for (; i < ink.Length; i++) ink[i] = Pixels[i] < level ? (byte)1 : (byte)0;
        return new(Width, Height, ink);
    }
}
