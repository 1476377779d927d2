using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>Makes a grid with row and column spans from the rules of one table.</summary>
public static class GridBuilder
{
    /// <summary>Narrower things with lines are drawings, inches.</summary>
    private const double Narrowest = 1.5;

    /// <summary>A border is there when so much of it is drawn.</summary>
    private const double Drawn = 0.6;

    /// <summary>What is drawn so far is no letter's stem.</summary>
    private const double Whole = 0.9;

    /// <summary>And when so much is drawn and the rest is blank: words of a merged cell would cross it.</summary>
    public const double PartlyDrawn = 0.25;

    /// <summary>A line of the grid: all rules at one place.</summary>
    private sealed record Track(List<Rule> Rules, double Slope)
    {
        /// <summary>Place across at a place along, by the rules' common fit.</summary>
        public double At(double along)
        {
            double weight = 0, sum = 0;
            foreach (var rule in Rules)
            {
                weight += rule.Weight;
                sum += rule.Weight * rule.At(along, Slope);
            }

            return sum / weight;
        }

        /// <summary>Which share of the range is really drawn, 0 to 1.</summary>
        public double Coverage(double from, double to)
        {
            var joined = new Rule();
            foreach (var rule in Rules)
                if (rule.To >= from && rule.From <= to) joined.Parts.AddRange(rule.Parts);
            var inset = Math.Min(3, (to - from) / 6);
            return joined.Coverage(from + inset, to - inset);
        }

        /// <summary>Whether a border is drawn along the range.</summary>
        public bool Covers(double from, double to) => Coverage(from, to) >= Drawn;
    }

    /// <summary>The grid of the rules; null when they make fewer than two cells.</summary>
    /// <param name="image">The picture that they were found in.</param>
    /// <param name="across">Horizontal rules.</param>
    /// <param name="down">Vertical rules.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static Grid? Build(BinaryImage image, IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, double dpi)
    {
        if (across.Count < 2 || down.Count < 2) return null;
        var rows = Tracks(across, dpi);
        var columns = Tracks(down, dpi);
        var (loose, looseDown) = (rows.Where(r => IsLoose(r, columns, dpi)).ToList(), columns.Where(c => IsLoose(c, rows, dpi)).ToList());
        rows.RemoveAll(loose.Contains);
        columns.RemoveAll(looseDown.Contains);
        if (rows.Count > 2 && IsBeside(rows[0], rows[1], columns)) rows.RemoveAt(0);
        if (rows.Count > 2 && IsBeside(rows[^1], rows[^2], columns)) rows.RemoveAt(rows.Count - 1);
        if (rows.Count < 2 || columns.Count < 2) return null;

        int rowCount = rows.Count - 1, columnCount = columns.Count - 1;
        var corners = new Point[rows.Count, columns.Count];
        for (var r = 0; r < rows.Count; r++)
        for (var c = 0; c < columns.Count; c++)
            corners[r, c] = Corner(rows[r], columns[c]);

        if (corners[0, columnCount].X - corners[0, 0].X < Narrowest * dpi || !IsFramed(rows, columns, corners)) return null;
        var owner = Merge(image, rows, columns, corners, dpi);
        var cells = Cells(owner, corners, rowCount, columnCount);
        if (cells.Count < 2) return null;
        return Numbered(cells, new(corners[0, 0], corners[0, columnCount], corners[rowCount, columnCount], corners[rowCount, 0]));
    }

    /// <summary>An underline close above or below a table: it does not run from side to side, and no border leads to it.</summary>
    private static bool IsBeside(Track row, Track next, List<Track> columns)
    {
        double Place(Track track, Track column) => track.At(column.At(track.At(0)));
        return !row.Covers(columns[0].At(row.At(0)), columns[^1].At(row.At(0)))
            && columns.TrueForAll(c => !c.Covers(Math.Min(Place(row, c), Place(next, c)), Math.Max(Place(row, c), Place(next, c))));
    }

    /// <summary>The grid without rows and columns that no cell begins in: a letter was taken for a border that parts nothing.</summary>
    private static Grid Numbered(List<GridCell> cells, Quad outline)
    {
        List<int> rows = [.. cells.Select(c => c.Row).Distinct().Order()], columns = [.. cells.Select(c => c.Column).Distinct().Order()];
        return new(rows.Count, columns.Count, outline, [.. cells.Select(c => c with
        {
            Row = rows.IndexOf(c.Row), RowSpan = rows.Count(r => r >= c.Row && r < c.Row + c.RowSpan),
            Column = columns.IndexOf(c.Column), ColumnSpan = columns.Count(k => k >= c.Column && k < c.Column + c.ColumnSpan),
        })]);
    }

    /// <summary>A table is closed above and below and on at least one side; the strokes of a drawing rarely are.</summary>
    private static bool IsFramed(List<Track> rows, List<Track> columns, Point[,] corners)
    {
        int bottom = rows.Count - 1, right = columns.Count - 1;
        bool Across(int row) => rows[row].Covers(corners[row, 0].X, corners[row, right].X);
        bool Down(int column) => columns[column].Covers(corners[0, column].Y, corners[bottom, column].Y);
        return Across(0) && Across(bottom) && (Down(0) || Down(right));
    }

    private static List<Track> Tracks(IReadOnlyList<Rule> rules, double dpi)
    {
        double near = 0.05 * dpi, from = rules.Min(r => r.From), to = rules.Max(r => r.To), middle = (from + to) / 2;
        var longEnough = rules.Where(r => r.Length >= Math.Max(1.0 * dpi, 0.3 * (to - from))).ToList();
        var slope = longEnough.Count == 0 ? 0 : longEnough.Sum(r => r.Slope * r.Weight) / longEnough.Sum(r => r.Weight);
        var tracks = new List<Track>();
        var current = new List<Rule>();
        var last = double.NegativeInfinity;
        foreach (var (rule, place) in rules.Select(r => (Rule: r, Place: r.At(middle, OwnSlope(r)))).OrderBy(p => p.Place))
        {
            if (current.Count > 0 && place - last > near) Close();
            if (current.Count == 0) last = place;
            current.Add(rule);
            last = Math.Max(last, place - near / 2);
        }

        Close();
        return tracks;

        double OwnSlope(Rule rule) => longEnough.Contains(rule) ? rule.Slope : slope;

        void Close()
        {
            double weight = current.Sum(r => r.Weight), own = current.Sum(r => OwnSlope(r) * r.Weight) / weight;
            tracks.Add(new([.. current], own));
            current.Clear();
        }
    }

    /// <summary>Short pieces that end where no border is: strokes of a pen, and a seal's ring where it runs along an axis.</summary>
    private static bool IsLoose(Track track, List<Track> crossing, double dpi)
    {
        var near = 0.07 * dpi;
        return track.Rules.Sum(r => r.Length) < 0.6 * dpi
            && track.Rules.TrueForAll(r => !OnBorder(r.From, r.At(r.From)) || !OnBorder(r.To, r.At(r.To)));

        bool OnBorder(double along, double across) => crossing.Exists(c => Math.Abs(c.At(across) - along) <= near);
    }

    private static Point Corner(Track row, Track column)
    {
        double x = column.At(row.At(0)), y = row.At(x);
        x = column.At(y);
        return new(x, row.At(x));
    }

    private static int[,] Merge(BinaryImage image, List<Track> rows, List<Track> columns, Point[,] corners, double dpi)
    {
        int rowCount = rows.Count - 1, columnCount = columns.Count - 1;
        var parent = Enumerable.Range(0, rowCount * columnCount).ToArray();
        for (var r = 0; r < rowCount; r++)
        for (var c = 0; c < columnCount; c++)
        {
            if (c + 1 < columnCount && !Parted(columns[c + 1], corners[r, c + 1], corners[r + 1, c + 1], true)) Union(r * columnCount + c, r * columnCount + c + 1);
            if (r + 1 < rowCount && !Parted(rows[r + 1], corners[r + 1, c], corners[r + 1, c + 1], false)) Union(r * columnCount + c, (r + 1) * columnCount + c);
        }

        var owner = new int[rowCount, columnCount];
        for (var r = 0; r < rowCount; r++)
        for (var c = 0; c < columnCount; c++)
            owner[r, c] = Root(r * columnCount + c);
        return owner;

        bool Parted(Track track, Point from, Point to, bool down)
        {
            var coverage = down ? track.Coverage(from.Y, to.Y) : track.Coverage(from.X, to.X);
            return coverage >= Drawn ? coverage >= Whole || !PaperBand.HasStem(image, from, to, down, dpi)
                : (coverage >= PartlyDrawn || PaperBand.IsRagged(image, from, to, down, dpi)) && PaperBand.IsRest(image, from, to, down, dpi);
        }

        int Root(int place)
        {
            while (parent[place] != place) place = parent[place] = parent[parent[place]];
            return place;
        }

        void Union(int a, int b) => parent[Root(b)] = Root(a);
    }

    /// <summary>Rectangles of places with one owner, by row; an owner that is no rectangle gives several cells.</summary>
    private static List<GridCell> Cells(int[,] owner, Point[,] corners, int rowCount, int columnCount)
    {
        var taken = new bool[rowCount, columnCount];
        var cells = new List<GridCell>();
        for (var r = 0; r < rowCount; r++)
        for (var c = 0; c < columnCount; c++)
        {
            if (taken[r, c]) continue;
            int id = owner[r, c], right = c + 1, bottom = r + 1;
            while (right < columnCount && owner[r, right] == id && !taken[r, right]) right++;
            while (bottom < rowCount && Enumerable.Range(c, right - c).All(x => owner[bottom, x] == id && !taken[bottom, x])) bottom++;
            for (var y = r; y < bottom; y++)
            for (var x = c; x < right; x++)
                taken[y, x] = true;
            cells.Add(new(r, c, bottom - r, right - c, new(corners[r, c], corners[r, right], corners[bottom, right], corners[bottom, c])));
        }

        return cells;
    }
}
