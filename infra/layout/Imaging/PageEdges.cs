namespace LearningSociety.Layout.Imaging;

/// <summary>Finds what is dark on a picture and is not the page's: the scanner's bed around the sheet, its edges, punch holes.</summary>
public static class PageEdges
{
    /// <summary>Darker than this share of the page's paper, a broad area is no paper.</summary>
    private const double Dark = 0.4;

    /// <summary>How far in from the edge of the picture thin dark lines belong to the edge, inches.</summary>
    private const double Rim = 0.12;

    /// <summary>Darker than this share of the paper is what a sheet lies on, and so far in it may still be seen, inches.</summary>
    private const double Desk = 0.8, DeskRim = 0.35;

    /// <summary>A sheet's very edge is never print, inches.</summary>
    private const double CutRim = 0.04;

    /// <summary>How far in from the edge of the picture punch holes are looked for, inches.</summary>
    private const double HoleMargin = 0.9;

    /// <summary>Marks what is not the page's, in the size of the small picture; null when there is none.</summary>
    /// <param name="light">The page's light.</param>
    /// <param name="even">Its small picture made even.</param>
    /// <param name="cut">Whether the sheet was cut out of a picture: then at its curved sides some of what it lies on is left.</param>
    public static BinaryImage? Of(PaperLight light, GrayImage even, bool cut)
    {
        var bed = light.Paper.Darker((int)(Dark * light.Level));
        var taken = Flood(bed, Math.Max(bed.Width, bed.Height));
        var ink = even.Darker((int)(0.75 * Background.Paper));
        var rim = Flood(ink, Math.Max(1, (int)(Rim * light.Dpi)));
        var desk = cut ? Flood(light.Small.Darker((int)(Desk * light.Level)), (int)(DeskRim * light.Dpi)) : rim;
        for (var i = 0; i < taken.Length; i++) taken[i] |= (byte)(rim[i] | desk[i]);
        if (cut) Frame(taken, bed.Width, bed.Height, Math.Max(1, (int)(CutRim * light.Dpi)));
        if (bed.Ink.AsSpan().Contains((byte)1))
            foreach (var hole in Components.Of(bed).Where(c => IsHole(c, bed, light.Dpi))) Fill(taken, bed, hole);

        var count = taken.AsSpan().Count((byte)1);
        if (count == 0 || count > 0.6 * taken.Length) return null;
        return Grown(bed with { Ink = taken }, Math.Max(1, (int)Math.Round(0.025 * light.Dpi)));
    }

    private static void Frame(byte[] taken, int width, int height, int rim)
    {
        for (var y = 0; y < height; y++)
        {
            var row = taken.AsSpan(y * width, width);
            if (y < rim || y >= height - rim) row.Fill(1);
            row[..rim].Fill(1);
            row[^rim..].Fill(1);
        }
    }

    private static bool IsHole(Component piece, BinaryImage image, double dpi)
    {
        double large = Math.Max(piece.Width, piece.Height), small = Math.Min(piece.Width, piece.Height);
        return small >= 0.14 * dpi && large <= 0.4 * dpi && large <= 1.35 * small && piece.Pixels >= 0.6 * piece.Width * piece.Height
            && (Math.Min(piece.CentreX, image.Width - piece.CentreX) < HoleMargin * dpi || Math.Min(piece.CentreY, image.Height - piece.CentreY) < HoleMargin * dpi);
    }

    /// <summary>A hole is seen a little too small: its round sides are lost among the strokes that are too thin for a hole.</summary>
    private static void Fill(byte[] taken, BinaryImage image, Component hole)
    {
        var more = hole.Width / 4;
        int left = Math.Max(0, hole.Left - more), right = Math.Min(image.Width, hole.Right + more);
        for (var y = Math.Max(0, hole.Top - more); y < Math.Min(image.Height, hole.Bottom + more); y++)
            taken.AsSpan(y * image.Width + left, right - left).Fill(1);
    }

    /// <summary>The ink that hangs together with the edge of the picture, no farther in than so many pixels.</summary>
    private static byte[] Flood(BinaryImage image, int farthest)
    {
        int width = image.Width, height = image.Height;
        var taken = new byte[image.Ink.Length];
        var open = new Stack<int>();
        for (var x = 0; x < width; x++)
        {
            Take(x, 0);
            Take(x, height - 1);
        }

        for (var y = 0; y < height; y++)
        {
            Take(0, y);
            Take(width - 1, y);
        }

        while (open.TryPop(out var at))
        {
            int x = at % width, y = at / width;
            if (x > 0) Take(x - 1, y);
            if (x < width - 1) Take(x + 1, y);
            if (y > 0) Take(x, y - 1);
            if (y < height - 1) Take(x, y + 1);
        }

        return taken;

        void Take(int x, int y)
        {
            var at = y * width + x;
            if (image.Ink[at] == 0 || taken[at] != 0) return;
            if (Math.Min(Math.Min(x, width - 1 - x), Math.Min(y, height - 1 - y)) >= farthest) return;
            taken[at] = 1;
            open.Push(at);
        }
    }

    private static BinaryImage Grown(BinaryImage image, int reach)
    {
        var grown = Surround.Lightest(new(image.Width, image.Height, image.Ink), reach);
        return image with { Ink = grown.Pixels };
    }
}
