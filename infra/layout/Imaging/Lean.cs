using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>How upright lines of a page lean, from left to right: all alike on a page that is sheared, more and more on one seen at a slant.</summary>
/// <param name="Middle">Pixels to the right for each pixel down, at the middle of the page.</param>
/// <param name="Change">By how much more at the right edge.</param>
/// <param name="Width">Of the frame.</param>
public sealed record Lean(double Middle, double Change, double Width)
{
    private const double Steepest = 0.12, Step = 0.0025;

    /// <summary>Stems of letters are shorter than this, inches.</summary>
    private const double Shortest = 0.17;

    /// <summary>Rules of so many inches in a part of the page tell how it leans.</summary>
    private const double Enough = 1.5;

    private const int Parts = 3;

    /// <summary>Pixels of the small picture that a stroke's piece is long.</summary>
    private const int Piece = 8;

    /// <summary>The lean at a place across.</summary>
    public double At(double x) => Middle + Change * (x - Width / 2) / (Width / 2);

    /// <summary>Measures the upright rules of a page; without any, the left ends of its lines.</summary>
    /// <param name="page">The page.</param>
    /// <param name="quarters">Its turn.</param>
    /// <param name="frame">The frame to measure in.</param>
    /// <param name="toPage">From the frame to the page's image.</param>
    /// <param name="lines">The lines of text, in the frame.</param>
    public static Lean Of(PageView page, int quarters, UprightFrame frame, Affine toPage, IReadOnlyList<TextLine> lines)
    {
        var toFrame = Affine.Scale(page.Factor, page.Factor).Then(toPage.Back());
        var runs = Runs(page, quarters % 2 == 0, toFrame);
        double dpi = page.Dpi * page.Factor, part = frame.Width / (double)Parts;
        var found = new List<(double X, double Lean, double Weight)>();
        for (var i = 0; i < Parts; i++)
        {
            var inPart = runs.Where(r => r.Middle.X >= i * part && r.Middle.X < (i + 1) * part).ToList();
            if (inPart.Sum(r => r.Length) >= Enough * dpi) found.Add(Best(inPart, frame.Height / 2.0));
        }

        if (found.Count == 0)
        {
            var ends = EdgeLine.Through([.. lines.Select(l => new Point((l.Box.Top + l.Box.Bottom) / 2, l.Box.Left)).OrderBy(p => p.X)], 0.03 * dpi);
            return new(ends is null || Math.Abs(ends.Slope) > Steepest ? 0 : ends.Slope, 0, frame.Width);
        }

        double weight = found.Sum(f => f.Weight), x = found.Sum(f => f.X * f.Weight) / weight, lean = found.Sum(f => f.Lean * f.Weight) / weight;
        var spread = found.Sum(f => f.Weight * (f.X - x) * (f.X - x));
        var change = spread < weight * 0.01 * frame.Width * frame.Width ? 0 : found.Sum(f => f.Weight * (f.X - x) * (f.Lean - lean)) / spread;
        return new(lean + change * (frame.Width / 2.0 - x), change * frame.Width / 2, frame.Width);
    }

    /// <summary>Unbroken upright strokes longer than a letter, in short pieces.</summary>
    private static List<(Point Middle, double Length)> Runs(PageView page, bool upright, Mapping toFrame)
    {
        var ink = page.Small.Darker(Math.Max(page.InkLevel, 190));
        if (upright) ink = ink.Transposed();
        var runs = new List<(Point, double)>();
        for (var line = 0; line < ink.Height; line++)
        {
            var row = ink.Ink.AsSpan(line * ink.Width, ink.Width);
            for (var at = 0; at < row.Length;)
            {
                var start = row[at..].IndexOf((byte)1);
                if (start < 0) break;
                start += at;
                var length = row[start..].IndexOf((byte)0);
                at = length < 0 ? row.Length : start + length;
                if (at - start < Shortest * page.Dpi) continue;
                for (var middle = start + Piece / 2; middle < at; middle += Piece)
                    runs.Add((toFrame.Map(upright ? new(line + 0.5, middle) : new(middle, line + 0.5)), Piece * page.Factor));
            }
        }

        return runs;
    }

    /// <summary>The lean at which the strokes' pieces come together on the fewest places.</summary>
    private static (double X, double Lean, double Weight) Best(List<(Point Middle, double Length)> runs, double middle)
    {
        var best = (Lean: 0.0, Score: -1.0);
        for (var lean = -Steepest; lean <= Steepest + Step / 2; lean += Step)
        {
            var places = new Dictionary<int, double>();
            foreach (var (p, length) in runs)
            {
                var place = (int)Math.Floor((p.X - lean * (p.Y - middle)) / 3);
                places[place] = places.GetValueOrDefault(place) + length;
                places[place + 1] = places.GetValueOrDefault(place + 1) + length;
            }

            var score = places.Values.Sum(v => v * v) * (1 - 0.2 * Math.Abs(lean));
            if (score > best.Score) best = (lean, score);
        }

        return (runs.Average(r => r.Middle.X), best.Lean, runs.Sum(r => r.Length));
    }
}
