namespace LearningSociety.Layout.Imaging;

/// <summary>Whether lines of text run down the page instead of across.</summary>
public static class Orientation
{
    /// <summary>True when the ink changes more from column to column than from row to row: text lines stand upright.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static bool IsSideways(BinaryImage image, double dpi)
    {
        // Ruling lines say nothing about the text: what runs on for longer than a letter, either way, is left out.
        var longest = Math.Max(8, (int)(0.3 * dpi));
        var across = LongRuns(image, longest);
        var turned = image.Transposed();
        var down = LongRuns(turned, longest);
        var rows = new int[image.Height];
        var columns = new int[image.Width];
        for (var y = 0; y < image.Height; y++)
        for (var x = 0; x < image.Width; x++)
        {
            var at = y * image.Width + x;
            if (image.Ink[at] == 0 || across[at] || down[x * image.Height + y]) continue;
            rows[y]++;
            columns[x]++;
        }

        return Roughness(columns) > 1.3 * Roughness(rows);
    }

    private static bool[] LongRuns(BinaryImage image, int longest)
    {
        var marked = new bool[image.Ink.Length];
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Ink.AsSpan(y * image.Width, image.Width);
            for (var x = 0; x < row.Length;)
            {
                var start = row[x..].IndexOf((byte)1);
                if (start < 0) break;
                start += x;
                var end = row[start..].IndexOf((byte)0);
                end = end < 0 ? row.Length : start + end;
                if (end - start > longest) marked.AsSpan(y * image.Width + start, end - start).Fill(true);
                x = end;
            }
        }

        return marked;
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
