using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tests.Making;

/// <summary>What tests make of a colour picture.</summary>
public static class ColourPicture
{
    /// <summary>One channel as grey: 0 red, 1 green, 2 blue.</summary>
    public static GrayImage Channel(this ColourImage image, int channel) =>
        new(image.Width, image.Height, [.. Enumerable.Range(0, image.Width * image.Height).Select(i => image.Pixels[3 * i + channel])]);

    /// <summary>Half the size; each pixel is the mean of four.</summary>
    public static ColourImage Halved(this ColourImage image) =>
        ColourImage.Of(Reduce.Mean(image.Channel(0), 2), Reduce.Mean(image.Channel(1), 2), Reduce.Mean(image.Channel(2), 2));
}
