using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>Collects the thin straight bars that a page's content paints, thin areas and stroked lines alike, without what is painted over or cannot be seen.</summary>
internal sealed class DrawnInk(PdfFile file, Rect page) : PageContent(file)
{
    /// <summary>Thicker bars are areas, page units.</summary>
    private const double Thickest = 3.4;

    /// <summary>A line of no width is drawn as thin as can be seen.</summary>
    private const double Thinnest = 0.25;

    /// <summary>What differs less from what it lies on is not seen, 0 to 1.</summary>
    private const double Contrast = 0.05;

    /// <summary>Small closed squares are there to be ticked; their sides are no ruling lines.</summary>
    private const double LargestSquare = 22;

    /// <summary>Areas hide what lies under them when they let through less than this.</summary>
    private const double Opaque = 0.9;

    private const int MostAreas = 2000;

    private readonly PdfFile file = file;
    private readonly List<(Rect Box, double? Light)> areas = [];

    /// <summary>The bars, page units.</summary>
    public List<Rect> Lines { get; } = [];

    /// <summary>Where pictures are.</summary>
    public List<Rect> Pictures { get; } = [];

    /// <summary>The objects of the fonts that letters are set in; 0 for one that is no object of its own.</summary>
    public HashSet<int> Fonts { get; } = [];

    /// <summary>Where there is anything but letters, bars and even upright areas.</summary>
    public List<Rect> Others { get; } = [];

    /// <inheritdoc/>
    protected override bool Paint(bool fill, bool stroke, bool evenOdd)
    {
        // What cuts a shape to another is not followed.
        if (Now.OddClip || Path.IsBent) Other([.. Path.Parts.SelectMany(p => p)]);
        if (Now.OddClip) return true;
        if (fill && !Fill()) return false;
        if (stroke) Stroke();
        return areas.Count <= MostAreas;
    }

    /// <inheritdoc/>
    protected override bool Write() => true;

    /// <inheritdoc/>
    protected override bool Show(PdfStream picture)
    {
        Pictures.Add(Other([Now.Matrix.Map(new(0, 0)), Now.Matrix.Map(new(1, 0)), Now.Matrix.Map(new(0, 1)), Now.Matrix.Map(new(1, 1))]));
        return true;
    }

    /// <inheritdoc/>
    protected override bool Shade()
    {
        Others.Add(Clipped(page));
        return true;
    }

    /// <inheritdoc/>
    protected override bool Choose(object? font)
    {
        var isNew = Fonts.Add(font is PdfReference reference ? reference.Number : 0);
        if (isNew && (file.Dictionary(font) is not { } known || file.Get(known, "Subtype") is PdfName { Text: "Type3" })) Others.Add(page);
        return true;
    }

    /// <returns>False when areas lie in one another, and what is left of them is not followed.</returns>
    private bool Fill()
    {
        var boxes = new List<Rect>();
        foreach (var part in Path.Parts)
        {
            var around = PagePath.Around(part);
            // The borders of some programs have slanted ends.
            if (PagePath.Box(part) is { } box) boxes.Add(box);
            else if (part.Count <= 7 && Math.Min(around.Width, around.Height) <= Thickest) boxes.Add(around);
            else Other(part);
        }

        if (boxes.Count > 1 && boxes.Exists(b => IsArea(b) && boxes.Exists(o => o != b && o.SharedArea(b) > 0))) return false;
        foreach (var box in boxes) Add(Clipped(box), Now.Fill.Light);
        return true;
    }

    private void Stroke()
    {
        if (Path.IsBent) return;
        foreach (var part in Path.Parts)
        {
            var around = PagePath.Around(part);
            if (part.Count > 3 && around.Width <= LargestSquare && around.Height <= LargestSquare)
            {
                Other(part);
                continue;
            }

            for (var i = 1; i < part.Count; i++)
            {
                var line = PagePath.Around([part[i - 1], part[i]]);
                if (!PagePath.IsNear(line.Left, line.Right) && !PagePath.IsNear(line.Top, line.Bottom)) Other([part[i - 1], part[i]]);
                else if (line.Width + line.Height > 0) Add(Clipped(Stroked(line)), Now.Line.Light);
            }
        }
    }

    private Rect Stroked(Rect line)
    {
        var half = Math.Max(Now.LineWidth, Thinnest) / 2;
        return line.Width > line.Height ? new(line.Left, line.CentreY - half, line.Right, line.CentreY + half) : new(line.CentreX - half, line.Top, line.CentreX + half, line.Bottom);
    }

    private Rect Clipped(Rect box) => Now.Clip is { } clip ? clip.Shared(box) : box;

    private Rect Other(IReadOnlyList<Point> points)
    {
        var place = points.Count == 0 ? page : Clipped(PagePath.Around(points).Grow(Now.LineWidth));
        Others.Add(place);
        return place;
    }

    private static bool IsArea(Rect box) => Math.Min(box.Width, box.Height) > Thickest;

    private void Add(Rect box, double? light)
    {
        if (Math.Max(box.Width, box.Height) <= 0) return;
        // What lies under it, seen through it.
        double under = Under(box), shown = light is { } own ? under + Now.Opacity * (own - under) : 0;
        var isSeen = Math.Abs(shown - under) >= Contrast;
        if (IsArea(box) || !isSeen)
        {
            if (Now.Opacity < Opaque || !Now.Plain) return;
            Hide(box);
            areas.Add((box, light));
        }
        else Lines.Add(box);
    }

    private double Under(Rect box)
    {
        for (var i = areas.Count - 1; i >= 0; i--)
            if (areas[i].Box.Contains(box.CentreX, box.CentreY)) return areas[i].Light ?? 1;
        return 1;
    }

    /// <summary>Cuts out of the lines what an area covers over their whole thickness.</summary>
    private void Hide(Rect area)
    {
        for (var i = Lines.Count - 1; i >= 0; i--)
        {
            var line = Lines[i];
            var level = line.Width >= line.Height;
            if (level ? area.Top > line.Top + 0.1 || area.Bottom < line.Bottom - 0.1 : area.Left > line.Left + 0.1 || area.Right < line.Right - 0.1) continue;
            if (level ? area.Right <= line.Left || area.Left >= line.Right : area.Bottom <= line.Top || area.Top >= line.Bottom) continue;
            Rect before = level ? line with { Right = area.Left } : line with { Bottom = area.Top }, after = level ? line with { Left = area.Right } : line with { Top = area.Bottom };
            Lines.RemoveAt(i);
            if (before.Width > 0 && before.Height > 0) Lines.Add(before);
            if (after.Width > 0 && after.Height > 0) Lines.Add(after);
        }
    }
}
