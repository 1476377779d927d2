using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>The frame in which a page stands upright and its lines are level.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="ToPicture">To the picture as displayed, pixels.</param>
public sealed record UprightFrame(int Width, int Height, Mapping ToPicture)
{
    /// <summary>A smaller skew is not worth a picture drawn anew.</summary>
    private const double SmallestSkew = 0.08;

    /// <summary>Beyond this skew the frame grows, so that no corner with print is cut off.</summary>
    private const double GrowingSkew = 2.5;

    /// <summary>The frame for a picture that must be turned by quarters and by its skew.</summary>
    public static UprightFrame Of(GrayImage picture, int quarters, TextDirection direction)
    {
        var (width, height) = quarters % 2 == 0 ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        var unquarter = Affine.Unquarter(picture.Width, picture.Height, quarters);
        var skew = direction.Sideways == (quarters % 2 == 1) ? direction.Skew : 0;
        if (Math.Abs(skew) < SmallestSkew) return new(width, height, unquarter);
        var sin = Math.Abs(skew) < GrowingSkew ? 0 : Math.Abs(Math.Sin(skew * Math.PI / 180));
        int wide = width + (int)(sin * height), high = height + (int)(sin * width);
        return new(wide, high, Affine.Unturn(skew, wide, high, width, height).Then(unquarter));
    }

    /// <summary>The same frame for a picture that is so many times smaller.</summary>
    public UprightFrame Smaller(double factor) => new(
        Math.Max(1, (int)(Width / factor)), Math.Max(1, (int)(Height / factor)), Affine.Scale(factor, factor).Then(ToPicture).Then(Affine.Scale(1.0 / factor, 1.0 / factor)));

    /// <summary>The picture in this frame.</summary>
    public GrayImage Draw(GrayImage picture) =>
        ToPicture == Affine.Same && (Width, Height) == (picture.Width, picture.Height) ? picture : Warp.Draw(picture, ToPicture, Width, Height);
}
