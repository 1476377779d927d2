using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Lines;

/// <summary>
/// Takes seals out of a grey page: stamp ink is paler than print, and a seal that touches letters would make one piece of ink of them.
/// </summary>
public static class PaleInk
{
    /// <summary>Pieces larger than this, inches, are no letters.</summary>
    private const double Largest = 0.7;

    /// <summary>The share of print that must be darker than a seal is, and by how much, for the seal to be told by its tone.</summary>
    private const double Darker = 0.9;
    private const int Apart = 8;

    /// <summary>The page without the pale ink of large pieces; the page itself when there is none.</summary>
    /// <param name="page">Cleaned.</param>
    /// <param name="map">Its pieces of ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static GrayImage Without(GrayImage page, InkMap map, double dpi)
    {
        var large = map.Pieces.Where(p => p.Box.Width >= Largest * dpi && p.Box.Height >= Largest * dpi).ToList();
        if (large.Count == 0) return page;
        var print = Quantile(map.Pieces.Where(p => p.Box.Height >= 0.06 * dpi && p.Box.Height <= 0.3 * dpi && p.Box.Width <= 0.5 * dpi), Darker, page, map);
        byte[]? pixels = null;
        foreach (var piece in large)
        {
            // Most of a seal's ink is its ring; strokes of a pen and letters in it are the darker rest.
            var seal = Quantile([piece], 0.5, page, map);
            if (seal < print + Apart) continue;
            pixels ??= (byte[])page.Pixels.Clone();
            var level = (print + seal) / 2;
            for (var y = (int)piece.Box.Top; y < (int)piece.Box.Bottom; y++)
            for (var at = y * map.Width + (int)piece.Box.Left; at < y * map.Width + (int)piece.Box.Right; at++)
                if (map.Labels[at] == piece.Id && page.Pixels[at] >= level) pixels[at] = byte.MaxValue;
        }

        return pixels is null ? page : page with { Pixels = pixels };
    }

    /// <summary>The tone that a share of the pieces' inner pixels is darker than; edges are paler in any ink and say nothing.</summary>
    private static int Quantile(IEnumerable<InkPiece> pieces, double share, GrayImage page, InkMap map)
    {
        var histogram = new int[256];
        var count = 0;
        foreach (var piece in pieces)
        {
            for (var y = (int)piece.Box.Top + 1; y < (int)piece.Box.Bottom - 1; y++)
            for (var at = y * map.Width + (int)piece.Box.Left + 1; at < y * map.Width + (int)piece.Box.Right - 1; at++)
            {
                if (map.Labels[at] != piece.Id || map.Labels[at - 1] != piece.Id || map.Labels[at + 1] != piece.Id
                    || map.Labels[at - map.Width] != piece.Id || map.Labels[at + map.Width] != piece.Id) continue;
                histogram[page.Pixels[at]]++;
                count++;
            }
        }

        var sum = 0;
        for (var tone = 0; tone < 256; tone++)
        {
            sum += histogram[tone];
            if (sum >= share * count) return tone;
        }

        return 255;
    }
}
