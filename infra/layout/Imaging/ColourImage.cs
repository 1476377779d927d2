namespace LearningSociety.Layout.Imaging;

/// <summary>A colour picture, three bytes a pixel (red, green, blue), rows without padding.</summary>
public sealed record ColourImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Puts three channels of one size together.</summary>
    public static ColourImage Of(GrayImage red, GrayImage green, GrayImage blue)
    {
        var pixels = new byte[red.Pixels.Length * 3];
        for (int i = 0, p = 0; i < red.Pixels.Length; i++, p += 3) (pixels[p], pixels[p + 1], pixels[p + 2]) = (red.Pixels[i], green.Pixels[i], blue.Pixels[i]);
        return new(red.Width, red.Height, pixels);
    }
}
