using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Analysis;

/// <summary>A scanned page as it is displayed, at the resolution it is worked on.</summary>
/// <param name="ForText">What text is read from: the red channel, in which red stamps vanish.</param>
/// <param name="Colour">The same page small, about <see cref="ColourDpi"/>, for finding coloured ink; null for a grey page.</param>
/// <param name="Dpi">Pixels an inch of <paramref name="ForText"/>.</param>
public sealed record ScanPicture(GrayImage ForText, ColourImage? Colour, double Dpi)
{
    /// <summary>What seals are found at.</summary>
    public const double ColourDpi = 100;

    /// <summary>Below this, letters are too small to be recognised as they are.</summary>
    private const double Coarse = 170;

    /// <summary>Above this, a picture is only slower to read.</summary>
    private const double Fine = 250;

    /// <summary>What coarse and fine pictures are brought to.</summary>
    public const double WorkingDpi = 200;

    /// <summary>The resolution to work at for a picture of this resolution.</summary>
    public static double Working(double dpi) => dpi is < Coarse or > Fine ? WorkingDpi : dpi;

    /// <summary>Takes a page from its rows.</summary>
    /// <param name="rows">The picture as it is stored.</param>
    /// <param name="shown">The part that is displayed, shares of the picture after its turn.</param>
    /// <param name="quarters">Clockwise quarter turns for display.</param>
    /// <param name="width">Width of the displayed part, inches.</param>
    /// <param name="height">Its height, inches.</param>
    /// <returns>Null when the rows end early.</returns>
    public static ScanPicture? Of(IPixelRows rows, Rect shown, int quarters, double width, double height)
    {
        var stored = Unturned(shown, quarters);
        if (quarters % 2 != 0) (width, height) = (height, width);
        int left = Cut(stored.Left, rows.Width), top = Cut(stored.Top, rows.Height);
        int across = Math.Max(1, Cut(stored.Right, rows.Width) - left), down = Math.Max(1, Cut(stored.Bottom, rows.Height) - top);
        double finer = Math.Max(across / width, down / height), coarser = Math.Min(across / width, down / height);
        // A fax has rows twice as far apart as its columns.
        var dpi = Working(finer);
        var even = finer / coarser <= 1.05 && dpi == finer;
        int wide = even ? across : Math.Max(1, (int)Math.Round(width * dpi)), high = even ? down : Math.Max(1, (int)Math.Round(height * dpi));
        if (Read(rows, left, top, across, down, Math.Min(wide, across), Math.Min(high, down), ColourDpi / dpi * wide, ColourDpi / dpi * high) is not var (text, colour)) return null;
        if (text.Width < wide || text.Height < high) text = Enlarge.To(text, wide, high);
        GrayImage Turned(GrayImage image) => QuarterTurn.Of(image, quarters);
        return new(Turned(text), colour is [var red, var green, var blue] ? ColourImage.Of(Turned(red), Turned(green), Turned(blue)) : null, dpi);
    }

    private static (GrayImage Text, GrayImage[] Colour)? Read(
        IPixelRows rows, int left, int top, int across, int down, int wide, int high, double colourWide, double colourHigh)
    {
        var text = new AreaReducer(across, down, wide, high);
        int smallWide = Math.Clamp((int)Math.Round(colourWide), 1, across), smallHigh = Math.Clamp((int)Math.Round(colourHigh), 1, down);
        var small = rows.HasColour ? new[] { 0, 1, 2 }.Select(_ => new AreaReducer(across, down, smallWide, smallHigh)).ToArray() : [];
        byte[] red = new byte[rows.Width], green = new byte[rows.Width], blue = new byte[rows.Width];
        for (var y = 0; y < top + down; y++)
        {
            if (!rows.Next(red, green, blue)) return null;
            if (y < top) continue;
            text.Add(red.AsSpan(left, across));
            if (small.Length == 0) continue;
            small[0].Add(red.AsSpan(left, across));
            small[1].Add(green.AsSpan(left, across));
            small[2].Add(blue.AsSpan(left, across));
        }

        return (text.Picture, [.. small.Select(s => s.Picture)]);
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
