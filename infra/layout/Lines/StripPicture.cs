using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Lines;

/// <summary>A line of text cut out of its page, without the ink of other lines that reaches into it.</summary>
/// <param name="Image">The line on white.</param>
/// <param name="Left">Where its left edge lies on the page, pixels.</param>
/// <param name="Top">Where its top edge lies on the page.</param>
public sealed record StripPicture(GrayImage Image, int Left, int Top)
{
    /// <summary>Cuts a line out.</summary>
    /// <param name="page">The page that the map was made of.</param>
    /// <param name="map">Its pieces of ink.</param>
    /// <param name="owner">For each piece (by id) the line that it belongs to; 0 for none: such ink stays.</param>
    /// <param name="strip">The line.</param>
    /// <param name="number">The line's number in <paramref name="owner"/>.</param>
    /// <param name="margin">White around it, pixels.</param>
    public static StripPicture Cut(GrayImage page, InkMap map, int[] owner, TextStrip strip, int number, int margin)
    {
        const int Reach = 2;
        int left = Math.Max(0, (int)strip.Box.Left - Reach), top = Math.Max(0, (int)strip.Box.Top - Reach);
        int right = Math.Min(page.Width, (int)strip.Box.Right + Reach), bottom = Math.Min(page.Height, (int)strip.Box.Bottom + Reach);
        int width = right - left + 2 * margin, height = bottom - top + 2 * margin;
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        for (var y = top; y < bottom; y++)
            page.Pixels.AsSpan(y * page.Width + left, right - left).CopyTo(pixels.AsSpan((y - top + margin) * width + margin));

        for (var y = top; y < bottom; y++)
        for (var x = left; x < right; x++)
        {
            var id = map.Labels[y * map.Width + x];
            if (id == 0 || owner[id] == number || owner[id] == 0) continue;
            // The soft edge of foreign ink goes with it; ink of the line's own does not.
            for (var ny = Math.Max(top, y - 1); ny <= Math.Min(bottom - 1, y + 1); ny++)
            for (var nx = Math.Max(left, x - 1); nx <= Math.Min(right - 1, x + 1); nx++)
            {
                var near = map.Labels[ny * map.Width + nx];
                if (near == 0 || (owner[near] != number && owner[near] != 0)) pixels[(ny - top + margin) * width + nx - left + margin] = byte.MaxValue;
            }
        }

        return new(new(width, height, pixels), left - margin, top - margin);
    }
}
