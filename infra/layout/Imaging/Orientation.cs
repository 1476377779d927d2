namespace LearningSociety.Layout.Imaging;

/// <summary>Whether lines of text run down the page instead of across.</summary>
public static class Orientation
{
    /// <summary>True when the ink changes more from column to column than from row to row: text lines stand upright.</summary>
    public static bool IsSideways(BinaryImage image)
    {
        var rows = new int[image.Height];
        var columns = new int[image.Width];
        for (var y = 0; y < image.Height; y++)
        for (var x = 0; x < image.Width; x++)
        {
            if (image.Ink[y * image.Width + x] == 0) continue;
            rows[y]++;
            columns[x]++;
        }

        return Roughness(columns) > 1.3 * Roughness(rows);
    }

    /// <summary>How much neighbouring sums differ, against what there is: high across text lines, low along them. Single peaks (rules) count little.</summary>
    private static double Roughness(int[] sums)
    {
        double changes = 0, total = 0;
        for (var i = 1; i < sums.Length; i++)
        {
            changes += Math.Sqrt(Math.Abs(sums[i] - sums[i - 1]));
            total += Math.Sqrt(sums[i]);
        }

        return total == 0 ? 0 : changes / total;
    }
}
