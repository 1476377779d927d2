using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Lines;

/// <summary>
/// Pictures of a line over whose end a signature or a seal lies: letters that touch such strokes are no letters of the line's own.
/// The line is cut out as far as the strokes reach, with them, and without those that come from above or below.
/// </summary>
public static class CoveredStrip
{
    /// <summary>How near strokes must be to hide letters, and how far letters may be hidden, inches.</summary>
    private const double Near = 0.3, Farthest = 1.2;

    /// <summary>The pictures to read beside the line itself; none for a line that lies free.</summary>
    /// <param name="page">Cleaned.</param>
    /// <param name="map">Its pieces of ink.</param>
    /// <param name="owner">For each piece (by id) its line; 0 for none.</param>
    /// <param name="strip">The line.</param>
    /// <param name="number">Its number.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static IEnumerable<StripPicture> Pictures(GrayImage page, InkMap map, int[] owner, TextStrip strip, int number, double dpi)
    {
        var height = strip.Bottom - strip.Top;
        var strokes = map.Pieces.Where(p => owner[p.Id] == 0 && p.Box.Height > 1.5 * height && p.Box.Top < strip.Bottom && p.Box.Bottom > strip.Top
            && p.Box.Right > strip.Box.Left - Near * dpi && p.Box.Left < strip.Box.Right + Near * dpi).ToList();
        if (strokes.Count == 0) yield break;

        double left = Math.Max(strip.Box.Left - Farthest * dpi, Math.Min(strip.Box.Left, strokes.Min(s => s.Box.Left)));
        double right = Math.Min(strip.Box.Right + Farthest * dpi, Math.Max(strip.Box.Right, strokes.Max(s => s.Box.Right)));
        var wide = strip with
        {
            Box = new(left, Math.Min(strip.Box.Top, strip.Top - 0.6 * height), right, Math.Max(strip.Box.Bottom, strip.Bottom + 0.4 * height)),
        };
        var all = StripPicture.Cut(page, map, owner, wide, number, (int)(0.02 * dpi));
        yield return all;
        yield return WithoutStrokes(all, (int)(0.02 * dpi));
    }

    /// <summary>Without the ink that reaches the picture's upper or lower edge: it comes from elsewhere.</summary>
    private static StripPicture WithoutStrokes(StripPicture picture, int margin)
    {
        var image = picture.Image;
        var pieces = InkMap.Of(image, Background.CleanInk);
        var foreign = pieces.Pieces.Where(p => p.Box.Top <= margin + 1 || p.Box.Bottom >= image.Height - margin - 1).Select(p => p.Id).ToHashSet();
        var pixels = (byte[])image.Pixels.Clone();
        for (var y = 0; y < image.Height; y++)
        for (var x = 0; x < image.Width; x++)
        {
            if (!foreign.Contains(pieces.Labels[y * image.Width + x])) continue;
            for (var near = Math.Max(0, x - 1); near <= Math.Min(image.Width - 1, x + 1); near++)
                if (pieces.Labels[y * image.Width + near] is var id && (id == 0 || foreign.Contains(id))) pixels[y * image.Width + near] = byte.MaxValue;
        }

        return picture with { Image = image with { Pixels = pixels } };
    }
}
