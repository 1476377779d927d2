using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf.Syntax;

namespace LearningSociety.Layout.Pdf;

/// <summary>What a page draws beside its letters, as its content says and not as a picture of it shows.</summary>
/// <param name="Across">Level ruling lines, points of the page as displayed; dots and dashes are joined.</param>
/// <param name="Down">Upright ruling lines.</param>
/// <param name="Others">Where there is anything but letters, ruling lines and even areas: pictures, curves, small squares, letters that are drawings, notes over the page.</param>
/// <param name="Fonts">The fonts of its letters, by the numbers of their objects; 0 for one that has none.</param>
public sealed record DrawnPage(IReadOnlyList<Rect> Across, IReadOnlyList<Rect> Down, IReadOnlyList<Rect> Others, IReadOnlySet<int> Fonts)
{
    /// <summary>A picture that is wider and higher may show a table, points.</summary>
    private const double WidestPicture = 210, HighestPicture = 60;

    /// <summary>Of a page that is covered with pictures over a larger share, they may be pieces of a scan.</summary>
    private const double MostPictures = 0.25;

    /// <summary>What a page draws; null when its content is not understood, or a picture on it may show ruling lines.</summary>
    public static DrawnPage? Of(PdfFile file, PdfPage page)
    {
        if (PageContent.Of(file, page) is not { } content) return null;
        var ink = new DrawnInk(file, page.Box);
        if (!ink.Run(content, page.Resources) || ink.Pictures.Exists(p => p.Width > WidestPicture && p.Height > HighestPicture)) return null;
        if (ink.Pictures.Sum(p => p.Width * p.Height) > MostPictures * page.Box.Width * page.Box.Height) return null;
        // Y upwards becomes y downwards, then the page is turned for display.
        double width = page.Box.Width, height = page.Box.Height;
        var upright = new Affine(1, 0, -page.Box.Left, 0, -1, page.Box.Bottom);
        var toDisplay = (Affine)upright.Then(page.Quarters switch { 1 => new(0, -1, height, 1, 0, 0), 2 => new(-1, 0, width, 0, -1, height), 3 => new(0, 1, 0, -1, 0, width), _ => Affine.Same });
        var lines = ink.Lines.Select(l => Mapped(l, toDisplay)).ToList();
        var (across, down, squares) = StraightLines.Of(lines);
        return new(across, down, [.. ink.Others.Concat(Notes(file, page)).Select(o => Mapped(o, toDisplay)), .. squares], ink.Fonts);
    }

    /// <summary>Annotations are drawn over the page; links and fields without a look of their own are not seen.</summary>
    private static IEnumerable<Rect> Notes(PdfFile file, PdfPage page)
    {
        if (file.Get(page.Dictionary, "Annots") is not { } value) return [];
        if (value is not List<object?> notes) return [page.Box];
        return notes.Select(file.Dictionary).Where(n => n is null || file.Get(n, "AP") is not null || file.Get(n, "Subtype") is not PdfName { Text: "Link" or "Popup" or "Widget" })
            .Select(n => n is not null && file.Numbers(n, "Rect", 4) is [var left, var bottom, var right, var top] ? PagePath.Around([new(left, bottom), new(right, top)]) : page.Box);
    }

    private static Rect Mapped(Rect box, Affine map)
    {
        Point a = map.Map(new(box.Left, box.Top)), b = map.Map(new(box.Right, box.Bottom));
        return PagePath.Around([a, b]);
    }
}
