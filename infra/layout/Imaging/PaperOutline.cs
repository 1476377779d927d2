using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>Finds the sheet on a picture that shows more than the sheet: a photo of a page on a desk, a page on a dark scanner bed.</summary>
public static class PaperOutline
{
    /// <summary>Pixels an inch at which edges of sheets are looked for.</summary>
    private const double Coarse = 33;

    /// <summary>The rim of a picture that shows paper only is hardly ever darker than this share of the paper.</summary>
    private const double Rim = 0.8, DarkRim = 0.12;

    /// <summary>Next to its edge a sheet is lighter than what it lies on by this share of its light.</summary>
    private const double Step = 0.08;

    /// <summary>From one pixel to the next, paper in shadow does not become darker by more than this share; at its edge it does.</summary>
    private const double Shade = 0.09;

    /// <summary>How far from a side, pixels, the light within and without is compared; the picture must show as much beside it.</summary>
    private const double Aside = 3;

    /// <summary>At the edge of a sheet the light changes within <see cref="Aside"/>: of what it changes so many times farther apart, at least so much. At that of a shadow it fades.</summary>
    private const double Farther = 3, Sharp = 0.55;

    /// <summary>The sheet's corners in pixels of the picture; null when the picture shows the sheet alone, or its edges are not plain.</summary>
    public static Quad? Of(PaperLight light)
    {
        var factor = Math.Max(1, (int)Math.Round(light.Dpi / Coarse));
        var view = Reduce.Mean(light.Paper, factor);
        if (view.Width < 40 || view.Height < 40 || DarkShareOfRim(view, Rim * light.Level) < DarkRim) return null;
        double otsu = Background.OtsuLevel(view.Pixels), shade = Shade;

        // On an empty page the best level may part paper in light from paper in shadow; then the next parts paper in shadow from the desk.
        double darker = Background.OtsuLevel(Array.FindAll(view.Pixels, p => p < otsu));
        var quad = Corners(view, (_, to) => to >= otsu, light.Level)
            ?? Corners(view, (from, to) => to >= from * (1 - shade) && to <= from / (1 - shade), light.Level)
            ?? Corners(view, (_, to) => to >= darker, light.Level);
        return quad is { } q ? Times(q, factor * light.Factor) : null;
    }

    private static double DarkShareOfRim(GrayImage view, double level)
    {
        int dark = 0, count = 0;
        for (var y = 0; y < view.Height; y++)
        for (var x = 0; x < view.Width; x += y is < 2 || y >= view.Height - 2 || x is 0 || x >= view.Width - 2 ? 1 : view.Width - 3)
        {
            count++;
            if (view.Pixels[y * view.Width + x] < level) dark++;
        }

        return (double)dark / count;
    }

    private static Quad? Corners(GrayImage view, Func<int, int, bool> same, int paper)
    {
        if (Spread(view, same) is not { } sheet) return null;
        var (left, right) = Extents(sheet);
        var (top, bottom) = Extents(sheet.Transposed());
        if (EdgeLine.Through(left) is not { } l || EdgeLine.Through(right) is not { } r) return null;
        if (EdgeLine.Through(top) is not { } t || EdgeLine.Through(bottom) is not { } b) return null;
        var quad = new Quad(Cross(t, l), Cross(t, r), Cross(b, r), Cross(b, l));
        return IsSheet(quad, view, paper) ? quad : null;
    }

    /// <summary>What hangs together with the middle of the picture.</summary>
    private static BinaryImage? Spread(GrayImage view, Func<int, int, bool> same)
    {
        int width = view.Width, height = view.Height, middle = height / 2 * width + width / 2;
        var taken = new byte[view.Pixels.Length];
        var open = new Stack<int>();
        if (!same(view.Pixels[middle], view.Pixels[middle])) return null;
        taken[middle] = 1;
        open.Push(middle);
        while (open.TryPop(out var at))
        {
            int x = at % width, y = at / width;
            if (x > 0) Take(at, at - 1);
            if (x < width - 1) Take(at, at + 1);
            if (y > 0) Take(at, at - width);
            if (y < height - 1) Take(at, at + width);
        }

        return new(width, height, taken);

        void Take(int from, int to)
        {
            if (taken[to] != 0 || !same(view.Pixels[from], view.Pixels[to])) return;
            taken[to] = 1;
            open.Push(to);
        }
    }

    /// <summary>Where the sheet begins and ends in each row.</summary>
    private static (List<Point> First, List<Point> Last) Extents(BinaryImage sheet)
    {
        List<Point> first = [], last = [];
        for (var y = 0; y < sheet.Height; y++)
        {
            var row = sheet.Ink.AsSpan(y * sheet.Width, sheet.Width);
            if (row.IndexOf((byte)1) is not (>= 0 and var start)) continue;
            first.Add(new(y + 0.5, start));
            last.Add(new(y + 0.5, row.LastIndexOf((byte)1) + 1));
        }

        return (first, last);
    }

    /// <summary>Where a line across (place down at a place across) meets a line down.</summary>
    private static Point Cross(EdgeLine across, EdgeLine down)
    {
        var y = (across.At(0) + across.Slope * down.At(0)) / (1 - across.Slope * down.Slope);
        return new(down.At(y), y);
    }

    private static bool IsSheet(Quad q, GrayImage view, int paper)
    {
        Point[] corners = [q.TopLeft, q.TopRight, q.BottomRight, q.BottomLeft];
        var area = 0.0;
        var outside = 0;
        for (var i = 0; i < 4; i++)
        {
            Point before = corners[(i + 3) % 4], here = corners[i], next = corners[(i + 1) % 4];
            area += (here.X * next.Y - next.X * here.Y) / 2;
            double ax = before.X - here.X, ay = before.Y - here.Y, bx = next.X - here.X, by = next.Y - here.Y;
            var cosine = (ax * bx + ay * by) / Math.Sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
            if (!(Math.Abs(cosine) < 0.4)) return false;
            if (here.X < -0.03 * view.Width || here.X > 1.03 * view.Width || here.Y < -0.03 * view.Height || here.Y > 1.03 * view.Height) return false;
            if (AtRim(here, next, view)) outside++;
            else if (LighterWithin(here, next, view, paper) < 0.7) return false;
        }

        return outside <= 1 && area >= 0.3 * view.Width * view.Height;
    }

    /// <summary>A side that lies on the picture's own edge, or so near that nothing can be seen beyond it.</summary>
    private static bool AtRim(Point a, Point b, GrayImage view)
    {
        return (Math.Max(a.X, b.X) < Aside) || (Math.Max(a.Y, b.Y) < Aside)
            || (Math.Min(a.X, b.X) > view.Width - Aside) || (Math.Min(a.Y, b.Y) > view.Height - Aside);
    }

    /// <summary>The share of places along a side, clockwise, that are lighter within than without, and sharply so.</summary>
    private static double LighterWithin(Point a, Point b, GrayImage view, int paper)
    {
        const int Places = 40;
        double length = Math.Sqrt((b.X - a.X) * (b.X - a.X) + (b.Y - a.Y) * (b.Y - a.Y)), inX = -(b.Y - a.Y) / length, inY = (b.X - a.X) / length;
        int lighter = 0, seen = 0;
        for (var i = 1; i < Places; i++)
        {
            double x = a.X + (b.X - a.X) * i / Places, y = a.Y + (b.Y - a.Y) * i / Places;
            if (At(x + Aside * inX, y + Aside * inY) is not { } inside || At(x - Aside * inX, y - Aside * inY) is not { } outside) continue;
            seen++;
            var far = At(x + Farther * Aside * inX, y + Farther * Aside * inY) - At(x - Farther * Aside * inX, y - Farther * Aside * inY);
            if (inside - outside >= Math.Max(Step * paper, Sharp * (far ?? 0))) lighter++;
        }

        return seen == 0 ? 0 : (double)lighter / seen;

        int? At(double x, double y) =>
            x >= 0 && y >= 0 && x < view.Width && y < view.Height ? view.Pixels[(int)y * view.Width + (int)x] : null;
    }

    private static Quad Times(Quad q, double factor)
    {
        Point Far(Point p) => new(p.X * factor, p.Y * factor);
        return new(Far(q.TopLeft), Far(q.TopRight), Far(q.BottomRight), Far(q.BottomLeft));
    }
}
