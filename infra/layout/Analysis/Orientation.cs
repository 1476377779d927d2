using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Analysis;

/// <summary>
/// Finds out how a page must be turned, without reading it: by how its lines run and by the shape of its print, and only where those
/// say too little by reading a few lines both ways.
/// </summary>
public sealed class Orientation(OcrEngine engine)
{
    /// <summary>So many lines that lean so clearly one way decide alone. Of pages seen, none of ten lines leans less than 0.24.</summary>
    private const int EnoughLines = 8;
    private const double ClearVote = 0.2, ClearShare = 0.75;

    /// <summary>Below this, lines may run either way.</summary>
    private const double ClearDirection = 1.6;

    private const int Sample = 4;
    private static readonly TimeSpan LineLimit = TimeSpan.FromSeconds(5);

    /// <summary>The clockwise quarters (0 to 3) that make the page upright.</summary>
    public int Of(PageView page, TextDirection direction)
    {
        if (page.Pieces.Count == 0) return 0;
        if (direction.Surety < ClearDirection) return ByReading(page, [0, 1]);
        var along = direction.Sideways ? 1 : 0;
        var lines = page.Lines(along);
        var (vote, share) = WayUp.Of(page, along, lines);
        return lines.Count >= EnoughLines && Math.Abs(vote) >= ClearVote && share >= ClearShare
            ? vote > 0 ? along : along + 2
            : ByReading(page, [along]);
    }

    /// <summary>Reads the longest lines both ways up, for each of the ways they may run; the way in which most is read with confidence.</summary>
    public int ByReading(PageView page, IReadOnlyList<int> ways)
    {
        var best = (Quarters: ways[0], Score: 0.0);
        foreach (var way in ways)
        {
            double upright = 0, turned = 0;
            foreach (var line in page.Lines(way, 2).OrderByDescending(l => l.Box.Width).Take(Sample))
            {
                var strip = Strip(page, way, line);
                upright += Score(strip, page.Dpi * page.Factor);
                Array.Reverse(strip.Pixels);
                turned += Score(strip, page.Dpi * page.Factor);
            }

            // Without evidence a page is taken as it lies.
            if (upright > 1.1 * best.Score) best = (way, upright);
            if (turned > 1.1 * best.Score) best = (way + 2, turned);
        }

        return best.Quarters;
    }

    private static GrayImage Strip(PageView page, int way, TextLine line)
    {
        double reach = 0.8 * line.Box.Height + 0.05 * page.Dpi, margin = 0.1 * page.Dpi;
        var toLine = new Affine(1.0 / page.Factor, 0, -margin, 0, 1.0 / page.Factor, 0);
        return Warp.Draw(
            page.Image, toLine.Then(line.Along(reach)).Then(page.ToImage(way)),
            (int)((line.Box.Width + 2 * margin) * page.Factor), (int)(2 * reach * page.Factor));
    }

    /// <summary>Letters read with confidence in real words.</summary>
    private double Score(GrayImage strip, double dpi) =>
        engine.Read(strip, dpi, TextShape.Line, LineLimit).SelectMany(l => l)
            .Where(w => w.Text.Count(char.IsLetterOrDigit) >= 2).Sum(w => w.Text.Length * w.Confidence * w.Confidence);
}
