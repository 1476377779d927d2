using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Ink;

/// <summary>Where a page is red and where it is blue, as grey pictures: 255 none, darker the more.</summary>
public sealed record ColourPlanes(GrayImage Red, GrayImage Blue)
{
    /// <summary>The planes of a picture; null when it holds no colour to speak of.</summary>
    public static ColourPlanes? Of(ColourImage image)
    {
        var pixels = image.Pixels;
        byte[] red = new byte[image.Width * image.Height], blue = new byte[red.Length];
        var coloured = 0;
        for (int i = 0, p = 0; i < red.Length; i++, p += 3)
        {
            int r = pixels[p], g = pixels[p + 1], b = pixels[p + 2];
            red[i] = (byte)(255 - Math.Max(0, r - Math.Max(g, b)));
            blue[i] = (byte)(255 - Math.Max(0, b - Math.Max(r, Math.Min(r, g) + 10)));
            if (red[i] < 215 || blue[i] < 215) coloured++;
        }

        return coloured < 30 ? null : new(new(image.Width, image.Height, red), new(image.Width, image.Height, blue));
    }

    /// <summary>Both planes in the frame of the text.</summary>
    public ColourPlanes Upright(UprightFrame frame) => new(frame.Draw(Red), frame.Draw(Blue));
}
