using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Lines;

namespace LearningSociety.Layout.Ink;

/// <summary>What the shape of a piece of ink tells about the pen that drew it.</summary>
/// <param name="Fill">Share of its box that is ink.</param>
/// <param name="Thickness">Mean thickness of its strokes, pixels.</param>
/// <param name="Length">Length of its strokes, pixels.</param>
/// <param name="Width">Of its box.</param>
/// <param name="Height">Of its box.</param>
/// <param name="Stray">How far its pixels are from the straight line that fits them best, pixels.</param>
/// <param name="AtSides">Share of its pixels that lie along the sides of its box.</param>
/// <param name="Printed">Share of its pixels that lie on words that were surely read.</param>
/// <param name="Roundness">Spread of its pixels' distances from their middle, as a share of the mean distance: small for a ring.</param>
internal sealed record StrokeShape(double Fill, double Thickness, double Length, int Width, int Height, double Stray, double AtSides, double Printed, double Roundness)
{
    /// <summary>A frame or a ring drawn around something, such as a stamp with a name.</summary>
    public bool IsFrame => AtSides > 0.75 || Roundness < 0.13;

    /// <summary>Whether its strokes are a pen's, inches: no thicker than a felt pen and long for their thickness.</summary>
    public bool IsThin(double dpi) => Thickness <= Math.Max(3.5, 0.07 * dpi) && Length >= 5 * Thickness;

    /// <summary>A staple, a fold of the paper, a rule: no stroke of a signature is that straight by itself.</summary>
    public bool IsStraight(double dpi) => Stray < Math.Max(1.3, 0.018 * dpi);

    /// <summary>Whether a hand can have drawn it: thin, bent, and no frame.</summary>
    public bool IsPen(double dpi) => IsThin(dpi) && !IsStraight(dpi) && !IsFrame;

    /// <summary>Print that runs together: a flat row of strokes as dense as letters.</summary>
    public bool IsLineOfPrint(double dpi) => Width > 4 * Height && Height < 0.3 * dpi && Length > 3.2 * Width;

    /// <summary>Measures a piece.</summary>
    /// <param name="map">The ink.</param>
    /// <param name="piece">One of its pieces.</param>
    /// <param name="printed">Where words are that were surely read.</param>
    public static StrokeShape Of(InkMap map, InkPiece piece, BinaryImage printed)
    {
        int left = (int)piece.Box.Left, top = (int)piece.Box.Top, right = (int)piece.Box.Right, bottom = (int)piece.Box.Bottom, width = right - left, height = bottom - top;
        double count = piece.Pixels, border = 0, sumX = 0, sumY = 0, sumXx = 0, sumYy = 0, sumXy = 0, sides = 0, onPrint = 0;
        var side = Math.Max(2, (int)(0.06 * Math.Min(width, height)));
        for (var y = top; y < bottom; y++)
        for (var x = left; x < right; x++)
        {
            if (!IsOwn(x, y)) continue;
            (sumX, sumY, sumXx, sumYy, sumXy) = (sumX + x, sumY + y, sumXx + (double)x * x, sumYy + (double)y * y, sumXy + (double)x * y);
            if (!IsOwn(x - 1, y) || !IsOwn(x + 1, y) || !IsOwn(x, y - 1) || !IsOwn(x, y + 1)) border++;
            if (x - left < side || right - 1 - x < side || y - top < side || bottom - 1 - y < side) sides++;
            onPrint += printed.Ink[y * map.Width + x];
        }

        double middleX = sumX / count, middleY = sumY / count, distance = 0, squares = 0;
        for (var y = top; y < bottom; y++)
        for (var x = left; x < right; x++)
        {
            if (!IsOwn(x, y)) continue;
            var square = (x - middleX) * (x - middleX) + (y - middleY) * (y - middleY);
            (distance, squares) = (distance + Math.Sqrt(square), squares + square);
        }

        double xx = sumXx / count - middleX * middleX, yy = sumYy / count - middleY * middleY, xy = sumXy / count - middleX * middleY;
        double mean = (xx + yy) / 2, apart = Math.Sqrt(Math.Max(0, (xx - yy) * (xx - yy) / 4 + xy * xy)), thickness = Math.Max(1, 2 * count / border);
        var roundness = distance == 0 ? 0 : Math.Sqrt(Math.Max(0, squares / count - distance / count * (distance / count))) / (distance / count);
        return new(count / (width * height), thickness, count / thickness, width, height, Math.Sqrt(Math.Max(0, mean - apart)), sides / count, onPrint / count, roundness);

        bool IsOwn(int x, int y) => (uint)x < (uint)map.Width && (uint)y < (uint)map.Height && map.Labels[y * map.Width + x] == piece.Id;
    }
}
