using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// Chooses between the grids that two independent ways made of the same rules. Where they agree a cell is sure; where they differ,
/// the grid that explains the drawn lines better is taken, and what the other saw otherwise is doubtful when the difference is small.
/// </summary>
public sealed class GridChoice(BinaryImage image, IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, IReadOnlyList<(Point From, Point To)> implied, double dpi)
{
    /// <summary>A grid that only one way found has to explain the lines at least so well.</summary>
    private const double Acceptable = 0.5;

    /// <summary>A lead this large settles a disagreement.</summary>
    private const double Clear = 0.04;

    /// <summary>The grids that stand.</summary>
    /// <param name="byLines">Grids made of the rules.</param>
    /// <param name="byPaper">Grids made of the paper between the rules.</param>
    public IReadOnlyList<Grid> Of(IReadOnlyList<Grid> byLines, IReadOnlyList<Grid> byPaper)
    {
        var chosen = new List<Grid>();
        foreach (var (lines, paper) in Pairs(byLines, byPaper))
        {
            if (lines.Count == 1 && paper.Count == 1 && Alike(lines[0], paper[0]))
            {
                chosen.Add(lines[0]);
                continue;
            }

            double one = Score(lines), other = Score(paper);
            if (paper.Count == 0 || lines.Count == 0)
            {
                // The rules alone are enough: nicked and broken ones enclose no paper.
                if (paper.Count == 0) chosen.AddRange(lines);
                else if (other >= Acceptable) chosen.AddRange(paper);
                continue;
            }

            var (better, worse) = one >= other ? (lines, paper) : (paper, lines);
            chosen.AddRange(better.Select(g => Doubted(g, worse, Math.Abs(one - other) >= Clear)));
        }

        return chosen;
    }

    private static Grid Doubted(Grid grid, List<Grid> others, bool settled) => grid with
    {
        Cells = [.. grid.Cells.Select(c => settled || others.Exists(o => o.Cells.Any(x => Same(c, x))) ? c : c with { Confidence = Math.Min(c.Confidence, GridCell.Doubtful) })],
    };

    private static bool Alike(Grid one, Grid other) =>
        one.Rows == other.Rows && one.Columns == other.Columns && one.Cells.Count == other.Cells.Count
        && one.Cells.Zip(other.Cells).All(p => (p.First.Row, p.First.Column, p.First.RowSpan, p.First.ColumnSpan) == (p.Second.Row, p.Second.Column, p.Second.RowSpan, p.Second.ColumnSpan))
        && one.Cells.Zip(other.Cells).All(p => Same(p.First, p.Second));

    /// <summary>Whether two cells are the same place of the page, but for the thickness of a rule.</summary>
    private static bool Same(GridCell one, GridCell other)
    {
        Rect a = one.Shape.Bounds, b = other.Shape.Bounds;
        return a.SharedArea(b) >= 0.6 * Math.Max(a.Width * a.Height, b.Width * b.Height);
    }

    /// <summary>Grids of both ways that lie on each other.</summary>
    private static IEnumerable<(List<Grid> Lines, List<Grid> Paper)> Pairs(IReadOnlyList<Grid> byLines, IReadOnlyList<Grid> byPaper)
    {
        var left = byLines.Select(g => (Grid: g, IsPaper: false)).Concat(byPaper.Select(g => (Grid: g, IsPaper: true))).ToList();
        while (left.Count > 0)
        {
            var together = new List<(Grid Grid, bool IsPaper)> { left[0] };
            left.RemoveAt(0);
            for (var i = 0; i < together.Count; i++)
            {
                var touching = left.Where(o => Overlap(o.Grid.Bounds, together[i].Grid.Bounds)).ToList();
                together.AddRange(touching);
                left.RemoveAll(touching.Contains);
            }

            yield return ([.. together.Where(t => !t.IsPaper).Select(t => t.Grid)], [.. together.Where(t => t.IsPaper).Select(t => t.Grid)]);
        }
    }

    private static bool Overlap(Rect a, Rect b) => a.SharedArea(b) > 0.2 * Math.Min(a.Width * a.Height, b.Width * b.Height);

    /// <summary>How well the grids explain what is drawn: borders with ink, against borders without and rules that run through cells. At most 1.</summary>
    private double Score(List<Grid> grids)
    {
        double drawn = 0, missing = 0, crossing = 0;
        foreach (var cell in grids.SelectMany(g => g.Cells))
        {
            var q = cell.Shape;
            foreach (var (from, to) in new[] { (q.TopLeft, q.TopRight), (q.BottomLeft, q.BottomRight), (q.TopLeft, q.BottomLeft), (q.TopRight, q.BottomRight) })
            {
                if (IsImplied(from, to)) continue;
                var (length, ink) = Drawn(from, to);
                drawn += ink;

                // What is left of a border that nothing crosses speaks for it.
                var partly = ink >= GridBuilder.PartlyDrawn * length && PaperBand.IsRest(image, from, to, Math.Abs(to.Y - from.Y) > Math.Abs(to.X - from.X), dpi);
                missing += (partly ? 0.25 : 2) * (length - ink);
            }

            var inner = q.Bounds.Grow(-0.05 * dpi);
            crossing += 2 * (across.Sum(r => Inside(r, inner.Left, inner.Right, inner.Top, inner.Bottom)) + down.Sum(r => Inside(r, inner.Top, inner.Bottom, inner.Left, inner.Right)));
        }

        foreach (var bounds in grids.Select(g => g.Bounds))
            crossing += across.Sum(r => Beyond(r, bounds.Left, bounds.Right, bounds.Top, bounds.Bottom)) + down.Sum(r => Beyond(r, bounds.Top, bounds.Bottom, bounds.Left, bounds.Right));
        var all = drawn + missing + crossing;
        return all == 0 ? 0 : (drawn - missing - crossing) / all;
    }

    /// <summary>Whether a border lies where all rules end: nobody drew it, and nobody missed it.</summary>
    private bool IsImplied(Point from, Point to)
    {
        var near = 0.06 * dpi;
        double x = (from.X + to.X) / 2, y = (from.Y + to.Y) / 2;
        return implied.Any(i =>
        {
            double dx = i.To.X - i.From.X, dy = i.To.Y - i.From.Y, length = Math.Sqrt(dx * dx + dy * dy);
            if (length < 1) return false;
            double along = ((x - i.From.X) * dx + (y - i.From.Y) * dy) / length, aside = Math.Abs((x - i.From.X) * dy - (y - i.From.Y) * dx) / length;
            return aside <= near && along >= -near && along <= length + near && Math.Abs((to.X - from.X) * dy - (to.Y - from.Y) * dx) < 0.2 * length * Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        });
    }

    /// <summary>How much of a rule of the table runs on outside of it: there are cells that the grid does not know.</summary>
    private double Beyond(Rule rule, double from, double to, double low, double high)
    {
        double inside = Math.Min(rule.To, to) - Math.Max(rule.From, from), place = rule.Middle, spare = 0.12 * dpi;
        if (inside < 0.3 * (to - from) || place < low - spare || place > high + spare) return 0;
        return Math.Max(0, from - spare - rule.From) + Math.Max(0, rule.To - to - spare);
    }

    /// <summary>How much of a rule runs inside a rectangle; what crosses little of it does not count, for words are underlined too.</summary>
    private static double Inside(Rule rule, double from, double to, double low, double high)
    {
        if (to <= from || rule.To < from || rule.From > to) return 0;
        double start = Math.Max(from, rule.From), end = Math.Min(to, rule.To), place = rule.At((start + end) / 2);
        return place > low && place < high && end - start > 0.25 * (to - from) ? end - start : 0;
    }

    /// <summary>The length of a border and how much of it is ink, in pieces longer than a letter is wide.</summary>
    private (double Length, double Ink) Drawn(Point from, Point to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = Math.Sqrt(dx * dx + dy * dy);
        if (length < 8) return (0, 0);
        var flat = Math.Abs(dx) >= Math.Abs(dy);
        int steps = (int)length, reach = Math.Max(2, (int)(0.016 * dpi)), shortest = (int)Math.Min(0.1 * dpi, 0.6 * length), ink = 0, run = 0, gap = 0;
        for (var i = 4; i < steps - 3; i++)
        {
            int x = (int)(from.X + dx * i / steps), y = (int)(from.Y + dy * i / steps);
            if (IsInk(x, y, flat, reach))
            {
                run += gap + 1;
                gap = 0;
                continue;
            }

            if (run > 0 && ++gap <= 2) continue;
            if (run >= shortest) ink += run;
            run = gap = 0;
        }

        if (run >= shortest) ink += run;
        return (steps - 7, ink);
    }

    private bool IsInk(int x, int y, bool flat, int reach)
    {
        for (var d = -reach; d <= reach; d++)
        {
            int px = flat ? x : x + d, py = flat ? y + d : y;
            if ((uint)px < (uint)image.Width && (uint)py < (uint)image.Height && image.Ink[py * image.Width + px] != 0) return true;
        }

        return false;
    }
}
