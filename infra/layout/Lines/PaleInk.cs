using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Lines;

/// <summary>
/// Takes seals out of a grey page: stamp ink is paler than print, and a seal that touches letters would make one piece of ink of them.
/// </summary>
public static class PaleInk
{
    /// <summary>Pieces larger than this, inches, are no letters.</summary>
    private const double Largest = 0.7;

    /// <summary>How much paler than print, of the way from it to the level of ink, stamp ink is at least.</summary>
    private const double Paler = 0.45;

    /// <summary>The page without the pale ink of large pieces; the page itself when there is none.</summary>
    /// <param name="page">Cleaned.</param>
    /// <param name="map">Its pieces of ink.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static GrayImage Without(GrayImage page, InkMap map, int inkLevel, double dpi)
    {
        var large = map.Pieces.Where(p => p.Box.Width >= Largest * dpi && p.Box.Height >= Largest * dpi).ToList();
        if (large.Count == 0) return page;
        var print = Print(page, map, dpi);
        var level = print + (int)(Paler * (inkLevel - print));
        byte[]? pixels = null;
        foreach (var piece in large)
        {
            int left = (int)piece.Box.Left, right = (int)piece.Box.Right;
            var pale = 0;
            ForEach(at => pale += page.Pixels[at] >= level ? 1 : 0);
            // The soft edge of black strokes is pale too; a seal is pale throughout.
            if (pale < 0.5 * piece.Pixels) continue;
            pixels ??= (byte[])page.Pixels.Clone();
            ForEach(at =>
            {
                if (page.Pixels[at] >= level) pixels[at] = byte.MaxValue;
            });

            void ForEach(Action<int> act)
            {
                for (var y = (int)piece.Box.Top; y < (int)piece.Box.Bottom; y++)
                for (var x = left; x < right; x++)
                    if (map.Labels[y * map.Width + x] == piece.Id) act(y * map.Width + x);
            }
        }

        return pixels is null ? page : page with { Pixels = pixels };
    }

    /// <summary>How dark print is here: the median of the darkest pixels of pieces as large as letters.</summary>
    private static int Print(GrayImage page, InkMap map, double dpi)
    {
        var darkest = new List<int>();
        foreach (var piece in map.Pieces)
        {
            if (piece.Box.Height < 0.06 * dpi || piece.Box.Height > 0.3 * dpi || piece.Box.Width > 0.5 * dpi) continue;
            int best = 255;
            for (var y = (int)piece.Box.Top; y < (int)piece.Box.Bottom; y++)
                foreach (var value in page.Pixels.AsSpan(y * page.Width + (int)piece.Box.Left, (int)piece.Box.Width)) best = Math.Min(best, value);
            darkest.Add(best);
        }

        darkest.Sort();
        return darkest.Count == 0 ? 0 : darkest[darkest.Count / 2];
    }
}
