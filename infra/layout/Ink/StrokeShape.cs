using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Ink;

/// <summary>What the shape of a piece of ink tells about the pen that drew it.</summary>
/// <param name="Fill">Share of its box that is ink.</param>
/// <param name="Thickness">Mean thickness of its strokes, pixels.</param>
/// <param name="Length">Length of its strokes, pixels.</param>
/// <param name="Width">Of its box.</param>
/// <param name="Height">Of its box.</param>
/// <param name="Stray">How far its pixels are from the straight line that fits them best, pixels.</param>
/// <param name="AtSides">Share of its pixels that lie along the sides of its box.</param>
/// <param name="Roundness">Spread of its pixels' distances from their middle, as a share of the mean distance: small for a ring.</param>
internal sealed record StrokeShape(double Fill, double Thickness, double Length, int Width, int Height, double Stray, double AtSides, double Roundness)
{
    /// <summary>A frame or a ring drawn around something, such as a stamp with a name.</summary>
    public bool IsFrame => AtSides > 0.75 || Roundness < 0.13;

    /// <summary>Whether its strokes are a pen's, inches: no thicker than a felt pen and long for their thickness.</summary>
    public bool IsThin(double dpi) => Thickness <= Math.Max(3.5, 0.07 * dpi) && Length >= 5 * Thickness;

    /// <summary>A staple, a fold of the paper, a rule: no stroke of a signature is that straight by itself.</summary>
    public bool IsStraight(double dpi) => Stray < Math.Max(1.3, 0.018 * dpi);

    /// <summary>Print that runs together: a flat row of strokes as dense as letters.</summary>
    public bool IsLineOfPrint(double dpi) => Width > 4 * Height && Height < 0.3 * dpi && Length > 3.2 * Width;

    /// <summary>Measures a piece; other ink within its box is taken as its own.</summary>
    public static StrokeShape Of(BinaryImage image, Component piece)
    {
        double count = 0, border = 0, sumX = 0, sumY = 0, sumXx = 0, sumYy = 0, sumXy = 0, sides = 0;
        int side = Math.Max(2, (int)(0.06 * Math.Min(piece.Width, piece.Height)));
        for (var y = piece.Top; y < piece.Bottom; y++)
        for (var x = piece.Left; x < piece.Right; x++)
        {
            if (image.Ink[y * image.Width + x] == 0) continue;
            count++;
            (sumX, sumY, sumXx, sumYy, sumXy) = (sumX + x, sumY + y, sumXx + (double)x * x, sumYy + (double)y * y, sumXy + (double)x * y);
            if (IsPaper(x - 1, y) || IsPaper(x + 1, y) || IsPaper(x, y - 1) || IsPaper(x, y + 1)) border++;
            if (x - piece.Left < side || piece.Right - 1 - x < side || y - piece.Top < side || piece.Bottom - 1 - y < side) sides++;
        }

        double xx = sumXx / count - sumX / count * (sumX / count), yy = sumYy / count - sumY / count * (sumY / count), xy = sumXy / count - sumX / count * (sumY / count);
        double mean = (xx + yy) / 2, apart = Math.Sqrt(Math.Max(0, (xx - yy) * (xx - yy) / 4 + xy * xy)), thickness = Math.Max(1, 2 * count / border);
        double distance = 0, squares = 0;
        for (var y = piece.Top; y < piece.Bottom; y++)
        for (var x = piece.Left; x < piece.Right; x++)
        {
            if (image.Ink[y * image.Width + x] == 0) continue;
            var square = (x - sumX / count) * (x - sumX / count) + (y - sumY / count) * (y - sumY / count);
            (distance, squares) = (distance + Math.Sqrt(square), squares + square);
        }

        var roundness = distance == 0 ? 0 : Math.Sqrt(Math.Max(0, squares / count - distance / count * (distance / count))) / (distance / count);
        return new(count / (piece.Width * piece.Height), thickness, count / thickness, piece.Width, piece.Height, Math.Sqrt(Math.Max(0, mean - apart)), sides / count, roundness);

        bool IsPaper(int x, int y) => (uint)x >= (uint)image.Width || (uint)y >= (uint)image.Height || image.Ink[y * image.Width + x] == 0;
    }
}
