namespace LearningSociety.Generator.Scanning;

/// <summary>How a rectangle looks from an angle.</summary>
public static class Perspective
{
    /// <summary>Maps a point of the picture to the page's unit square.</summary>
    /// <param name="corners">Where the page's corners are seen: top left, top right, bottom right, bottom left.</param>
    public static Func<double, double, (double U, double V)> ToUnitSquare((double X, double Y)[] corners)
    {
        var (x0, y0) = corners[0];
        var (x1, y1) = corners[1];
        var (x2, y2) = corners[2];
        var (x3, y3) = corners[3];
        double dx1 = x1 - x2, dx2 = x3 - x2, sx = x0 - x1 + x2 - x3, dy1 = y1 - y2, dy2 = y3 - y2, sy = y0 - y1 + y2 - y3;
        double det = dx1 * dy2 - dx2 * dy1, g = (sx * dy2 - dx2 * sy) / det, h = (dx1 * sy - sx * dy1) / det;
        double a = x1 - x0 + g * x1, b = x3 - x0 + h * x3, c = x0, d = y1 - y0 + g * y1, e = y3 - y0 + h * y3, f = y0;
        // The inverse of the matrix (a b c; d e f; g h 1), but for a factor that falls out.
        double ia = e - f * h, ib = c * h - b, ic = b * f - c * e, id = f * g - d, ie = a - c * g, jf = c * d - a * f, ig = d * h - e * g, ih = b * g - a * h, ii = a * e - b * d;
        return (x, y) =>
        {
            var w = ig * x + ih * y + ii;
            return ((ia * x + ib * y + ic) / w, (id * x + ie * y + jf) / w);
        };
    }
}
