using LearningSociety.Layout.Native;

namespace LearningSociety.Layout.Imaging;

/// <summary>Evens out paper: shadows and grey backgrounds become white.</summary>
public static class Background
{
    /// <summary>What paper is mapped to.</summary>
    public const int Paper = 235;

    /// <summary>The picture with its background normalised; as it is when it has no background to speak of.</summary>
    public static GrayImage Normalised(GrayImage image)
    {
        using var pix = image.ToPix();
        using var flat = Leptonica.BackgroundNorm(pix, 0, 0, 16, 24, 70, 60, Paper, 3, 2);
        return flat.IsInvalid ? image : flat.ToGrey();
    }

    /// <summary>The level that parts ink and paper best (Otsu), 1 to 255.</summary>
    public static int OtsuLevel(GrayImage image)
    {
        Span<long> histogram = stackalloc long[256];
        foreach (var value in image.Pixels) histogram[value]++;
        double total = image.Pixels.Length, sum = 0, below = 0, sumBelow = 0, best = -1;
        for (var i = 0; i < 256; i++) sum += i * (double)histogram[i];
        var level = 128;
        for (var i = 0; i < 255; i++)
        {
            below += histogram[i];
            sumBelow += i * (double)histogram[i];
            if (below == 0 || below == total) continue;
            double meanBelow = sumBelow / below, meanAbove = (sum - sumBelow) / (total - below);
            var between = below * (total - below) * (meanAbove - meanBelow) * (meanAbove - meanBelow);
            if (between <= best) continue;
            best = between;
            level = i + 1;
        }

        return level;
    }
}
