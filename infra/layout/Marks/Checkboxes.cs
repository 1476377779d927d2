using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Marks;

/// <summary>Finds squares of 2.3 to 7 mm whose four sides are drawn, with or without a mark in them.</summary>
public static class Checkboxes
{
    private const double Smallest = 0.09, Largest = 0.28;

    /// <summary>A mark may reach so far beyond its square, inches over both.</summary>
    private const double WithMark = 0.55;

    /// <summary>Letters of a word are nearer to one another than this, inches; a square keeps its distance.</summary>
    private const double LetterGap = 0.035;

    /// <summary>How much of each side is drawn.</summary>
    private const double Side = 0.88;

    /// <summary>Ink inside that is more than this share is a mark, less than the other dirt.</summary>
    private const double Ticked = 0.06, Clean = 0.025, Solid = 0.9;

    /// <summary>The squares of a page.</summary>
    /// <param name="image">The page without ruling lines.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static IReadOnlyList<SelectionMark> In(GrayImage image, int inkLevel, double dpi)
    {
        var ink = image.Darker(inkLevel);
        var pieces = Components.Of(ink);
        return [.. pieces.Where(p => IsCandidate(p, dpi)).Select(p => Find(ink, p, dpi)).OfType<SelectionMark>().Where(b => !IsInWord(b, pieces, dpi))];
    }

    /// <summary>Letters with a bowl (B, D, P, Đ) may look like a square with something in it, but stand close to the next letter.</summary>
    private static bool IsInWord(SelectionMark found, IReadOnlyList<Component> pieces, double dpi)
    {
        var box = found.Ink;
        return pieces.Any(p => p.Height >= 0.05 * dpi && p.Height <= 2 * box.Height && p.Width <= 3 * box.Width
            && Math.Min(p.Bottom, box.Bottom) - Math.Max(p.Top, box.Top) >= 0.5 * Math.Min(p.Height, box.Height)
            && (p.Right <= box.Left || p.Left >= box.Right)
            && Math.Max(p.Left - box.Right, box.Left - p.Right) <= LetterGap * dpi);
    }

    private static bool IsCandidate(Component piece, double dpi) =>
        piece.Width >= Smallest * dpi && piece.Height >= Smallest * dpi && piece.Width <= WithMark * dpi && piece.Height <= WithMark * dpi;

    private static SelectionMark? Find(BinaryImage ink, Component piece, double dpi)
    {
        if (Square(ink, piece, dpi) is not { } box) return null;
        int wall = Wall(ink, box), left = (int)box.Left + wall, right = (int)box.Right - wall, top = (int)box.Top + wall, bottom = (int)box.Bottom - wall;
        if (right - left < 4 || bottom - top < 4) return null;
        var share = (double)ink.Count(left, top, right, bottom) / ((right - left) * (bottom - top));

        // A square that is all ink is a bullet, or a mark, which its cell knows.
        if (share > Solid) return null;
        var whole = new Rect(piece.Left, piece.Top, piece.Right, piece.Bottom);
        return share >= Ticked ? new(true, Math.Min(0.98, 0.75 + 3 * (share - Ticked)), box, whole)
            : share <= Clean ? new(false, 0.97, box, whole)
            : new(share > (Ticked + Clean) / 2, 0.6, box, whole);
    }

    /// <summary>The largest square in the piece whose sides are drawn; most of the piece's ink must belong to it or lie inside.</summary>
    private static Rect? Square(BinaryImage ink, Component piece, double dpi)
    {
        int smallest = (int)(Smallest * dpi), largest = Math.Min((int)(Largest * dpi), Math.Min(piece.Width, piece.Height));
        var alone = piece.Width <= Largest * dpi && piece.Height <= Largest * dpi && piece.Width <= 1.3 * piece.Height && piece.Height <= 1.3 * piece.Width;
        if (alone && HasCorners(ink, piece) && IsDrawn(ink, piece.Left, piece.Top, piece.Right, piece.Bottom)) return new(piece.Left, piece.Top, piece.Right, piece.Bottom);
        for (var side = largest; side >= smallest; side--)
        for (var top = piece.Top; top + side <= piece.Bottom; top++)
        for (var left = piece.Left; left + side <= piece.Right; left++)
        {
            // Corners first: nearly all places fail there.
            if (!IsInk(ink, left, top) || !IsInk(ink, left + side - 1, top + side - 1) || !IsInk(ink, left + side - 1, top) || !IsInk(ink, left, top + side - 1)) continue;
            if (IsDrawn(ink, left, top, left + side, top + side) && ink.Count(left, top, left + side, top + side) >= 0.55 * piece.Pixels) return new(left, top, left + side, top + side);
        }

        return null;
    }

    /// <summary>A square has four sharp corners; letters as high and broad as one (D, Đ, O, B) are round somewhere.</summary>
    private static bool HasCorners(BinaryImage ink, Component piece)
    {
        var reach = Math.Max(2, piece.Height / 9);
        return Any(piece.Left, piece.Top) && Any(piece.Right - reach, piece.Top) && Any(piece.Left, piece.Bottom - reach) && Any(piece.Right - reach, piece.Bottom - reach);

        bool Any(int left, int top) => ink.Count(left, top, left + reach, top + reach) > 0;
    }

    private static bool IsInk(BinaryImage ink, int x, int y) => ink.Ink[y * ink.Width + x] != 0 || (x + 1 < ink.Width && ink.Ink[y * ink.Width + x + 1] != 0) || (y + 1 < ink.Height && ink.Ink[(y + 1) * ink.Width + x] != 0);

    private static bool IsDrawn(BinaryImage ink, int left, int top, int right, int bottom)
    {
        int reach = Math.Max(2, (bottom - top) / 9);
        return Covered(top, bottom, y => Any(left, left + reach, y, y + 1)) && Covered(top, bottom, y => Any(right - reach, right, y, y + 1))
            && Covered(left, right, x => Any(x, x + 1, top, top + reach)) && Covered(left, right, x => Any(x, x + 1, bottom - reach, bottom));

        bool Any(int fromX, int toX, int fromY, int toY)
        {
            for (var y = fromY; y < toY; y++)
            for (var x = fromX; x < toX; x++)
                if (ink.Ink[y * ink.Width + x] != 0) return true;
            return false;
        }
    }

    private static bool Covered(int from, int to, Func<int, bool> drawn)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            if (drawn(i)) count++;
        return count >= Side * (to - from);
    }

    /// <summary>How thick the sides are, with a pixel to spare.</summary>
    private static int Wall(BinaryImage ink, Rect box)
    {
        int most = (int)(0.3 * box.Width), middle = (int)box.CentreY, thickest = 1;
        foreach (var y in new[] { middle - (int)(0.25 * box.Height), middle + (int)(0.25 * box.Height) })
        {
            var wall = 0;
            while (wall < most && ink.Ink[y * ink.Width + (int)box.Left + wall] == 0) wall++;
            while (wall < most && ink.Ink[y * ink.Width + (int)box.Left + wall] != 0) wall++;
            thickest = Math.Max(thickest, wall);
        }

        return Math.Min(thickest, Math.Max(3, (int)(0.2 * box.Width))) + 1;
    }
}
