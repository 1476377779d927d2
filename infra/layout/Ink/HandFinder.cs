using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>Finds strokes of a hand among what is no print: larger than letters, thin for their size, bent, not at the paper's edge, in no table.</summary>
public static class HandFinder
{
    /// <summary>A piece of which more lies on printed words is print.</summary>
    private const double MostPrint = 0.5;

    /// <summary>A hand apart from seals is no smaller, inches.</summary>
    private const double WholeHand = 0.42, WholeHeight = 0.18;

    /// <summary>So much of a trace's box is ink at most; the loop of a hand that runs across a seal's ring of letters may be smaller and fuller.</summary>
    private const double TraceFill = 0.3, LoopFill = 0.34;

    /// <summary>A line of print is lower, inches, and more of its box is ink.</summary>
    private const double HigherThanPrint = 0.3, EmptierThanPrint = 0.22;

    /// <summary>Dark strokes.</summary>
    /// <param name="image">Ink without rules and the rings of black seals.</param>
    /// <param name="printed">Where words are that were surely read.</param>
    /// <param name="dpi">About 100.</param>
    /// <param name="overSeals">Where print lies on seals, read or not.</param>
    /// <param name="seals">Seals; beside one, smaller strokes count, and inside one, letters and the star do not.</param>
    /// <param name="tables">Tables, where nobody signs.</param>
    public static IEnumerable<Rect> Strokes(
        BinaryImage image, BinaryImage printed, BinaryImage overSeals, double dpi, IReadOnlyList<Circle> seals, IReadOnlyList<Rect> tables)
    {
        foreach (var stroke in WithinSeals(image, overSeals, dpi, seals)) yield return stroke;
        var map = InkMap.Of(image);
        var joined = new List<Rect>();
        foreach (var piece in map.Pieces)
        {
            double large = Math.Max(piece.Box.Width, piece.Box.Height) / dpi, small = Math.Min(piece.Box.Width, piece.Box.Height) / dpi;
            if (large is < 0.28 or > 4.5 || small < 0.07 || AtEdge(piece.Box, image, dpi)) continue;
            if (tables.Any(t => t.Contains(piece.Box.CentreX, piece.Box.CentreY))) continue;
            var shape = StrokeShape.Of(map, piece, printed);
            if (shape.Printed > MostPrint)
            {
                if (large >= WholeHand && small >= WholeHeight) joined.Add(piece.Box);
                continue;
            }

            if (!shape.IsPen(dpi)) continue;
            if (seals.Any(s => IsInside(s, piece.Box))) continue;
            var bySeal = seals.Any(s => s.Box.Grow(0.5 * s.Radius).Contains(piece.Box.CentreX, piece.Box.CentreY));
            if (IsHand(piece.Box, shape, dpi) || (bySeal && large >= 0.3 && small >= 0.1 && shape.Fill < 0.3)) yield return piece.Box;
        }

        if (joined.Count == 0) yield break;
        // A hand that runs through a bold name is mostly print: what of it lies beside the words is looked at alone.
        var rest = InkMap.Of(image.Without(printed));
        foreach (var piece in rest.Pieces.Where(p => joined.Exists(j => j.Contains(p.Box.CentreX, p.Box.CentreY))))
        {
            var shape = StrokeShape.Of(rest, piece, printed);
            if (IsHand(piece.Box, shape, dpi) && shape.IsPen(dpi) && !seals.Any(s => IsInside(s, piece.Box))) yield return piece.Box;
        }
    }

    private static bool IsHand(Rect box, StrokeShape shape, double dpi) =>
        Math.Max(box.Width, box.Height) >= WholeHand * dpi && Math.Min(box.Width, box.Height) >= WholeHeight * dpi && shape.Fill < 0.42 && !shape.IsLineOfPrint(dpi);

    /// <summary>Strokes within seals. Print there is taken away, as it joins the seal's letters, its star and a hand to one piece.</summary>
    private static IEnumerable<Rect> WithinSeals(BinaryImage image, BinaryImage printed, double dpi, IReadOnlyList<Circle> seals)
    {
        if (seals.Count == 0) yield break;
        var map = InkMap.Of(image.Without(printed));
        foreach (var piece in map.Pieces.Where(p => Math.Max(p.Box.Width, p.Box.Height) >= 0.28 * dpi))
        {
            if (seals.FirstOrDefault(s => IsInside(s, piece.Box)) is not { } seal || !CrossesSeal(seal, piece, map, isSure: true)) continue;
            var shape = StrokeShape.Of(map, piece, printed);
            if (shape.IsPen(dpi)) yield return piece.Box;
        }
    }

    /// <summary>Strokes by a seal too small, or too much like its letters, for a hand that is sure; print, the star and straight lines are none.</summary>
    /// <param name="image">Ink without rules and the rings of black seals.</param>
    /// <param name="overSeals">Where print lies on seals, read or not.</param>
    /// <param name="dpi">About 100.</param>
    /// <param name="seals">The seals.</param>
    public static IEnumerable<Rect> Traces(BinaryImage image, BinaryImage overSeals, double dpi, IReadOnlyList<Circle> seals)
    {
        var map = InkMap.Of(image.Without(overSeals));
        foreach (var piece in map.Pieces)
        {
            double large = Math.Max(piece.Box.Width, piece.Box.Height) / dpi, small = Math.Min(piece.Box.Width, piece.Box.Height) / dpi;
            if (large is < 0.24 or > 4.5 || small < 0.1 || AtEdge(piece.Box, image, dpi)) continue;
            if (seals.FirstOrDefault(s => s.Box.Grow(0.5 * s.Radius).Contains(piece.Box.CentreX, piece.Box.CentreY)) is not { } seal || IsMiddle(seal, piece.Box) || (IsInside(seal, piece.Box) && !CrossesSeal(seal, piece, map, isSure: false))) continue;
            var shape = StrokeShape.Of(map, piece, overSeals);
            if (shape.Fill < (IsInside(seal, piece.Box) ? LoopFill : TraceFill) && shape.IsPen(dpi)) yield return piece.Box;
        }

        // Strokes that were read as letters, or run through a name: no line of print is so high and so empty.
        var whole = InkMap.Of(image);
        foreach (var piece in whole.Pieces.Where(p => Math.Max(p.Box.Width, p.Box.Height) >= WholeHand * dpi && Math.Min(p.Box.Width, p.Box.Height) >= HigherThanPrint * dpi))
        {
            if (!seals.Any(s => s.Box.Grow(0.5 * s.Radius).SharedArea(piece.Box) > 0) || seals.Any(s => IsInside(s, piece.Box))) continue;
            var shape = StrokeShape.Of(whole, piece, overSeals);
            if (shape.Fill < EmptierThanPrint && shape.IsPen(dpi)) yield return piece.Box;
        }
    }

    /// <summary>Blue strokes; blue print is smaller, and what a blue pen wrote in a table is a tick.</summary>
    /// <param name="blue">Blue ink.</param>
    /// <param name="dpi">About 100.</param>
    /// <param name="tables">Tables, where nobody signs.</param>
    public static IEnumerable<Rect> BlueStrokes(BinaryImage blue, double dpi, IReadOnlyList<Rect> tables)
    {
        var map = InkMap.Of(blue);
        var nothing = new BinaryImage(blue.Width, blue.Height, new byte[blue.Ink.Length]);
        foreach (var piece in map.Pieces)
        {
            double large = Math.Max(piece.Box.Width, piece.Box.Height) / dpi, small = Math.Min(piece.Box.Width, piece.Box.Height) / dpi;
            if (large is < 0.3 or > 4.5 || small < 0.08 || AtEdge(piece.Box, blue, dpi) || tables.Any(t => t.Contains(piece.Box.CentreX, piece.Box.CentreY))) continue;
            var shape = StrokeShape.Of(map, piece, nothing);
            if (shape.Fill < 0.5 && !shape.IsFrame && !shape.IsStraight(dpi)) yield return piece.Box;
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

    private static bool IsInside(Circle seal, Rect box)
    {
        double x = box.CentreX - seal.X, y = box.CentreY - seal.Y, reach = 1.15 * seal.Radius;
        return Math.Sqrt(x * x + y * y) < 1.05 * seal.Radius && Math.Max(box.Width, box.Height) < 1.9 * seal.Radius
            && box.Left > seal.X - reach && box.Right < seal.X + reach && box.Top > seal.Y - reach && box.Bottom < seal.Y + reach;
    }

    /// <summary>
    /// A hand inside a seal runs across its rings of letters; letters stay in their ring, the star in the middle. Of one that a ring cut
    /// where it ran along it, what lies between star and letters may be all that is left.
    /// </summary>
    private static bool CrossesSeal(Circle seal, InkPiece piece, InkMap map, bool isSure)
    {
        double large = Math.Max(piece.Box.Width, piece.Box.Height), small = Math.Min(piece.Box.Width, piece.Box.Height);
        var isLarge = large >= 0.6 * seal.Radius && small >= 0.22 * seal.Radius;
        if (!isLarge && (isSure || large < 0.4 * seal.Radius || small < 0.3 * seal.Radius)) return false;
        double nearest = double.MaxValue, farthest = 0;
        for (var y = (int)piece.Box.Top; y < piece.Box.Bottom; y++)
        for (var x = (int)piece.Box.Left; x < piece.Box.Right; x++)
        {
            if (map.Labels[y * map.Width + x] != piece.Id) continue;
            var r = Math.Sqrt((x - seal.X) * (x - seal.X) + (y - seal.Y) * (y - seal.Y)) / seal.Radius;
            (nearest, farthest) = (Math.Min(nearest, r), Math.Max(farthest, r));
        }

        var isStar = !seal.IsRed && nearest < 0.1 && farthest < 0.5;
        return (!isStar && farthest - nearest > 0.38) || (!isSure && large >= 0.5 * seal.Radius && nearest is > 0.15 and < 0.45 && farthest - nearest > 0.2);
    }

    /// <summary>The star or the name in the middle of a seal.</summary>
    private static bool IsMiddle(Circle seal, Rect box) =>
        Math.Abs(box.CentreX - seal.X) < 0.15 * seal.Radius && Math.Abs(box.CentreY - seal.Y) < 0.15 * seal.Radius && Math.Max(box.Width, box.Height) < 1.1 * seal.Radius;

    private static bool AtEdge(Rect box, BinaryImage image, double dpi) =>
        box.Left < 0.06 * dpi || box.Top < 0.06 * dpi || box.Right > image.Width - 0.06 * dpi || box.Bottom > image.Height - 0.06 * dpi;
}
