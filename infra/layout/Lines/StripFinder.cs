using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Lines;

/// <summary>
/// Finds lines of text in a zone of a level page: pieces as high as letters that lie side by side at one height make a line; marks
/// and points go to the line whose letters they are nearest to.
/// </summary>
public sealed class StripFinder
{
    /// <summary>Sizes in inches: letters of 7 points to headings of 24.</summary>
    private const double LowestLetter = 0.035, HighestLetter = 0.42, WidestPiece = 2.5;

    /// <summary>A gap that is wider, in inches, parts a line; a little wider than the widest spaces of justified text.</summary>
    private const double WidestGap = 0.45;

    private readonly double dpi;
    private readonly List<Line> lines = [];

    private StripFinder(double dpi) => this.dpi = dpi;

    /// <summary>The lines of a zone, from top to bottom.</summary>
    /// <param name="pieces">The pieces of ink whose centre lies in the zone.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static IReadOnlyList<TextStrip> Find(IReadOnlyList<InkPiece> pieces, double dpi)
    {
        var finder = new StripFinder(dpi);
        finder.Run(pieces);
        return [.. finder.lines.Select(l => l.ToStrip()).OrderBy(s => s.Box.Top).ThenBy(s => s.Box.Left)];
    }

    private void Run(IReadOnlyList<InkPiece> pieces)
    {
        var letters = pieces.Where(p => p.Box.Height >= LowestLetter * dpi && p.Box.Height <= HighestLetter * dpi && p.Box.Width <= WidestPiece * dpi).ToList();
        var body = Body(letters);
        foreach (var letter in letters.Where(l => l.Box.Height >= 0.55 * body && l.Box.Height <= 2.6 * body).OrderBy(l => l.Box.Left)) Place(letter);
        Merge();

        // Larger letters of a heading and letters that touch those of the next line.
        var placed = lines.SelectMany(l => l.Pieces).Select(p => p.Id).ToHashSet();
        foreach (var tall in letters.Where(l => !placed.Contains(l.Id) && l.Box.Height > 2.6 * body).OrderBy(l => l.Box.Left)) Place(tall);
        Merge();
        placed = [.. lines.SelectMany(l => l.Pieces).Select(p => p.Id)];
        foreach (var small in pieces.Where(p => !placed.Contains(p.Id) && p.Box.Height < 0.55 * Math.Max(body, LowestLetter * dpi) && p.Box.Width <= WidestPiece * dpi)
            .OrderBy(p => p.Box.Left))
            Attach(small, body);
        Merge();
    }

    /// <summary>The height of most letters, marks and specks left out.</summary>
    private static double Body(List<InkPiece> letters)
    {
        if (letters.Count == 0) return 0;
        var heights = letters.Select(l => l.Box.Height).Order().ToList();
        return heights[heights.Count / 2];
    }

    private void Place(InkPiece letter)
    {
        Line? best = null;
        var bestShare = 0.45;
        foreach (var line in lines)
        {
            if (letter.Box.Left - line.Right > WidestGap * dpi) continue;
            var (top, bottom) = line.BandAt(letter.Box.Left);
            var shared = Math.Min(bottom, letter.Box.Bottom) - Math.Max(top, letter.Box.Top);
            var share = shared / Math.Min(bottom - top, letter.Box.Height);
            if (share <= bestShare || !SameSize(bottom - top, letter.Box.Height)) continue;
            (best, bestShare) = (line, share);
        }

        if (best is null) lines.Add(best = new());
        best.AddLetter(letter);
    }

    /// <summary>A heading beside small print is another line; capitals with marks beside small letters are not.</summary>
    private static bool SameSize(double band, double height) => height < 3 * band && band < 3.5 * height;

    /// <summary>Parts of one line that were begun apart: at one height, one beside or over the other.</summary>
    private void Merge()
    {
        for (var i = 0; i < lines.Count; i++)
        for (var j = lines.Count - 1; j > i; j--)
        {
            if (!BelongTogether(lines[i], lines[j])) continue;
            lines[i].Take(lines[j]);
            lines.RemoveAt(j);
            j = lines.Count;
        }
    }

    private bool BelongTogether(Line a, Line b)
    {
        if (Math.Max(a.Left, b.Left) - Math.Min(a.Right, b.Right) > WidestGap * dpi) return false;
        double at = Math.Clamp((a.Left + b.Right) / 2, Math.Min(a.Left, b.Left), Math.Max(a.Right, b.Right));
        var ((topA, bottomA), (topB, bottomB)) = (a.BandAt(at), b.BandAt(at));
        var shared = Math.Min(bottomA, bottomB) - Math.Max(topA, topB);
        return shared > 0.6 * Math.Min(bottomA - topA, bottomB - topB) && SameSize(bottomA - topA, bottomB - topB);
    }

    /// <summary>A mark goes to the line of the letters it is nearest to; one far from all letters is a line of its own if it is a dash.</summary>
    private void Attach(InkPiece mark, double body)
    {
        Line? best = null;
        var nearest = 0.9 * Math.Max(body, 0.06 * dpi);
        foreach (var line in lines)
        {
            if (mark.Box.Left > line.Right + nearest || mark.Box.Right < line.Left - nearest) continue;
            if (line.DistanceTo(mark.Box) is var distance && distance < nearest) (best, nearest) = (line, distance);
        }

        best?.AddMark(mark);
    }

    private sealed class Line
    {
        /// <summary>So many letters nearby tell at what height the line runs.</summary>
        private const int Near = 9;

        private readonly List<InkPiece> letters = [], marks = [];

        public double Left { get; private set; } = double.MaxValue;

        public double Right { get; private set; } = double.MinValue;

        public IEnumerable<InkPiece> Pieces => letters.Concat(marks);

        public void AddLetter(InkPiece letter)
        {
            letters.Add(letter);
            Left = Math.Min(Left, letter.Box.Left);
            Right = Math.Max(Right, letter.Box.Right);
        }

        public void AddMark(InkPiece mark)
        {
            marks.Add(mark);
            Left = Math.Min(Left, mark.Box.Left);
            Right = Math.Max(Right, mark.Box.Right);
        }

        public void Take(Line other)
        {
            letters.AddRange(other.letters);
            letters.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
            marks.AddRange(other.marks);
            (Left, Right) = (Math.Min(Left, other.Left), Math.Max(Right, other.Right));
        }

        /// <summary>Where letters begin and end near a place along the line (medians, so that tall and hanging letters count little).</summary>
        public (double Top, double Bottom) BandAt(double x)
        {
            var end = letters.Count;
            if (end > Near && x < letters[^1].Box.Left)
            {
                var at = letters.FindIndex(l => l.Box.Left >= x);
                end = Math.Min(letters.Count, Math.Max(at, 0) + Near / 2 + 1);
            }

            var from = Math.Max(0, end - Near);
            Span<double> tops = stackalloc double[Near], bottoms = stackalloc double[Near];
            for (var i = from; i < Math.Min(end, from + Near); i++) (tops[i - from], bottoms[i - from]) = (letters[i].Box.Top, letters[i].Box.Bottom);
            var count = Math.Min(end, from + Near) - from;
            tops[..count].Sort();
            bottoms[..count].Sort();
            return (tops[count / 2], bottoms[count / 2]);
        }

        public double DistanceTo(Rect box)
        {
            var nearest = double.MaxValue;
            foreach (var letter in letters)
            {
                var across = Math.Max(0, Math.Max(letter.Box.Left - box.Right, box.Left - letter.Box.Right));
                if (across >= nearest) continue;
                var down = Math.Max(0, Math.Max(letter.Box.Top - box.Bottom, box.Top - letter.Box.Bottom));
                nearest = Math.Min(nearest, Math.Sqrt(across * across + down * down));
            }

            return nearest;
        }

        public TextStrip ToStrip()
        {
            var tops = letters.Select(l => l.Box.Top).Order().ToList();
            var bottoms = letters.Select(l => l.Box.Bottom).Order().ToList();
            return new(Pieces.Select(p => p.Box).Aggregate((a, b) => a.Union(b)), tops[tops.Count / 2], bottoms[bottoms.Count / 2], [.. Pieces.Select(p => p.Id)]);
        }
    }
}
