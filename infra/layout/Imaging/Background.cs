namespace LearningSociety.Layout.Imaging;

/// <summary>Ink and paper on a page whose light is even.</summary>
public static class Background
{
    /// <summary>What paper is mapped to (<see cref="PaperLight"/>).</summary>
    public const int Paper = 235;

    /// <summary>What is darker is ink in a cleaned picture.</summary>
    public const int CleanInk = 128;

    /// <summary>A level less far from paper than so many times its grain lies within the grain.</summary>
    private const double InGrain = 1.5;

    /// <summary>The picture with the grain of the paper made white and the contrast of ink kept.</summary>
    /// <param name="image">Background normalised.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    public static GrayImage Cleaned(GrayImage image, int inkLevel)
    {
        double white = inkLevel + 0.5 * (Paper - inkLevel), black = 0.3 * inkLevel;
        var map = new byte[256];
        for (var i = 0; i < 256; i++) map[i] = (byte)Math.Clamp(i <= inkLevel
            ? (i - black) / (inkLevel - black) * CleanInk
            : CleanInk + (i - inkLevel) / (white - inkLevel) * (255 - CleanInk), 0, 255);
        var pixels = new byte[image.Pixels.Length];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = map[image.Pixels[i]];
        return image with { Pixels = pixels };
    }

    /// <summary>
    /// The level below which there is ink on a page with even light. Where there is hardly any, the level that parts best parts the grain of
    /// the paper: then it lies in the middle between paper and the darkest.
    /// </summary>
    /// <param name="image">Background normalised.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static int InkLevel(GrayImage image, double dpi)
    {
        var level = OtsuLevel(image.Pixels);
        return level <= Paper - (InGrain * (255 - Paper)) || level <= Paper - (InGrain * Grain(image)) ? level : Math.Min(level, (Darkest(image, dpi) + Paper) / 2);
    }

    /// <summary>The light of the darkest pixels, as many as a few letters have.</summary>
    public static int Darkest(GrayImage image, double dpi)
    {
        Span<int> seen = stackalloc int[256];
        foreach (var value in image.Pixels) seen[value]++;
        int count = 0, enough = (int)(0.004 * dpi * dpi);
        for (var i = 0; i < 256; i++)
            if ((count += seen[i]) > enough) return i;
        return 255;
    }

    /// <summary>How far, on the whole, pixels of paper are off the paper's light: those that are lighter tell, as no ink is among them.</summary>
    private static double Grain(GrayImage image)
    {
        double count = 0, squares = 0;
        foreach (var value in image.Pixels)
        {
            if (value <= Paper) continue;
            count++;
            squares += (value - Paper) * (value - Paper);
        }

        return count == 0 ? 0 : Math.Sqrt(squares / count);
    }

    /// <summary>The level that parts ink and paper best (Otsu), 1 to 255.</summary>
    public static int OtsuLevel(ReadOnlySpan<byte> pixels)
    {
        // Two counts take turns: neighbours are mostly alike, and one count would wait for itself.
        Span<int> histogram = stackalloc int[256], second = stackalloc int[256];
        for (var i = 0; i + 1 < pixels.Length; i += 2)
        {
            histogram[pixels[i]]++;
            second[pixels[i + 1]]++;
        }

        if (pixels.Length % 2 != 0) histogram[pixels[^1]]++;
        for (var i = 0; i < 256; i++) histogram[i] += second[i];
        double total = pixels.Length, sum = 0, below = 0, sumBelow = 0, best = -1;
        for (var i = 0; i < 256; i++) sum += i * (double)histogram[i];
        int first = 127, last = 127;
        for (var i = 0; i < 255; i++)
        {
            below += histogram[i];
            sumBelow += i * (double)histogram[i];
            if (below == 0 || below == total) continue;
            double meanBelow = sumBelow / below, meanAbove = (sum - sumBelow) / (total - below);
            var between = below * (total - below) * (meanAbove - meanBelow) * (meanAbove - meanBelow);
            if (between > best) (best, first) = (between, i);
            if (between >= best) last = i;
        }

        // Where nothing lies between ink and paper, as on a fax, all levels between part them alike.
        return (first + last) / 2 + 1;
    }
}
