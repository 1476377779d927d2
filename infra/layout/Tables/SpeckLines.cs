using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>A piece of ink that may be of a line: its middle along the lines, its place across, its ends along.</summary>
internal sealed record Speck(double Along, double Across, int From, int To)
{
    /// <summary>Its ink along the line, pixels.</summary>
    public int Length => To - From;
}

/// <summary>A line of specks: its place across where it begins, first place along, and the place after the last.</summary>
internal sealed record SpeckLine(double At, int From, int To);

/// <summary>Lines that lie one way, made of specks.</summary>
internal sealed class SpeckLines
{
    /// <summary>How far beside a line there is next to nothing, inches, and how much of its ink lies there at most.</summary>
    private const double Aside = 0.04, MostBeside = 0.35;

    /// <summary>No row or column of a table is so narrow, inches: lines side by side with as much ink are stems of letters.</summary>
    private const double Narrowest = 0.12, MostNear = 1;

    /// <summary>The widest gap in a line that is found by itself, and the shortest one, inches.</summary>
    private const double Gap = 0.45, Shortest = 0.7;

    /// <summary>Specks an inch of a line, or how much of it is ink; noise has fewer in line.</summary>
    private const double Fewest = 6, LeastInk = 0.3;

    /// <summary>Specks of a line that runs from one known border to another, in all and an inch, and by how many standard deviations more than noise has in line.</summary>
    private const double FewestBetween = 6, DensityBetween = 1.2, AboveNoise = 5;

    /// <summary>The widest gap in such a line where it runs beyond the borders that are known, inches.</summary>
    private const double GapBetween = 0.8;

    /// <summary>So much of a line may lie on letters: one that touches it, and no line of print.</summary>
    private const double MostOnLetters = 0.04;

    /// <summary>Where so many pixels of a line are letters, they stand on it.</summary>
    private const int FewestOnLetters = 2;

    /// <summary>Of an upright page lines still lean by so much at most, looked for in steps of so much.</summary>
    private const double MostLean = 0.012, LeanStep = 0.001;

    private readonly List<Speck>[] rows;
    private readonly Lazy<BinaryImage> letters;
    private readonly double dpi;
    private readonly int aside;
    private readonly List<SpeckLine> lines = [];

    /// <summary>Takes the specks.</summary>
    /// <param name="specks">Specks and dashes that lie this way.</param>
    /// <param name="height">Pixels across.</param>
    /// <param name="letters">All other ink, turned so that the lines lie in its rows.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public SpeckLines(IReadOnlyList<Speck> specks, int height, Lazy<BinaryImage> letters, double dpi)
    {
        (this.letters, this.dpi, aside) = (letters, dpi, (int)Math.Ceiling(Aside * dpi));
        Lean = LeanOf(specks, height);
        rows = new List<Speck>[height];
        foreach (var speck in specks) (rows[RowOf(speck, Lean, height)] ??= []).Add(speck);
    }

    /// <summary>By how much the lines fall a pixel along.</summary>
    public double Lean { get; }

    /// <summary>The lines that were found.</summary>
    public IReadOnlyList<SpeckLine> Found => lines;

    /// <summary>Where a line lies at a place along.</summary>
    public double At(SpeckLine line, double along) => line.At + (Lean * along);

    /// <summary>Finds lines that show by themselves, the fullest first.</summary>
    public void Find()
    {
        foreach (var at in Fullest())
        {
            var members = Band(at, 1).OrderBy(speck => speck.From).ToList();
            for (int first = 0, next = 1; next <= members.Count; next++)
            {
                if (next < members.Count && members[next].From - members[next - 1].To <= Gap * dpi) continue;
                var piece = members[first..next];
                first = next;
                int from = piece[0].From, to = piece[^1].To;
                if (to - from < Shortest * dpi || (piece.Count < Fewest * (to - from) / dpi && piece.Sum(speck => speck.Length) < LeastInk * (to - from))) continue;
                if (IsFree(at, from, to) && IsApart(at, from, to)) lines.Add(new(at, from, to));
            }
        }
    }

    /// <summary>Finds lines of fewer specks that run from one border to the other, and draws those that were found in pieces from border to border.</summary>
    /// <param name="from">The border where lines begin.</param>
    /// <param name="to">The border where they end.</param>
    /// <param name="first">Where the first of them lies.</param>
    /// <param name="last">Where the last of them lies.</param>
    /// <param name="mayGoOn">Whether they may run on beyond the borders, as far as specks follow.</param>
    public void FindBetween(int from, int to, int first, int last, bool mayGoOn)
    {
        if (to - from < Shortest * dpi || last <= first) return;
        var noise = 3.0 * rows.Where((row, at) => row is not null && at >= first && at <= last && !lines.Exists(line => Math.Abs(line.At - at) <= 1)).Sum(row => row.Count(speck => speck.Along >= from && speck.Along <= to)) / (last - first);
        var fewest = Math.Max(Math.Max(FewestBetween, DensityBetween * (to - from) / dpi), noise + (AboveNoise * Math.Sqrt(noise)));
        foreach (var at in Fullest().Where(at => at >= first - aside && at <= last + aside))
        {
            var members = Band(at, 1).OrderBy(speck => speck.From).ToList();
            var count = members.Count(speck => speck.Along >= from && speck.Along <= to);
            if (count < fewest) continue;
            var pieces = lines.Where(line => Math.Abs(line.At - at) <= 1 && line.From < to && line.To > from).ToList();
            if ((pieces.Count == 0 && !IsFree(at, from, to)) || !IsApart(at, from, to) || LetterShare(at, from, to) > MostOnLetters) continue;
            lines.RemoveAll(pieces.Contains);
            int begin = pieces.Select(line => line.From).Append(from).Min(), end = pieces.Select(line => line.To).Append(to).Max();
            foreach (var speck in members.Where(speck => mayGoOn && speck.To > end && speck.From - end <= GapBetween * dpi)) end = Math.Max(end, speck.To);
            foreach (var speck in members.AsEnumerable().Reverse().Where(speck => mayGoOn && speck.From < begin && begin - speck.To <= GapBetween * dpi)) begin = Math.Min(begin, speck.From);
            lines.Add(new(at, begin, end));
        }
    }

    /// <summary>Draws lines to where the longest but one ends: shorter ones lost specks, and beyond the longest there may be a speck of dirt.</summary>
    public void Stretch(Func<SpeckLine, bool> which)
    {
        var own = lines.Where(which).ToList();
        if (own.Count < 2) return;
        int from = own.Select(line => line.From).Order().ElementAt(1), to = own.Select(line => line.To).OrderDescending().ElementAt(1);
        lines.RemoveAll(own.Contains);
        lines.AddRange(own.Select(line => line with { From = from, To = to }));
    }

    /// <summary>Takes away from each line the stretches between borders where letters stand on it: there it is not drawn, and cells are one.</summary>
    /// <param name="borders">Where the lines that cross these lie.</param>
    /// <param name="mostTouched">How much of a stretch letters may touch all the same: a coarse fax sets lines of print on the line below them.</param>
    public void Part(IEnumerable<int> borders, double mostTouched)
    {
        var ends = borders.Order().ToList();
        var parted = lines.SelectMany(line => Stretches(line, ends, mostTouched)).ToList();
        lines.Clear();
        lines.AddRange(parted);
    }

    private IEnumerable<SpeckLine> Stretches(SpeckLine line, List<int> ends, double mostTouched)
    {
        var from = line.From;
        foreach (var (begin, end) in ends.Where(end => end > line.From && end < line.To).Prepend(line.From).Zip(ends.Where(end => end > line.From && end < line.To).Append(line.To)))
        {
            if (LetterShare((int)line.At, begin + aside, end - aside) * (end - begin - (2 * aside)) < Math.Max(FewestOnLetters, mostTouched * (end - begin))) continue;
            if (begin > from) yield return line with { From = from, To = begin };
            from = end;
        }

        if (from < line.To) yield return line with { From = from };
    }

    private IEnumerable<int> Fullest() => Enumerable.Range(1, Math.Max(0, rows.Length - 2)).Where(y => rows[y] is not null).OrderByDescending(y => Band(y, 1).Sum(speck => speck.Length)).ThenBy(y => y);

    private IEnumerable<Speck> Band(int at, int reach) =>
        Enumerable.Range(Math.Max(0, at - reach), Math.Min(rows.Length, at + reach + 1) - Math.Max(0, at - reach)).SelectMany(row => rows[row] ?? []);

    private bool IsFree(int at, int from, int to) => !lines.Exists(line => Math.Abs(line.At - at) <= aside && Math.Min(line.To, to) > Math.Max(line.From, from));

    private bool IsApart(int at, int from, int to)
    {
        double Ink(int reach) => Band(at, reach).Where(speck => speck.Along >= from && speck.Along <= to).Sum(speck => speck.Length);
        return Ink(aside) <= (1 + MostBeside) * Ink(1) && Ink((int)(Narrowest * dpi)) < (1 + MostNear) * Ink(1);
    }

    private double LetterShare(int at, int from, int to)
    {
        if (to <= from) return 0;
        var (on, picture) = (0, letters.Value);
        for (var along = Math.Max(0, from); along < Math.Min(to, picture.Width); along++)
        {
            var row = (int)(at + (Lean * along));
            if ((uint)row < (uint)picture.Height) on += picture.Ink[(row * picture.Width) + along];
        }

        return on / (double)(to - from);
    }

    // The lean by which the specks gather in the fewest rows.
    private static double LeanOf(IReadOnlyList<Speck> specks, int height)
    {
        var best = (Score: 0.0, Lean: 0.0);
        var filled = new double[height];
        for (var step = 0; step <= 2 * MostLean / LeanStep; step++)
        {
            // The upright page first, so that it stays upright where nothing speaks for another lean.
            var lean = (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * LeanStep;
            Array.Clear(filled);
            foreach (var speck in specks) filled[RowOf(speck, lean, height)] += speck.Length;
            var score = filled.Sum(row => row * row);
            if (score > best.Score) best = (score, lean);
        }

        return best.Lean;
    }

    private static int RowOf(Speck speck, double lean, int height) => Math.Clamp((int)(speck.Across - (lean * speck.Along)), 0, height - 1);
}
