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
    /// <summary>
    /// From so many lines on their shape may decide alone: when what most lean to weighs this much, the more lines the less each must
    /// lean. Pages of plain text come to about 2.
    /// </summary>
    private const int EnoughLines = 6;
    private const double ClearVote = 1, ClearShare = 0.75;

    /// <summary>Below this, lines may run either way.</summary>
    private const double ClearDirection = 1.6;

    private const int Sample = 4;

    /// <summary>So many lines are read where the first say something, but too little.</summary>
    private const int LargerSample = 12;

    /// <summary>Longer lines are read in part, inches.</summary>
    private const double LongestStrip = 3.5;

    /// <summary>Letters in sure words that settle the matter.</summary>
    public const double Settled = 12;

    private const double SureWord = 0.8;

    private static readonly TimeSpan LineLimit = TimeSpan.FromSeconds(5);

    /// <summary>The clockwise quarters (0 to 3) that make the page upright.</summary>
    public int Of(PageView page, TextDirection direction)
    {
        if (page.Pieces.Count == 0) return 0;
        if (direction.Surety < ClearDirection) return ByReading(page, [0, 2, 1, 3]);
        var along = direction.Sideways ? 1 : 0;
        var lines = page.Lines(along);
        var (vote, share) = WayUp.Of(page, along, lines);
        var likely = vote >= 0 ? along : along + 2;
        return lines.Count >= EnoughLines && Math.Abs(vote) * Math.Sqrt(lines.Count) >= ClearVote && share >= ClearShare
            ? likely
            : ByReading(page, [likely, (likely + 2) % 4]);
    }

    /// <summary>Reads the longest lines in each of the ways, the likeliest first, until one gives words; the way in which most is read with confidence.</summary>
    public int ByReading(PageView page, IReadOnlyList<int> ways)
    {
        var best = (Quarters: ways.Contains(0) ? 0 : ways[0], Score: 0.0);
        foreach (var way in ways)
        {
            var score = 0.0;
            foreach (var line in page.Lines(way, 2).OrderByDescending(l => l.Box.Width).Take(Sample))
            {
                score += Score(Strip(page, way, line), page.Dpi * page.Factor);
                if (score >= Settled) return way;
            }

            // Without evidence a page is taken as it lies.
            if (score > 1.1 * best.Score) best = (way, score);
        }

        return best.Quarters;
    }

    /// <summary>How well the longest lines of a page can be read, and how well in a mirror, as print on the back of the paper is.</summary>
    public (double Plain, double Mirrored) Readable(PageView page, int quarters)
    {
        double plain = 0, mirrored = 0;
        var read = 0;
        foreach (var line in page.Lines(quarters, 2).OrderByDescending(l => l.Box.Width).Take(LargerSample))
        {
            if (read++ == Sample && plain + mirrored == 0 && page.IsVeryFaint) break;

            var strip = Strip(page, quarters, line);
            var dpi = page.Dpi * page.Factor;
            plain += Score(strip, dpi);
            for (var y = 0; y < strip.Height; y++) Array.Reverse(strip.Pixels, y * strip.Width, strip.Width);
            mirrored += Score(strip, dpi);
            if (Math.Abs(plain - mirrored) >= Settled) break;
        }

        return (plain, mirrored);
    }

    private static GrayImage Strip(PageView page, int way, TextLine line)
    {
        double reach = 0.8 * line.Box.Height + 0.05 * page.Dpi, margin = 0.1 * page.Dpi;
        var toLine = new Affine(1.0 / page.Factor, 0, -margin, 0, 1.0 / page.Factor, 0);
        return Warp.Draw(
            page.Image, toLine.Then(line.Along(reach)).Then(page.ToImage(way)),
            (int)((Math.Min(line.Box.Width, LongestStrip * page.Dpi) + 2 * margin) * page.Factor), (int)(2 * reach * page.Factor));
    }

    /// <summary>Letters in words that are surely words; what is read upside down rarely is sure of one.</summary>
    private double Score(GrayImage strip, double dpi) =>
        engine.Read(strip, dpi, TextShape.Line, LineLimit).SelectMany(l => l)
            .Where(w => w.Text.Length >= 3 && w.Text.All(char.IsLetter) && w.Confidence >= SureWord).Sum(w => w.Text.Length * w.Confidence);
}
