namespace LearningSociety.Layout.Imaging;

/// <summary>A black-and-white picture, one byte a pixel: 1 ink, 0 paper.</summary>
public sealed record BinaryImage(int Width, int Height, byte[] Ink)
{
    /// <summary>Rows become columns.</summary>
    public BinaryImage Transposed()
    {
        const int Tile = 64;
        var turned = new byte[Ink.Length];
        for (var top = 0; top < Height; top += Tile)
        for (var left = 0; left < Width; left += Tile)
        {
            int bottom = Math.Min(top + Tile, Height), right = Math.Min(left + Tile, Width);
            for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
                turned[x * Height + y] = Ink[y * Width + x];
        }

        return new(Height, Width, turned);
    }

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
