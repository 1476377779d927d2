using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ink;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Analysis;

/// <summary>A page that is a picture: background, orientation, skew, tables, text, ink.</summary>
public sealed class ScannedPage(OcrEngine engine, Limits limits)
{
    /// <summary>Words surer than this on average mean that the page was read the right way up.</summary>
    private const double Sure = 0.7;

    /// <summary>Reads the page.</summary>
    /// <param name="number">1-based page.</param>
    /// <param name="width">Page width in <paramref name="unit"/>.</param>
    /// <param name="height">Page height in <paramref name="unit"/>.</param>
    /// <param name="unit">"inch" or "pixel".</param>
    /// <param name="picture">The page as displayed.</param>
    /// <param name="dpi">Pixels an inch of the picture.</param>
    /// <param name="lookForInk">Whether seals and handwriting are wanted.</param>
    public PageReading Read(int number, double width, double height, string unit, ScanPicture picture, double dpi, bool lookForInk)
    {
        var flat = Background.Normalised(picture.ForText);
        var level = Background.OtsuLevel(flat);
        var guess = Orientation.IsSideways(flat.Darker(level), dpi) ? 1 : 0;
        Attempt? best = null;
        foreach (var quarters in new[] { guess, guess + 2, 1 - guess, 3 - guess })
        {
            var attempt = Try(flat, level, quarters, dpi);
            if (best is null || attempt.Score > best.Score) best = attempt;
            if (attempt.Sure) break;
        }

        var page = best!;
        var toPage = Turn.Unlevel(page.Image.Width, page.Image.Height, page.Skew)
            .Then(Turn.Unquarter(flat.Width, flat.Height, page.Quarters))
            .Then(Affine.Scale(width / flat.Width, height / flat.Height));
        var angle = -page.Skew - 90.0 * page.Quarters;
        if (angle <= -180) angle += 360;
        var ink = lookForInk ? Ink(picture, page, level, dpi) : [];
        var lines = InkFinder.WithoutScribble(page.Lines, ink);
        return PageAssembly.Assemble(number, width, height, unit, angle, toPage, lines, InkFinder.WithoutSeals(page.Ruled.Grids, ink), ink);
    }

    private static IReadOnlyList<FrameInk> Ink(ScanPicture picture, Attempt page, int inkLevel, double dpi)
    {
        var planes = picture.Colour is { } colour
            ? ColourPlanes.Of(Reduce.Mean(colour, Math.Max(1, (int)Math.Round(dpi / 100))))?.Turned(page.Quarters, page.Skew)
            : null;
        return InkFinder.Find(RuleEraser.Erase(page.Image, page.Ruled, false, Math.Max(inkLevel, 190), Background.Paper), inkLevel, dpi, planes, page.Lines, page.Ruled.Grids);
    }

    private sealed record Attempt(int Quarters, double Skew, GrayImage Image, RuledPage Ruled, IReadOnlyList<FrameLine> Lines)
    {
        private IEnumerable<FrameWord> Words => Lines.SelectMany(l => l.Words);

        private double Letters => Words.Sum(w => w.Text.Length);

        /// <summary>Letters in words that lie along the line; Tesseract reads sideways text too, in words that stand.</summary>
        private IEnumerable<FrameWord> Lying => Words.Where(w => w.Text.Length >= 3 && w.Box.Width > w.Box.Height);

        public double Score => Lying.Sum(w => w.Text.Length * w.Confidence * w.Confidence);

        public bool Sure => Letters < 3
            || (Words.Sum(w => w.Text.Length * w.Confidence) / Letters >= ScannedPage.Sure && Lying.Sum(w => w.Text.Length) >= 0.3 * Letters);
    }

    private Attempt Try(GrayImage flat, int inkLevel, int quarters, double dpi)
    {
        var turned = Turn.Quarters(flat, quarters % 4);
        var skew = Turn.Skew(turned.Darker(inkLevel));
        var level = Turn.Level(turned, skew);
        var ruled = GridFinder.Find(level.Darker(Math.Max(inkLevel, 190)), dpi);
        var text = RuleEraser.Erase(level, ruled, true, Math.Max(inkLevel, 190), Background.Paper);
        return new(quarters % 4, skew, level, ruled, PageRecognition.Read(engine, Background.Cleaned(text, inkLevel), ruled, Background.CleanInk, dpi, limits.PerPage / 2));
    }
}
