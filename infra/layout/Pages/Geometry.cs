namespace LearningSociety.Layout.Pages;

/// <summary>A point, in the unit of the frame it belongs to.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>An upright rectangle, in the unit of the frame it belongs to.</summary>
public readonly record struct Rect(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Width; never negative for a rectangle made by this program.</summary>
    public double Width => Right - Left;

    /// <summary>Height.</summary>
    public double Height => Bottom - Top;

    /// <summary>Horizontal centre.</summary>
    public double CentreX => (Left + Right) / 2;

    /// <summary>Vertical centre.</summary>
    public double CentreY => (Top + Bottom) / 2;

    /// <summary>Its middle.</summary>
    public Point Centre => new(CentreX, CentreY);

    /// <summary>True when the point lies in the rectangle or on its edge.</summary>
    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;

    /// <summary>The smallest rectangle around both.</summary>
    public Rect Union(Rect other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>The rectangle grown by a margin on every side; a negative margin shrinks it.</summary>
    public Rect Grow(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);

    /// <summary>The rectangle in a frame that many times as large.</summary>
    public Rect Times(double factor) => new(factor * Left, factor * Top, factor * Right, factor * Bottom);

    /// <summary>The rectangle moved.</summary>
    public Rect Move(double x, double y) => new(Left + x, Top + y, Right + x, Bottom + y);

    /// <summary>What it shares with another rectangle; of no width or height when they are apart.</summary>
    public Rect Shared(Rect other)
    {
        double left = Math.Max(Left, other.Left), top = Math.Max(Top, other.Top);
        return new(left, top, Math.Max(left, Math.Min(Right, other.Right)), Math.Max(top, Math.Min(Bottom, other.Bottom)));
    }

    /// <summary>The shared area with another rectangle; 0 when they are apart.</summary>
    public double SharedArea(Rect other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
}

/// <summary>A four-cornered shape: top left, top right, bottom right, bottom left as seen upright.</summary>
public readonly record struct Quad(Point TopLeft, Point TopRight, Point BottomRight, Point BottomLeft)
{
    /// <summary>The quad of an upright rectangle.</summary>
    public static Quad Of(Rect box) =>
        new(new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom));

    /// <summary>The smallest upright rectangle around the quad.</summary>
    public Rect Bounds => new(
        Math.Min(Math.Min(TopLeft.X, TopRight.X), Math.Min(BottomLeft.X, BottomRight.X)),
        Math.Min(Math.Min(TopLeft.Y, TopRight.Y), Math.Min(BottomLeft.Y, BottomRight.Y)),
        Math.Max(Math.Max(TopLeft.X, TopRight.X), Math.Max(BottomLeft.X, BottomRight.X)),
        Math.Max(Math.Max(TopLeft.Y, TopRight.Y), Math.Max(BottomLeft.Y, BottomRight.Y)));

    /// <summary>True when the point lies inside a convex quad or on its edge.</summary>
    public bool Contains(Point p) =>
        Side(TopLeft, TopRight, p) >= 0 && Side(TopRight, BottomRight, p) >= 0
        && Side(BottomRight, BottomLeft, p) >= 0 && Side(BottomLeft, TopLeft, p) >= 0;

    private static double Side(Point a, Point b, Point p) => (b.X - a.X) * (p.Y - a.Y) - (b.Y - a.Y) * (p.X - a.X);
}
