using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Analysis;

/// <summary>A scanned page as it is displayed, at the resolution it is worked on.</summary>
/// <param name="ForText">What text is read from: the page without the red ink of stamps.</param>
/// <param name="Colour">The same page small, about <see cref="ColourDpi"/>, for finding coloured ink; null for a grey page.</param>
/// <param name="Dpi">Pixels an inch of <paramref name="ForText"/>.</param>
public sealed record ScanPicture(GrayImage ForText, ColourImage? Colour, double Dpi)
{
    /// <summary>What seals are found at.</summary>
    public const double ColourDpi = 100;

    /// <summary>Below this, letters are too small to be recognised as they are.</summary>
    private const double Coarse = 170;

    /// <summary>Above this, a picture is only slower to read.</summary>
    private const double Fine = 280;

    /// <summary>Scanners work at multiples of this; what does not is likely a photo, on which the page is smaller than the picture.</summary>
    private const double ScannerStep = 50;

    /// <summary>What fine photos are brought to.</summary>
    private const double PhotoDpi = 250;

    /// <summary>What coarse and fine pictures are brought to.</summary>
    public const double WorkingDpi = 200;

    /// <summary>What is worked on is no larger, so that memory is bounded: 10 million pixels are more than an A3 sheet at 200 dpi.</summary>
    private const double MostPixels = 10e6;

    /// <summary>The resolution to work at for a picture of this resolution and size (inches).</summary>
    public static double Working(double dpi, double width, double height) => Bounded(
        dpi switch
        {
            < Coarse => WorkingDpi,
            <= Fine => dpi,
            _ => Math.Abs(dpi - ScannerStep * Math.Round(dpi / ScannerStep)) > 0.01 * dpi ? PhotoDpi : WorkingDpi,
        },
        width, height);

    /// <summary>The resolution, or less where the page is so large that its picture would be.</summary>
    public static double Bounded(double dpi, double width, double height) => Math.Min(dpi, Math.Floor(100 * Math.Sqrt(MostPixels / (width * height))) / 100);

    /// <summary>Takes a page from its rows.</summary>
    /// <param name="rows">The picture as it is stored.</param>
    /// <param name="shown">The part that is displayed, shares of the picture after its turn.</param>
    /// <param name="quarters">Clockwise quarter turns for display.</param>
    /// <param name="width">Width of the displayed part, inches.</param>
    /// <param name="height">Its height, inches.</param>
    /// <param name="working">The resolution to bring it to; null for the best one for recognition.</param>
    /// <returns>Null when the rows end early.</returns>
    public static ScanPicture? Of(IPixelRows rows, Rect shown, int quarters, double width, double height, double? working = null)
    {
        var stored = Unturned(shown, quarters);
        if (quarters % 2 != 0) (width, height) = (height, width);
        int left = Cut(stored.Left, rows.Width), top = Cut(stored.Top, rows.Height);
        int across = Math.Max(1, Cut(stored.Right, rows.Width) - left), down = Math.Max(1, Cut(stored.Bottom, rows.Height) - top);
        double finer = Math.Max(across / width, down / height), coarser = Math.Min(across / width, down / height);
        // A fax has rows twice as far apart as its columns.
        var dpi = working ?? Working(finer, width, height);
        // A renderer rounds the page up to whole pixels; squeezing it by less than one would blur every thin line.
        var asDrawn = Math.Abs(across - width * dpi) < 1 && Math.Abs(down - height * dpi) < 1;
        var even = asDrawn || (finer / coarser <= 1.05 && dpi == finer);
        int wide = even ? across : Math.Max(1, (int)Math.Round(width * dpi)), high = even ? down : Math.Max(1, (int)Math.Round(height * dpi));
        // Colour is made smaller by a whole factor, which is fast.
        var factor = Math.Max(1, (int)Math.Round(finer / ColourDpi));
        if (Read(rows, left, top, across, down, Math.Min(wide, across), Math.Min(high, down), factor) is not var (text, colour)) return null;
        if (text.Width < wide || text.Height < high) text = Enlarge.To(text, wide, high);
        GrayImage Turned(GrayImage image) => QuarterTurn.Of(image, quarters);
        return new(Turned(text), colour is [var red, var green, var blue] ? ColourImage.Of(Turned(red), Turned(green), Turned(blue)) : null, dpi);
    }

    private static (GrayImage Text, GrayImage[]? Colour)? Read(IPixelRows rows, int left, int top, int across, int down, int wide, int high, int factor)
    {
        var text = new AreaReducer(across, down, wide, high);
        int smallWide = Math.Max(1, across / factor), smallHigh = Math.Max(1, down / factor);
        int usedWide = Math.Min(across, smallWide * factor), usedHigh = Math.Min(down, smallHigh * factor);
        var reds = rows.HasColour ? new AreaReducer(usedWide, usedHigh, smallWide, smallHigh) : null;
        (AreaReducer Green, AreaReducer Blue)? others = null;
        var plain = new byte[across];
        byte[] red = new byte[rows.Width], green = new byte[rows.Width], blue = new byte[rows.Width];
        for (var y = 0; y < top + down; y++)
        {
            if (!rows.Next(red, green, blue)) return null;
            if (y < top) continue;
            var isGrey = !rows.HasColour || (red.AsSpan().SequenceEqual(green) && red.AsSpan().SequenceEqual(blue));
            text.Add(isGrey ? red.AsSpan(left, across) : StampInk.Without(red.AsSpan(left, across), green.AsSpan(left, across), blue.AsSpan(left, across), plain));
            if (reds is null || y - top >= usedHigh) continue;
            // As long as all rows were grey, the three channels are one.
            if (others is null && !isGrey) others = (reds.Copy(), reds.Copy());
            reds.Add(red.AsSpan(left, usedWide));
            others?.Green.Add(green.AsSpan(left, usedWide));
            others?.Blue.Add(blue.AsSpan(left, usedWide));
        }

        return (text.Picture, others is var (greens, blues) ? [reds!.Picture, greens.Picture, blues.Picture] : null);
    }

    private static int Cut(double share, int pixels) => Math.Clamp((int)Math.Round(share * pixels), 0, pixels);

    /// <summary>A part of the turned picture as a part of the picture before its turn.</summary>
    private static Rect Unturned(Rect shown, int quarters) => quarters switch
    {
        1 => new(shown.Top, 1 - shown.Right, shown.Bottom, 1 - shown.Left),
        2 => new(1 - shown.Right, 1 - shown.Bottom, 1 - shown.Left, 1 - shown.Top),
        3 => new(1 - shown.Bottom, shown.Left, 1 - shown.Top, shown.Right),
        _ => shown,
    };
}
