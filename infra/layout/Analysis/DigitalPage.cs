using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ink;
using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.Tables;
using LearningSociety.Layout.TextLayer;

namespace LearningSociety.Layout.Analysis;

/// <summary>A page whose text layer is what it shows: words from the text layer, tables from the ruling lines of its picture.</summary>
public static class DigitalPage
{
    /// <summary>Resolution of the picture that ruling lines are looked for in.</summary>
    public const double RulesDpi = 150;

    /// <summary>Resolution of the picture where ruling lines are known.</summary>
    public const double DrawnDpi = 120;

    /// <summary>How much is looked at around what is drawn, points: the print beside a seal or a hand tells what they are.</summary>
    private const double Around = 30;

    private const int InkLevel = 200;

    /// <summary>Reads the page.</summary>
    /// <param name="number">1-based page.</param>
    /// <param name="size">Its size, points.</param>
    /// <param name="text">Its lines, points.</param>
    /// <param name="drawn">What it draws beside its letters; null when only its picture says so.</param>
    /// <param name="picture">Its picture.</param>
    /// <param name="lookForInk">Whether pictures of seals and signatures are wanted.</param>
    /// <param name="check">Looks whether the page shows its text layer.</param>
    /// <returns>The page by its text layer, and what makes that layer doubtful (boxes in inches); null when nothing does.</returns>
    public static (PageReading Page, Suspicion? Doubt) Read(int number, PdfPageSize size, IReadOnlyList<FrameLine> text, DrawnPage? drawn, ScanPicture picture, bool lookForInk, TextLayerCheck check)
    {
        double dpi = picture.Dpi, toPixels = dpi / 72, width = size.Width / 72, height = size.Height / 72;
        var lines = text.Select(l => new FrameLine([.. l.Words.Select(w => w with { Box = Scaled(w.Box, toPixels) })])).ToList();
        var dark = picture.ForText;
        var ruled = drawn is null ? GridFinder.Find(dark, InkLevel, dpi) : DrawnRules.Of(drawn, dark, dpi);
        // Where nothing is drawn but letters and rules there is no ink to be found, and rules alone are not taken for letters.
        var place = Place(drawn, toPixels, new(0, 0, dark.Width, dark.Height));
        var bare = place is null ? dark : RuleEraser.Erase(dark, ruled, true, InkLevel, byte.MaxValue);
        // A long stroke of a hand may be taken for a line, but where it is known what is drawn as one.
        var strokes = place is not null && lookForInk ? drawn is null ? RuleEraser.Erase(dark, ruled, false, InkLevel, byte.MaxValue) : bare : null;
        var ink = strokes is null ? [] : Ink(strokes, picture.Colour, place!.Value, dpi, lines, ruled.Grids, drawn is not null);
        // A square that is a letter of a font is a word of the text layer already.
        var boxes = place is not { } whole ? []
            : Checkboxes.In(bare.Part(whole), InkLevel, dpi).Select(b => b.Move(whole.Left, whole.Top)).Where(b => !lines.Any(l => l.Words.Any(w => w.Box.SharedArea(b.Box) > 0))).ToList();
        var toPage = Affine.Scale(1 / dpi, 1 / dpi);
        var doubt = check.Look(lines, dark, picture.Colour, bare, place is null ? drawn!.Fonts : null, dpi);
        return (
            PageAssembly.Assemble(number, width, height, "inch", 0, toPage, SelectionMarks.With(lines, boxes, ruled.Grids), InkFinder.WithoutSeals(ruled.Grids, ink), ink),
            doubt is null ? null : doubt with { Words = [.. doubt.Words.Select(w => w with { Box = w.Box.Times(1 / dpi) })] });
    }

    /// <summary>The part of the page where there may be ink, whole pixels; null when nothing is drawn but letters and rules.</summary>
    private static Rect? Place(DrawnPage? drawn, double toPixels, Rect page)
    {
        if (drawn is null) return page;
        if (drawn.Others.Count == 0) return null;
        var place = drawn.Others.Aggregate((a, b) => a.Union(b)).Grow(Around).Times(toPixels);
        place = new Rect(Math.Floor(place.Left), Math.Floor(place.Top), Math.Ceiling(place.Right), Math.Ceiling(place.Bottom)).Shared(page);
        return place.Width > 0 && place.Height > 0 ? place : null;
    }

    private static IReadOnlyList<FrameInk> Ink(GrayImage strokes, ColourImage? colour, Rect place, double dpi, IReadOnlyList<FrameLine> lines, IReadOnlyList<Grid> grids, bool isDrawn)
    {
        Rect Within(Rect box) => box.Move(-place.Left, -place.Top);
        var words = lines.Select(l => new FrameLine([.. l.Words.Where(w => w.Box.SharedArea(place) > 0).Select(w => w with { Box = Within(w.Box) })])).ToList();
        var planes = colour?.Part(place.Times((double)colour.Width / strokes.Width)) is { } part ? ColourPlanes.Of(part) : null;
        var found = InkFinder.Find(strokes.Part(place), InkLevel, dpi, planes, words, [.. grids.Select(g => Within(g.Bounds))], size: SealSize.On(strokes, dpi), isDrawn: isDrawn);
        return [.. found.Select(i => i with { Box = i.Box.Move(place.Left, place.Top) })];
    }

    private static Rect Scaled(Rect box, double factor) => new(box.Left * factor, box.Top * factor, box.Right * factor, box.Bottom * factor);
}
