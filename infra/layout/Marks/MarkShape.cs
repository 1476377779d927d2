using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Marks;

/// <summary>Tells the marks people tick with (x, +, ✓) from characters by their shape, where recognition is of no use.</summary>
public static class MarkShape
{
    private const int Side = 15;

    /// <summary>True when the ink in the box is a cross, an upright cross or a tick.</summary>
    public static bool IsMark(GrayImage image, Rect box, int inkLevel)
    {
        double ratio = box.Width / Math.Max(1, box.Height);
        if (ratio is < 0.5 or > 2) return false;
        var cells = Reduced(image, box, inkLevel);
        return IsCross(cells) || IsPlus(cells) || IsTick(cells);
    }

    /// <summary>True when the picture, a piece of ink alone, is a cross, an upright cross or a tick.</summary>
    public static bool IsMark(BinaryImage piece) =>
        IsMark(new(piece.Width, piece.Height, Array.ConvertAll(piece.Ink, i => i == 0 ? byte.MaxValue : (byte)0)), new(1, 1, piece.Width - 1, piece.Height - 1), 128);

    /// <summary>The share of ink in each of 15 by 15 places of the box.</summary>
    private static double[,] Reduced(GrayImage image, Rect box, int inkLevel)
    {
        var cells = new double[Side, Side];
        for (var row = 0; row < Side; row++)
        for (var column = 0; column < Side; column++)
        {
            int left = (int)(box.Left + box.Width * column / Side), right = Math.Max(left + 1, (int)(box.Left + box.Width * (column + 1) / Side));
            int top = (int)(box.Top + box.Height * row / Side), bottom = Math.Max(top + 1, (int)(box.Top + box.Height * (row + 1) / Side));
            int ink = 0, all = 0;
            for (var y = top; y < Math.Min(bottom, image.Height); y++)
            for (var x = left; x < Math.Min(right, image.Width); x++)
            {
                all++;
                if (image.Pixels[y * image.Width + x] < inkLevel) ink++;
            }

            cells[row, column] = all == 0 ? 0 : (double)ink / all;
        }

        return cells;
    }

    private static double Share(double[,] cells, Func<double, double, bool> within)
    {
        double inside = 0, all = 0;
        for (var row = 0; row < Side; row++)
        for (var column = 0; column < Side; column++)
        {
            all += cells[row, column];
            if (within((column + 0.5) / Side, (row + 0.5) / Side)) inside += cells[row, column];
        }

        return all == 0 ? 0 : inside / all;
    }

    private static bool IsPlus(double[,] cells)
    {
        const double Arm = 0.17;
        return Share(cells, (x, y) => Math.Abs(x - 0.5) < Arm || Math.Abs(y - 0.5) < Arm) > 0.9
            && Share(cells, (x, y) => x < 0.3 && Math.Abs(y - 0.5) < Arm) > 0.08
            && Share(cells, (x, y) => x > 0.7 && Math.Abs(y - 0.5) < Arm) > 0.08
            && Share(cells, (x, y) => y < 0.3 && Math.Abs(x - 0.5) < Arm) > 0.08
            && Share(cells, (x, y) => y > 0.7 && Math.Abs(x - 0.5) < Arm) > 0.08;
    }

    private static bool IsCross(double[,] cells)
    {
        const double Arm = 0.22;
        return Share(cells, (x, y) => Math.Abs(x - y) < Arm || Math.Abs(x + y - 1) < Arm) > 0.9
            && Share(cells, (x, y) => y < 0.2 && Math.Abs(x - 0.5) < 0.12) < 0.02
            && Share(cells, (x, y) => y > 0.8 && Math.Abs(x - 0.5) < 0.12) < 0.02
            && Share(cells, (x, y) => x < 0.2 && Math.Abs(y - 0.5) < 0.12) < 0.02
            && Share(cells, (x, y) => x > 0.8 && Math.Abs(y - 0.5) < 0.12) < 0.02
            && Share(cells, (x, y) => x < 0.4 && y < 0.4) > 0.08 && Share(cells, (x, y) => x > 0.6 && y < 0.4) > 0.08
            && Share(cells, (x, y) => x < 0.4 && y > 0.6) > 0.08 && Share(cells, (x, y) => x > 0.6 && y > 0.6) > 0.08;
    }

    /// <summary>A short stroke down to the right, then a longer one up to the right; nothing above the corner and below the long stroke.</summary>
    private static bool IsTick(double[,] cells) =>
        Share(cells, (x, y) => x + y > 1.35) < 0.06
        && Share(cells, (x, y) => y < 0.25 && x < 0.55) < 0.03
        && Share(cells, (x, y) => x > 0.75 && y < 0.3) > 0.08
        && Share(cells, (x, y) => x < 0.25 && y is > 0.3 and < 0.8) > 0.05
        && Share(cells, (x, y) => y > 0.8 && x is > 0.1 and < 0.6) > 0.08;
}
