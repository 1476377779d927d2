using LearningSociety.Domain.Evidence;

namespace LearningSociety.Extraction.Layouts;

/// <summary>
/// How a page lies against its text. Layouts are read in the upright frame, in which text runs from left to right, level; evidence is shown on
/// the page as people see it.
/// </summary>
public readonly record struct PageTurn
{
    /// <summary>Turns that cannot be seen are none, degrees.</summary>
    private const double Level = 0.05;

    private readonly double sin, cos, width, height;

    /// <summary>A turn.</summary>
    /// <param name="angle">Clockwise turn of the text on the page as displayed, degrees.</param>
    /// <param name="width">Width of the page as displayed, any unit.</param>
    /// <param name="height">Its height, same unit.</param>
    public PageTurn(double angle, double width, double height)
    {
        (sin, cos) = Math.Abs(angle) < Level ? (0, 1) : Math.SinCos(angle * Math.PI / 180);
        (this.width, this.height) = (width, height);
    }

    /// <summary>True when the text runs up or down the page, so that the upright page is as wide as the displayed one is high.</summary>
    public bool IsSideways => Math.Abs(sin) > Math.Abs(cos);

    /// <summary>Width of the upright page.</summary>
    public double UprightWidth => IsSideways ? height : width;

    /// <summary>Height of the upright page.</summary>
    public double UprightHeight => IsSideways ? width : height;

    /// <summary>The turn of an upright page of this size, as <see cref="PageLayout"/> keeps it.</summary>
    public static PageTurn OfUpright(double angle, double width, double height) =>
        new PageTurn(angle, width, height) is { IsSideways: true } ? new(angle, height, width) : new(angle, width, height);

    /// <summary>The box around points of the displayed page (in its unit), in fractions of the upright page.</summary>
    public PageBox Upright(IEnumerable<(double X, double Y)> points)
    {
        var (s, c, w, h, uw, uh) = (sin, cos, width, height, UprightWidth, UprightHeight);
        return Around(points.Select(p => (((p.X - w / 2) * c + (p.Y - h / 2) * s) / uw + 0.5, ((p.Y - h / 2) * c - (p.X - w / 2) * s) / uh + 0.5)));
    }

    /// <summary>Where a box of the upright page lies on the displayed one, both in fractions.</summary>
    public PageBox OnPage(PageBox upright)
    {
        ArgumentNullException.ThrowIfNull(upright);
        if (sin == 0 && cos > 0) return upright;
        var (s, c, w, h, uw, uh) = (sin, cos, width, height, UprightWidth, UprightHeight);
        (double X, double Y)[] corners = [(upright.Left, upright.Top), (upright.Right, upright.Top), (upright.Right, upright.Bottom), (upright.Left, upright.Bottom)];
        return Around(corners.Select(p => (((p.X - 0.5) * uw * c - (p.Y - 0.5) * uh * s) / w + 0.5, ((p.X - 0.5) * uw * s + (p.Y - 0.5) * uh * c) / h + 0.5)));
    }

    private static PageBox Around(IEnumerable<(double X, double Y)> points)
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        foreach (var (x, y) in points)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        return new(left, top, right, bottom);
    }
}
