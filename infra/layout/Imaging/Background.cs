namespace LearningSociety.Layout.Imaging;

/// <summary>Ink and paper on a page whose light is even.</summary>
public static class Background
{
    /// <summary>What paper is mapped to (<see cref="PaperLight"/>).</summary>
    public const int Paper = 235;

    /// <summary>What is darker is ink in a cleaned picture.</summary>
    public const int CleanInk = 128;

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

    /// <summary>The level that parts ink and paper best (Otsu), 1 to 255.</summary>
    public static int OtsuLevel(GrayImage image)
    {
        // Two counts take turns: neighbours are mostly alike, and one count would wait for itself.
        Span<int> histogram = stackalloc int[256], second = stackalloc int[256];
        var pixels = image.Pixels;
        for (var i = 0; i + 1 < pixels.Length; i += 2)
        {
            histogram[pixels[i]]++;
            second[pixels[i + 1]]++;
        }

        if (pixels.Length % 2 != 0) histogram[pixels[^1]]++;
        for (var i = 0; i < 256; i++) histogram[i] += second[i];
        double total = image.Pixels.Length, sum = 0, below = 0, sumBelow = 0, best = -1;
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
