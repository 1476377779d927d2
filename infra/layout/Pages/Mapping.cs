namespace LearningSociety.Layout.Pages;

/// <summary>
/// Maps points of one frame to another; mostly from the upright frame that was read (pixels) to the page as it is displayed (inches,
/// or pixels for images). A pixel at (x, y) covers the square from (x, y) to (x + 1, y + 1).
/// </summary>
public abstract record Mapping
{
    /// <summary>Where a point lies in the other frame.</summary>
    public abstract Point Map(Point p);

    /// <summary>This mapping first, then the other.</summary>
    public virtual Mapping Then(Mapping next) => new Chain(this, next);

    /// <summary>Maps a quad to the eight numbers of a polygon, rounded to a ten-thousandth of the unit.</summary>
    public double[] Polygon(Quad quad)
    {
        Point a = Map(quad.TopLeft), b = Map(quad.TopRight), c = Map(quad.BottomRight), d = Map(quad.BottomLeft);
        return [Short(a.X), Short(a.Y), Short(b.X), Short(b.Y), Short(c.X), Short(c.Y), Short(d.X), Short(d.Y)];
    }

    /// <summary>How far a level line through the point is turned clockwise in the other frame, degrees, more than -180 to 180.</summary>
    public double TurnAt(Point p)
    {
        Point left = Map(new(p.X - 50, p.Y)), right = Map(new(p.X + 50, p.Y));
        var degrees = Math.Atan2(right.Y - left.Y, right.X - left.X) * 180 / Math.PI;
        return degrees <= -180 ? degrees + 360 : degrees;
    }

    private static double Short(double value) => Math.Round(value, 4);

    private sealed record Chain(Mapping First, Mapping Second) : Mapping
    {
        public override Point Map(Point p) => Second.Map(First.Map(p));
    }
}

/// <summary>Keeps straight lines straight and parallel: x' = Xx·x + Xy·y + X0, y' = Yx·x + Yy·y + Y0.</summary>
public sealed record Affine(double Xx, double Xy, double X0, double Yx, double Yy, double Y0) : Mapping
{
    /// <summary>Changes nothing.</summary>
    public static Affine Same { get; } = Scale(1, 1);

    /// <summary>A plain scaling.</summary>
    public static Affine Scale(double x, double y) => new(x, 0, 0, 0, y, 0);

    /// <summary>From a picture turned clockwise by quarters (0 to 3) back to what it was, <paramref name="width"/> by <paramref name="height"/>.</summary>
    public static Affine Unquarter(int width, int height, int quarters) => quarters switch
    {
        1 => new(0, 1, 0, -1, 0, height),
        2 => new(-1, 0, width, 0, -1, height),
        3 => new(0, -1, width, 1, 0, 0),
        _ => Same,
    };

    /// <summary>From a frame turned clockwise by a small angle about the centres of both back to a frame, sizes in pixels.</summary>
    public static Affine Unturn(double degrees, int turnedWidth, int turnedHeight, int width, int height)
    {
        double radians = degrees * Math.PI / 180, cos = Math.Cos(radians), sin = Math.Sin(radians);
        double tx = turnedWidth / 2.0, ty = turnedHeight / 2.0;
        return new(cos, sin, width / 2.0 - cos * tx - sin * ty, -sin, cos, height / 2.0 + sin * tx - cos * ty);
    }

    /// <summary>The way back.</summary>
    public Affine Back()
    {
        var area = Xx * Yy - Xy * Yx;
        return new(Yy / area, -Xy / area, (Xy * Y0 - Yy * X0) / area, -Yx / area, Xx / area, (Yx * X0 - Xx * Y0) / area);
    }

    /// <inheritdoc/>
    public override Point Map(Point p) => new(Xx * p.X + Xy * p.Y + X0, Yx * p.X + Yy * p.Y + Y0);

    /// <inheritdoc/>
    public override Mapping Then(Mapping next) => next is not Affine n ? base.Then(next) : new Affine(
        n.Xx * Xx + n.Xy * Yx, n.Xx * Xy + n.Xy * Yy, n.Xx * X0 + n.Xy * Y0 + n.X0,
        n.Yx * Xx + n.Yy * Yx, n.Yx * Xy + n.Yy * Yy, n.Yx * X0 + n.Yy * Y0 + n.Y0);
}

/// <summary>
/// Keeps straight lines straight: what a camera does to a flat page.
/// x' = (Xx·x + Xy·y + X0) / (Wx·x + Wy·y + 1), y' = (Yx·x + Yy·y + Y0) / (Wx·x + Wy·y + 1).
/// </summary>
public sealed record Projective(double Xx, double Xy, double X0, double Yx, double Yy, double Y0, double Wx, double Wy) : Mapping
{
    /// <summary>Maps the rectangle from the origin to (width, height) onto a convex quad.</summary>
    public static Projective Onto(Quad quad, double width, double height)
    {
        Point a = quad.TopLeft, b = quad.TopRight, c = quad.BottomRight, d = quad.BottomLeft;
        double sx = a.X - b.X + c.X - d.X, sy = a.Y - b.Y + c.Y - d.Y;
        double bx = b.X - c.X, by = b.Y - c.Y, dx = d.X - c.X, dy = d.Y - c.Y, area = bx * dy - dx * by;
        double g = (sx * dy - dx * sy) / area, h = (bx * sy - sx * by) / area;
        return new(
            (b.X - a.X + g * b.X) / width, (d.X - a.X + h * d.X) / height, a.X,
            (b.Y - a.Y + g * b.Y) / width, (d.Y - a.Y + h * d.Y) / height, a.Y, g / width, h / height);
    }

    /// <inheritdoc/>
    public override Point Map(Point p)
    {
        var w = Wx * p.X + Wy * p.Y + 1;
        return new((Xx * p.X + Xy * p.Y + X0) / w, (Yx * p.X + Yy * p.Y + Y0) / w);
    }
}

/// <summary>
/// Moves every point a little, by a smooth field: straightens what is curved or leans on the page. The field is known at the corners
/// of square cells and is even between them.
/// </summary>
/// <param name="Columns">Corners in a row.</param>
/// <param name="Rows">Rows of corners.</param>
/// <param name="Cell">Side of a cell, pixels.</param>
/// <param name="Moves">How far the corners move, by rows, pixels.</param>
public sealed record Displacement(int Columns, int Rows, double Cell, IReadOnlyList<Point> Moves) : Mapping
{
    /// <inheritdoc/>
    public override Point Map(Point p)
    {
        double x = Math.Clamp(p.X / Cell, 0, Columns - 1.001), y = Math.Clamp(p.Y / Cell, 0, Rows - 1.001);
        int column = (int)x, row = (int)y, at = row * Columns + column;
        double right = x - column, below = y - row;
        Point a = Moves[at], b = Moves[at + 1], c = Moves[at + Columns], d = Moves[at + Columns + 1];
        return new(
            p.X + (a.X + (b.X - a.X) * right) * (1 - below) + (c.X + (d.X - c.X) * right) * below,
            p.Y + (a.Y + (b.Y - a.Y) * right) * (1 - below) + (c.Y + (d.Y - c.Y) * right) * below);
    }
}
