using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>The frame in which a page stands upright and its lines are level.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="ToPicture">To the sheet's picture, pixels.</param>
public sealed record UprightFrame(int Width, int Height, Mapping ToPicture)
{
    /// <summary>A smaller skew is not worth a picture drawn anew.</summary>
    private const double SmallestSkew = 0.08;

    /// <summary>Beyond this skew the frame grows, so that no corner with print is cut off.</summary>
    private const double GrowingSkew = 2.5;

    /// <summary>Lines that are nowhere farther from straight than this, inches, are left as they are.</summary>
    private const double SmallestBend = 0.025;

    /// <summary>Bent lines explain the letters' places so much better than straight ones, or they are none.</summary>
    private const double Better = 0.85;

    /// <summary>
    /// A block of signatures alone on a page: the letters of its seal may line up at any angle, but words do not stand so many degrees aslant.
    /// So few lines of so few pieces, so long at least in inches, tell that, when most are within so many degrees of one another.
    /// </summary>
    private const double FarOff = 3, ShortestLine = 0.4, Agreeing = 3;

    private const int FewestLines = 2, FewestPieces = 3;

    /// <summary>The side of the cells of a displacement, pixels.</summary>
    private const int Cell = 32;

    /// <summary>The frame for a page that must be turned by quarters and then by its skew, and whose lines may be curved.</summary>
    public static UprightFrame Of(PageView page, int quarters, TextDirection direction)
    {
        var skew = direction.Sideways == (quarters % 2 == 1) ? direction.Skew : 0;
        var (frame, unskew) = Turned(page, quarters, skew);
        var dpi = page.Dpi * page.Factor;
        var back = unskew.Back();
        var lines = page.Lines(quarters).Select(l => l.Through(page.Factor, back)).ToList();
        if (LineField.Fit(lines, frame.Width, frame.Height, dpi, false) is not { } straight)
            return FewLines(page, quarters) is { } few && Math.Abs(few - skew) > FarOff ? Turned(page, quarters, few).Frame : frame;
        var text = lines.Select(l => l.Box).Aggregate((a, b) => a.Union(b));
        return LineField.Fit(lines, frame.Width, frame.Height, dpi, true) is { } curved
            && curved.Bend(text) >= SmallestBend * dpi && curved.Spread <= Better * straight.Spread
            ? frame with { ToPicture = Straightened(frame, curved, Lean.Of(page, quarters, frame, (Affine)frame.ToPicture, lines)).Then(frame.ToPicture) }
            : Turned(page, quarters, skew - Math.Atan(straight.Slope) * 180 / Math.PI).Frame;
    }

    /// <summary>The turn, degrees, by which the few lines of a page would be level, by the middle one of them; null where they do not agree.</summary>
    private static double? FewLines(PageView page, int quarters)
    {
        var slopes = page.Lines(quarters, FewestPieces).Where(l => l.Box.Width >= ShortestLine * page.Dpi).Select(l => Math.Atan(l.Slope) * 180 / Math.PI).Order().ToArray();
        if (slopes.Length < FewestLines) return null;
        var middle = (slopes[slopes.Length / 2] + slopes[(slopes.Length - 1) / 2]) / 2;
        return 2 * slopes.Count(s => Math.Abs(s - middle) <= Agreeing) > slopes.Length ? -middle : null;
    }

    private static (UprightFrame Frame, Affine Unskew) Turned(PageView page, int quarters, double skew)
    {
        var (width, height) = quarters % 2 == 0 ? (page.Image.Width, page.Image.Height) : (page.Image.Height, page.Image.Width);
        var unquarter = Affine.Unquarter(page.Image.Width, page.Image.Height, quarters);
        if (Math.Abs(skew) < SmallestSkew) return (new(width, height, unquarter), Affine.Same);
        var sin = Math.Abs(skew) < GrowingSkew ? 0 : Math.Abs(Math.Sin(skew * Math.PI / 180));
        int wide = width + (int)(sin * height), high = height + (int)(sin * width);
        var unskew = Affine.Unturn(skew, wide, high, width, height);
        return (new(wide, high, unskew.Then(unquarter)), unskew);
    }

    private static Displacement Straightened(UprightFrame frame, LineField lines, Lean lean)
    {
        int columns = frame.Width / Cell + 2, rows = frame.Height / Cell + 2;
        var moves = new Point[columns * rows];
        for (var i = 0; i < moves.Length; i++)
        {
            double x = i % columns * Cell, y = i / columns * Cell, across = lean.At(x) * (y - frame.Height / 2.0);
            moves[i] = new(across, lines.At(x + across, y));
        }

        return new(columns, rows, Cell, moves);
    }

    /// <summary>The same frame for a picture that is smaller by the factor.</summary>
    public UprightFrame Smaller(double factor) => new(
        Math.Max(1, (int)Math.Round(Width / factor)), Math.Max(1, (int)Math.Round(Height / factor)),
        Affine.Scale(factor, factor).Then(ToPicture).Then(Affine.Scale(1 / factor, 1 / factor)));

    /// <summary>The picture in this frame.</summary>
    public GrayImage Draw(GrayImage picture) =>
        ToPicture == Affine.Same && (Width, Height) == (picture.Width, picture.Height) ? picture : Warp.Draw(picture, ToPicture, Width, Height);
}
