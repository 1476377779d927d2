using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ink;
using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Analysis;

/// <summary>A page that is a picture: even light, orientation, skew, tables, text, ink.</summary>
public sealed class ScannedPage(OcrEngine engine, Limits limits)
{
    /// <summary>Words surer than this on average mean that the page was read the right way up.</summary>
    private const double Sure = 0.7;

    /// <summary>Of what was read so much is plain words: digits look like digits upside down, words do not look like words.</summary>
    private const double LeastPlain = 0.15, PlainWord = 0.8, Many = 40;

    /// <summary>Reads the page.</summary>
    /// <param name="number">1-based page.</param>
    /// <param name="width">Page width in <paramref name="unit"/>.</param>
    /// <param name="height">Page height in <paramref name="unit"/>.</param>
    /// <param name="unit">"inch" or "pixel".</param>
    /// <param name="picture">The page as displayed.</param>
    /// <param name="lookForInk">Whether seals and handwriting are wanted.</param>
    public PageReading Read(int number, double width, double height, string unit, ScanPicture picture, bool lookForInk)
    {
        var sheet = Sheet.Of(picture.ForText, picture.Dpi);
        var view = PageView.Of(sheet);
        var direction = TextDirection.Of(view.Pieces, view.Dpi);
        var orientation = new Orientation(engine);
        var quarters = orientation.Of(view, direction);
        var (seen, back) = (view, (Bleed?)null);
        (view, back) = WithoutBack(view, quarters, orientation);
        var page = ReadUpright(view, UprightFrame.Of(view, quarters, direction), sheet.Dpi);
        if (!page.Sure || page.LacksWords)
        {
            // A few lines may say nothing, in a table of figures on a worn page: then all of it is read the other way up.
            var other = orientation.ByReading(view, [quarters, (quarters + 2) % 4, (quarters + 1) % 4, (quarters + 3) % 4]);
            if (other == quarters && page.LacksWords) other = (quarters + 2) % 4;
            var again = other == quarters ? page : ReadUpright(view, UprightFrame.Of(view, other, direction), sheet.Dpi);
            if (again.Score > page.Score) page = again;
        }

        var toPicture = page.Frame.ToPicture.Then(sheet.ToPicture);
        var toPage = toPicture.Then(Affine.Scale(width / picture.ForText.Width, height / picture.ForText.Height));
        var ink = lookForInk ? Ink(picture, page with { Frame = page.Frame with { ToPicture = toPicture } }, view.InkLevel, sheet.Dpi, back is null ? null : BackPrint.Of(seen, back, page.Frame)) : [];
        var lines = Calibration.Stated(InkFinder.WithoutScribble(page.Lines, ink));
        var angle = toPicture.TurnAt(new(page.Image.Width / 2.0, page.Image.Height / 2.0));
        return PageAssembly.Assemble(number, width, height, unit, angle, toPage, lines, InkFinder.WithoutSeals(page.Ruled.Grids, ink), ink);
    }

    /// <summary>The page without print on its back that shines through: all of an empty page, the pale part of a printed one.</summary>
    private static (PageView Page, Bleed? Back) WithoutBack(PageView view, int quarters, Orientation orientation)
    {
        // Where a few lines read neither way the page is read: what is called blank must be.
        if (view.IsFaint) return (orientation.Readable(view, quarters) is var (plain, mirrored)
            && (plain < mirrored || (view.IsVeryFaint && plain < Orientation.Settled)) ? view.Blank() : view, null);
        return view.Pieces.Count > 0 && Bleed.Of(view) is { } bleed && orientation.Readable(bleed.Pale, quarters) is var back && back.Mirrored > back.Plain
            ? (bleed.RemovedFrom(view), bleed) : (view, null);
    }

    private static IReadOnlyList<FrameInk> Ink(ScanPicture picture, UprightPage page, int inkLevel, double dpi, BackPrint? back)
    {
        var planes = picture.Colour is { } colour
            ? ColourPlanes.Of(colour)?.Upright(page.Frame.Smaller((double)picture.ForText.Width / colour.Width))
            : null;
        return InkFinder.Find(RuleEraser.Erase(page.Image, page.Ruled, false, Math.Max(inkLevel, 190), Background.Paper), inkLevel, dpi, planes, page.Lines, [.. page.Ruled.Grids.Select(g => g.Bounds)], back);
    }

    private sealed record UprightPage(UprightFrame Frame, GrayImage Image, RuledPage Ruled, IReadOnlyList<FrameLine> Lines)
    {
        private IEnumerable<FrameWord> Words => Lines.SelectMany(l => l.Words);

        private double Letters => Words.Sum(w => w.Text.Length);

        /// <summary>Letters in words that lie along the line; Tesseract reads sideways text too, in words that stand.</summary>
        private IEnumerable<FrameWord> Lying => Words.Where(w => w.Text.Length >= 3 && w.Box.Width > w.Box.Height);

        public double Score => Lying.Sum(w => w.Text.Length * w.Confidence * w.Confidence);

        public bool Sure => Letters < 3
            || (Words.Sum(w => w.Text.Length * w.Confidence) / Letters >= ScannedPage.Sure && Lying.Sum(w => w.Text.Length) >= 0.3 * Letters);

        /// <summary>Whether much was read and hardly a plain word among it.</summary>
        public bool LacksWords => Letters >= Many && Lying.Where(w => w.Confidence >= PlainWord && w.Text.All(char.IsLetter)).Sum(w => w.Text.Length) < LeastPlain * Letters;
    }

    private UprightPage ReadUpright(PageView view, UprightFrame frame, double dpi)
    {
        var image = frame.Draw(view.Image);
        var ruled = GridFinder.Find(image, Math.Max(view.InkLevel, 190), dpi);
        if (view.Pieces.Count == 0) return new(frame, image, ruled, []);
        var text = RuleEraser.Erase(image, ruled, true, Math.Max(view.InkLevel, 190), Background.Paper);
        var marks = Checkboxes.In(text, view.InkLevel, dpi);
        if (ruled.Grids.Count == 0) marks = [.. marks, .. LooseMarks.In(SelectionMarks.Without(text, marks), view.InkLevel, dpi)];
        var lines = PageRecognition.Read(engine, Background.Cleaned(SelectionMarks.Without(text, marks), view.InkLevel), ruled, Background.CleanInk, dpi, limits.PerPage / 2);
        return new(frame, image, ruled, SelectionMarks.With(lines, marks, ruled.Grids));
    }
}
