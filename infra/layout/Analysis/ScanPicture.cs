using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Analysis;

/// <summary>A scanned page as it is displayed: in colour, or grey only.</summary>
public sealed record ScanPicture(ColourImage? Colour, GrayImage? Grey)
{
    /// <summary>What text is read from: the red channel, in which red stamps vanish.</summary>
    public GrayImage ForText { get; } = Grey ?? Colour!.Channel(0);
}
