namespace LearningSociety.Domain.Evidence;

/// <summary>
/// A rectangle on a page in fractions of the page's width and height, origin top left.
/// Values are clamped to 0..1 and ordered, so that a box is never inside out.
/// </summary>
public sealed record PageBox
{
    /// <summary>Creates a box from two opposite corners, in page fractions.</summary>
    public PageBox(double left, double top, double right, double bottom)
    {
        Left = Math.Clamp(Math.Min(left, right), 0, 1);
        Right = Math.Clamp(Math.Max(left, right), 0, 1);
        Top = Math.Clamp(Math.Min(top, bottom), 0, 1);
        Bottom = Math.Clamp(Math.Max(top, bottom), 0, 1);
    }

    /// <summary>Left edge, page fraction.</summary>
    public double Left { get; }

    /// <summary>Top edge, page fraction.</summary>
    public double Top { get; }

    /// <summary>Right edge, page fraction.</summary>
    public double Right { get; }

    /// <summary>Bottom edge, page fraction.</summary>
    public double Bottom { get; }

    /// <summary>Width, page fraction.</summary>
    public double Width => Right - Left;

    /// <summary>Height, page fraction.</summary>
    public double Height => Bottom - Top;

    /// <summary>Horizontal centre, page fraction.</summary>
    public double CentreX => (Left + Right) / 2;

    /// <summary>Vertical centre, page fraction.</summary>
    public double CentreY => (Top + Bottom) / 2;

    /// <summary>True when the point, in page fractions, lies in the box or on its edge.</summary>
    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    /// <summary>True when the boxes share more than an edge.</summary>
    public bool Overlaps(PageBox other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>The smallest box around both.</summary>
    public PageBox Union(PageBox other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
    }

    /// <summary>The smallest box around all; null for none.</summary>
    public static PageBox? Around(IEnumerable<PageBox> boxes) =>
        boxes.Aggregate((PageBox?)null, (sum, box) => sum is null ? box : sum.Union(box));
}
