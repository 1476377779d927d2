using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Lines;

/// <summary>Takes hairs and scratches out of a page before its words are read: "N Đạt" was a hair beside "Đạt".</summary>
public static class Hairs
{
    /// <summary>Ink by length, inches; the thinnest letters of worn pages have more.</summary>
    private const double Thin = 0.0065, ThinAndLong = 0.0075;

    /// <summary>Ink by length to length: in a slash of print, however small, it is more.</summary>
    private const double Long = 0.05;

    /// <summary>Inches; shorter pieces may be dots and parts of letters.</summary>
    private const double Shortest = 0.045;

    /// <summary>Pixels around a hair where its edge is still grey.</summary>
    private const int Edge = 2;

    /// <summary>The page without them; the page itself when it has none. What stands alone in a table's cell may be somebody's tick, and stays.</summary>
    /// <param name="page">Cleaned.</param>
    /// <param name="map">Its pieces of ink.</param>
    /// <param name="grids">Its tables.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static GrayImage Without(GrayImage page, InkMap map, IReadOnlyList<Grid> grids, double dpi)
    {
        var hairs = map.Pieces.Where(p => Math.Max(p.Box.Width, p.Box.Height) >= Shortest * dpi && IsHair(p, dpi)).ToList();
        if (hairs.Count == 0) return page;
        var written = map.Pieces.Where(p => p.Box.Height >= Shortest * dpi && !IsHair(p, dpi)).Select(p => Grid.CellAt(grids, p.Box.Centre)).OfType<(int, int)>().ToHashSet();
        byte[]? pixels = null;
        foreach (var hair in hairs)
        {
            if (Grid.CellAt(grids, hair.Box.Centre) is { } cell && !written.Contains(cell)) continue;
            Erase(pixels ??= (byte[])page.Pixels.Clone(), map, hair);
        }

        return pixels is null ? page : page with { Pixels = pixels };
    }

    private static bool IsHair(InkPiece piece, double dpi)
    {
        var length = double.Hypot(piece.Box.Width, piece.Box.Height);
        var weight = piece.Pixels / length;
        return weight <= Thin * dpi || (weight <= ThinAndLong * dpi && weight <= Long * length);
    }

    private static void Erase(byte[] pixels, InkMap map, InkPiece hair)
    {
        for (var y = (int)hair.Box.Top; y < (int)hair.Box.Bottom; y++)
        for (var x = (int)hair.Box.Left; x < (int)hair.Box.Right; x++)
        {
            if (map.Labels[y * map.Width + x] != hair.Id) continue;
            for (var ny = Math.Max(0, y - Edge); ny <= Math.Min(map.Height - 1, y + Edge); ny++)
            for (var nx = Math.Max(0, x - Edge); nx <= Math.Min(map.Width - 1, x + Edge); nx++)
            {
                var at = ny * map.Width + nx;
                if (map.Labels[at] == 0 || map.Labels[at] == hair.Id) pixels[at] = byte.MaxValue;
            }
        }
    }
}
