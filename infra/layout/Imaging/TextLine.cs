using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>A piece of ink of a line of text, in a frame in which lines run across.</summary>
public readonly record struct LinePiece(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Middle across.</summary>
    public double CentreX => (Left + Right) / 2;

    /// <summary>How high.</summary>
    public double Height => Bottom - Top;
}

/// <summary>Letters beside one another, from left to right.</summary>
public sealed record TextLine(IReadOnlyList<LinePiece> Pieces)
{
    /// <summary>The rectangle around it.</summary>
    public Rect Box { get; } = new(Pieces.Min(p => p.Left), Pieces.Min(p => p.Top), Pieces.Max(p => p.Right), Pieces.Max(p => p.Bottom));

    /// <summary>The line in a frame that is a factor larger and then mapped on; letters keep their size.</summary>
    public TextLine Through(double factor, Affine next) => new([.. Pieces.Select(p =>
    {
        Point foot = next.Map(new(factor * p.CentreX, factor * p.Bottom)), head = next.Map(new(factor * p.CentreX, factor * p.Top));
        var half = factor * (p.Right - p.Left) / 2;
        return new LinePiece(foot.X - half, head.Y, foot.X + half, foot.Y);
    })]);

    /// <summary>From a level strip as long as the line, whose row <paramref name="middle"/> is the line's middle, to the line's frame.</summary>
    public Affine Along(double middle) => new(1, 0, Box.Left, Slope, 1, Pieces.Average(p => (p.Top + p.Bottom) / 2) - middle + (Slope * (Box.Left - Pieces.Average(p => p.CentreX))));

    /// <summary>How far it falls a pixel to the right.</summary>
    public double Slope
    {
        get
        {
            double x = Pieces.Average(p => p.CentreX), y = Pieces.Average(p => (p.Top + p.Bottom) / 2);
            var spread = Pieces.Sum(p => (p.CentreX - x) * (p.CentreX - x));
            return spread == 0 ? 0 : Pieces.Sum(p => (p.CentreX - x) * ((p.Top + p.Bottom) / 2 - y)) / spread;
        }
    }
}

/// <summary>Finds lines of text by letter following letter, so that curved and slightly turned lines are found too.</summary>
public static class TextLines
{
    /// <summary>Lines of at least so many pieces.</summary>
    /// <param name="pieces">Connected pieces of ink, lines running across.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="least">Fewest pieces.</param>
    public static IReadOnlyList<TextLine> Of(IEnumerable<LinePiece> pieces, double dpi, int least = 5)
    {
        double smallest = 0.05 * dpi, largest = 0.35 * dpi, gap = 0.3 * dpi;
        var letters = pieces.Where(p => p.Height >= smallest && p.Height <= largest).OrderBy(p => p.Left).ToArray();
        var next = new int[letters.Length];
        var follows = new bool[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            next[i] = -1;
            var best = double.MaxValue;
            for (var j = i + 1; j < letters.Length && letters[j].Left <= letters[i].Right + gap; j++)
            {
                if (follows[j] || letters[j].Right <= letters[i].Right) continue;
                var shared = Math.Min(letters[i].Bottom, letters[j].Bottom) - Math.Max(letters[i].Top, letters[j].Top);
                if (shared < 0.5 * Math.Min(letters[i].Height, letters[j].Height)) continue;
                var distance = Math.Max(0, letters[j].Left - letters[i].Right) + Math.Abs(letters[j].Bottom - letters[i].Bottom) / 2;
                if (distance >= best) continue;
                best = distance;
                next[i] = j;
            }

            if (next[i] >= 0) follows[next[i]] = true;
        }

        var lines = new List<TextLine>();
        for (var i = 0; i < letters.Length; i++)
        {
            if (follows[i]) continue;
            var line = new List<LinePiece>();
            for (var at = i; at >= 0; at = next[at]) line.Add(letters[at]);
            if (line.Count >= least) lines.Add(new(line));
        }

        return lines;
    }
}
