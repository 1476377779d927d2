using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Pdf;

/// <summary>A path on a page: its rectangles, and whatever else it has.</summary>
internal sealed class PagePath
{
    /// <summary>What leans by less, page units, is level or upright.</summary>
    private const double Level = 0.05;

    private readonly List<IReadOnlyList<Point>> parts = [];
    private readonly List<Point> open = [];
    private bool isBent, openIsBent;

    /// <summary>Its pieces, as their corners; each goes on from corner to corner, and back to the first where it is filled.</summary>
    public IEnumerable<IReadOnlyList<Point>> Parts => open.Count > 1 ? parts.Append(open) : parts;

    /// <summary>Whether a piece is curved, and its corners do not say how it runs.</summary>
    public bool IsBent => isBent || openIsBent;

    /// <summary>The rectangle that the whole path is; null when it is anything else.</summary>
    public Rect? AsRectangle => !IsBent && Parts.Take(2).ToList() is [var only] ? Box(only) : null;

    /// <summary>Adds a rectangle.</summary>
    public bool Rectangle(Affine matrix, double x, double y, double width, double height)
    {
        EndPart();
        parts.Add([matrix.Map(new(x, y)), matrix.Map(new(x + width, y)), matrix.Map(new(x + width, y + height)), matrix.Map(new(x, y + height)), matrix.Map(new(x, y))]);
        return true;
    }

    /// <summary>Begins a piece.</summary>
    public bool Start(Point at)
    {
        EndPart();
        open.Add(at);
        return true;
    }

    /// <summary>Goes on straight. False when nothing was begun.</summary>
    public bool LineTo(Point to)
    {
        open.Add(to);
        return open.Count > 1;
    }

    /// <summary>Goes on in a curve.</summary>
    public bool CurveTo(Point to)
    {
        openIsBent = true;
        return LineTo(to);
    }

    /// <summary>Goes back to where the piece began.</summary>
    public void Close()
    {
        if (open.Count == 0) return;
        var start = open[0];
        open.Add(start);
        EndPart();
        open.Add(start);
    }

    /// <summary>Forgets all of it.</summary>
    public void Clear()
    {
        parts.Clear();
        open.Clear();
        isBent = openIsBent = false;
    }

    /// <summary>The upright rectangle that a piece is; null when it is anything else.</summary>
    public static Rect? Box(IReadOnlyList<Point> part)
    {
        if (part.Count is not (4 or 5) || (part.Count == 5 && !(IsNear(part[0].X, part[4].X) && IsNear(part[0].Y, part[4].Y)))) return null;
        bool level = IsNear(part[0].Y, part[1].Y) && IsNear(part[1].X, part[2].X) && IsNear(part[2].Y, part[3].Y) && IsNear(part[3].X, part[0].X);
        bool upright = IsNear(part[0].X, part[1].X) && IsNear(part[1].Y, part[2].Y) && IsNear(part[2].X, part[3].X) && IsNear(part[3].Y, part[0].Y);
        return level || upright ? Around(part) : null;
    }

    /// <summary>The smallest upright rectangle around points.</summary>
    public static Rect Around(IReadOnlyList<Point> points) => new(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));

    /// <summary>Whether two places are one but for rounding.</summary>
    public static bool IsNear(double one, double other) => Math.Abs(one - other) <= Level;

    private void EndPart()
    {
        if (open.Count > 1)
        {
            parts.Add([.. open]);
            isBent |= openIsBent;
        }

        open.Clear();
        openIsBent = false;
    }
}
