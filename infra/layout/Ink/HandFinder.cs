using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>Finds strokes of a hand among what is no print: larger than letters, thin for their size, bent, not at the paper's edge, in no table.</summary>
public static class HandFinder
{
    /// <summary>Dark strokes.</summary>
    /// <param name="image">Ink without print, rules and the rings of black seals.</param>
    /// <param name="dpi">About 100.</param>
    /// <param name="seals">Seals; beside one, smaller strokes count, and inside one, letters and the star do not.</param>
    /// <param name="tables">Tables, where nobody signs.</param>
    public static IEnumerable<Rect> Strokes(BinaryImage image, double dpi, IReadOnlyList<Circle> seals, IReadOnlyList<Rect> tables)
    {
        foreach (var piece in Components.Of(image))
        {
            double large = Math.Max(piece.Width, piece.Height) / dpi, small = Math.Min(piece.Width, piece.Height) / dpi;
            if (large is < 0.28 or > 4.5 || small < 0.07 || AtEdge(piece, image, dpi)) continue;
            if (tables.Any(t => t.Contains(piece.CentreX, piece.CentreY))) continue;
            var shape = StrokeShape.Of(image, piece);
            if (!shape.IsThin(dpi) || shape.IsStraight(dpi) || shape.IsFrame) continue;
            if (seals.FirstOrDefault(s => IsInside(s, piece)) is { } seal)
            {
                if (CrossesSeal(seal, piece, image)) yield return Box(piece);
                continue;
            }

            var bySeal = seals.Any(s => s.Box.Grow(0.5 * s.Radius).Contains(piece.CentreX, piece.CentreY));
            if ((large >= 0.42 && small >= 0.18 && shape.Fill < 0.42 && !shape.IsLineOfPrint(dpi)) || (bySeal && large >= 0.3 && small >= 0.1 && shape.Fill < 0.3)) yield return Box(piece);
        }
    }

    /// <summary>Blue strokes; blue print is smaller.</summary>
    public static IEnumerable<Rect> BlueStrokes(BinaryImage blue, double dpi)
    {
        foreach (var piece in Components.Of(blue))
        {
            double large = Math.Max(piece.Width, piece.Height) / dpi, small = Math.Min(piece.Width, piece.Height) / dpi;
            if (large is < 0.3 or > 4.5 || small < 0.08 || AtEdge(piece, blue, dpi)) continue;
            var shape = StrokeShape.Of(blue, piece);
            if (shape.Fill < 0.5 && !shape.IsFrame && !shape.IsStraight(dpi)) yield return Box(piece);
        }
    }

    /// <summary>Boxes nearer than the distance become one.</summary>
    public static IReadOnlyList<Rect> Joined(IEnumerable<Rect> boxes, double near)
    {
        var joined = new List<Rect>();
        foreach (var box in boxes)
        {
            var whole = box;
            for (var i = 0; i < joined.Count;)
            {
                if (joined[i].Grow(near).SharedArea(whole) > 0)
                {
                    whole = whole.Union(joined[i]);
                    joined.RemoveAt(i);
                    i = 0;
                }
                else i++;
            }

            joined.Add(whole);
        }

        return joined;
    }

    private static Rect Box(Component piece) => new(piece.Left, piece.Top, piece.Right, piece.Bottom);

    private static bool IsInside(Circle seal, Component piece)
    {
        double x = piece.CentreX - seal.X, y = piece.CentreY - seal.Y;
        return Math.Sqrt(x * x + y * y) < 1.05 * seal.Radius && Math.Max(piece.Width, piece.Height) < 1.9 * seal.Radius
            && piece.Left > seal.X - 1.15 * seal.Radius && piece.Right < seal.X + 1.15 * seal.Radius && piece.Top > seal.Y - 1.15 * seal.Radius && piece.Bottom < seal.Y + 1.15 * seal.Radius;
    }

    /// <summary>A hand inside a seal runs across its rings of letters; letters stay in their ring, the star in the middle.</summary>
    private static bool CrossesSeal(Circle seal, Component piece, BinaryImage image)
    {
        double large = Math.Max(piece.Width, piece.Height), small = Math.Min(piece.Width, piece.Height);
        if (large < 0.6 * seal.Radius || small < 0.22 * seal.Radius) return false;
        double nearest = double.MaxValue, farthest = 0;
        for (var y = piece.Top; y < piece.Bottom; y++)
        for (var x = piece.Left; x < piece.Right; x++)
        {
            if (image.Ink[y * image.Width + x] == 0) continue;
            var r = Math.Sqrt((x - seal.X) * (x - seal.X) + (y - seal.Y) * (y - seal.Y)) / seal.Radius;
            (nearest, farthest) = (Math.Min(nearest, r), Math.Max(farthest, r));
        }

        var isStar = nearest < 0.1 && farthest < 0.5;
        return !isStar && farthest - nearest > 0.38;
    }

    private static bool AtEdge(Component piece, BinaryImage image, double dpi) =>
        piece.Left < 0.06 * dpi || piece.Top < 0.06 * dpi || piece.Right > image.Width - 0.06 * dpi || piece.Bottom > image.Height - 0.06 * dpi;
}
