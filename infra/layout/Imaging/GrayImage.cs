namespace LearningSociety.Layout.Imaging;

/// <summary>A grey picture, one byte a pixel, 0 black to 255 white, rows without padding.</summary>
public sealed record GrayImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Everything darker than the level, 1 to 255, as ink.</summary>
    public BinaryImage Darker(int level)
    {
        var ink = new byte[Pixels.Length];
        for (var i = 0; i < ink.Length; i++) ink[i] = Pixels[i] < level ? (byte)1 : (byte)0;
        return new(Width, Height, ink);
    }
}
