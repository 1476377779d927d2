using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Ink;

/// <summary>The radii of seals on a page, inches.</summary>
/// <param name="Smallest">Smallest radius.</param>
/// <param name="Largest">Largest radius.</param>
public readonly record struct SealSize(double Smallest, double Largest)
{
    /// <summary>The longer side of an A4 sheet, inches.</summary>
    private const double Sheet = 11.69;

    /// <summary>A sheet is copied at most so much smaller or larger: A4 to A5 or A3, and a little more.</summary>
    private const double MostReduced = 0.65, MostEnlarged = 1.5;

    /// <summary>28 to 48 mm across on the sheet that was sealed; smaller or larger ones too where that may have been copied to a sheet of this size.</summary>
    /// <param name="page">The upright page.</param>
    /// <param name="dpi">Its pixels an inch.</param>
    public static SealSize On(GrayImage page, double dpi)
    {
        var scale = Math.Clamp(Math.Max(page.Width, page.Height) / dpi / Sheet, MostReduced, MostEnlarged);
        return new(0.55 * Math.Min(1, scale), 0.95 * Math.Max(1, scale));
    }
}
