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

    /// <summary>The share of a large piece that must be that pale: letters and strokes of a pen that hang on the seal are not.</summary>
    private const double LeastPale = 0.15;

    /// <summary>So many dark places around one make it a letter's edge; fewer are the seal's grain.</summary>
    private const int Letter = 2;

    /// <summary>The page without the pale ink of large pieces; the page itself when there is none.</summary>
    /// <param name="page">Cleaned.</param>
    /// <param name="map">Its pieces of ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static GrayImage Without(GrayImage page, InkMap map, double dpi)
    {
        var large = map.Pieces.Where(p => p.Box.Width >= Largest * dpi && p.Box.Height >= Largest * dpi).ToList();
        if (large.Count == 0) return page;
        var print = Quantile(Tones(map.Pieces.Where(p => p.Box.Height >= 0.06 * dpi && p.Box.Height <= 0.3 * dpi && p.Box.Width <= 0.5 * dpi), page, map), Darker);
        byte[]? pixels = null;
        foreach (var piece in large)
        {
            var tones = Tones([piece], page, map);
            var pale = tones.AsSpan(Math.Min(255, print + Apart)).ToArray();
            if (pale.Sum() < LeastPale * tones.Sum()) continue;
            var seal = Math.Min(255, print + Apart) + Quantile(pale, 0.5);
            pixels ??= (byte[])page.Pixels.Clone();
            Erase(page, pixels, map, piece, (print + seal) / 2);
        }

        return pixels is null ? page : page with { Pixels = pixels };
    }

    // The edges of letters are as pale as a seal, and a seal's edges are paler than ink: each goes the way of what it is the edge of.
    private static void Erase(GrayImage page, byte[] pixels, InkMap map, InkPiece piece, int level)
    {
        for (var y = Math.Max(1, (int)piece.Box.Top - 1); y < Math.Min(page.Height - 1, (int)piece.Box.Bottom + 1); y++)
        for (var x = Math.Max(1, (int)piece.Box.Left - 1); x < Math.Min(page.Width - 1, (int)piece.Box.Right + 1); x++)
        {
            var at = y * page.Width + x;
            if (page.Pixels[at] < level || (map.Labels[at] != 0 && map.Labels[at] != piece.Id)) continue;
            int dark = 0, own = 0;
            for (var row = at - page.Width; row <= at + page.Width; row += page.Width)
            for (var near = row - 1; near <= row + 1; near++)
            {
                if (map.Labels[near] != piece.Id) continue;
                own++;
                if (page.Pixels[near] < level) dark++;
            }

            if (own > 0 && dark < Letter) pixels[at] = byte.MaxValue;
        }
    }

    /// <summary>How many places of each tone the pieces have where they are darkest: edges are paler in any ink and say nothing.</summary>
    private static int[] Tones(IEnumerable<InkPiece> pieces, GrayImage page, InkMap map)
    {
        var tones = new int[256];
        foreach (var piece in pieces)
        {
            for (var y = Math.Max(1, (int)piece.Box.Top); y < Math.Min(page.Height - 1, (int)piece.Box.Bottom); y++)
            for (var x = Math.Max(1, (int)piece.Box.Left); x < Math.Min(page.Width - 1, (int)piece.Box.Right); x++)
                if (map.Labels[y * map.Width + x] == piece.Id && IsDarkest(page, y * page.Width + x)) tones[page.Pixels[y * page.Width + x]]++;
        }

        return tones;
    }

    private static bool IsDarkest(GrayImage page, int at)
    {
        var tone = page.Pixels[at];
        for (var row = -page.Width; row <= page.Width; row += page.Width)
            if (page.Pixels[at + row - 1] < tone || page.Pixels[at + row] < tone || page.Pixels[at + row + 1] < tone) return false;
        return true;
    }

    /// <summary>The tone that a share of all is darker than.</summary>
    private static int Quantile(int[] tones, double share)
    {
        int count = tones.Sum(), sum = 0;
        for (var tone = 0; tone < tones.Length; tone++)
        {
            sum += tones[tone];
            if (sum >= share * count) return tone;
        }

        return tones.Length;
    }
}
