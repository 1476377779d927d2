using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>The borders of a table in one direction, in their order. Written for rows; columns come with x and y exchanged.</summary>
internal sealed class Ranks
{
    private readonly Dictionary<int, int> rank = [];
    private readonly List<List<(Point From, Point To)>> sides = [];

    /// <summary>Orders the borders of the cells.</summary>
    /// <param name="cells">The cells of the table.</param>
    /// <param name="borders">A cell's first and second border.</param>
    /// <param name="first">Where its first border runs.</param>
    /// <param name="second">Where its second border runs.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public Ranks(
        IReadOnlyList<int> cells, Func<int, (int First, int Second)> borders, Func<int, (Point From, Point To)> first, Func<int, (Point From, Point To)> second, double dpi)
    {
        var byBorder = new Dictionary<int, List<(Point From, Point To)>>();
        foreach (var cell in cells)
        {
            var (one, two) = borders(cell);
            Add(one, first(cell));
            Add(two, second(cell));
        }

        // The table as a whole may lean; each border is placed where it would be at one and the same place along.
        var all = byBorder.Values.SelectMany(s => s).ToList();
        double along = all.Sum(s => s.To.X - s.From.X), lean = along <= 0 ? 0 : all.Sum(s => s.To.Y - s.From.Y) / along;
        double Place((Point From, Point To) side) => (side.From.Y + side.To.Y) / 2 - lean * (side.From.X + side.To.X) / 2;
        var placed = byBorder.Select(b => (b.Key, Sides: b.Value, Place: b.Value.Average(Place), From: b.Value.Min(s => s.From.X), To: b.Value.Max(s => s.To.X)))
            .OrderBy(b => b.Place).ToList();
        var near = 0.06 * dpi;
        var reach = new List<(double From, double To, double Place)>();
        foreach (var (key, own, place, from, to) in placed)
        {
            // Parts of one border that a spanning cell keeps apart.
            var same = reach.Count > 0 && place - reach[^1].Place <= near && (to <= reach[^1].From + near || from >= reach[^1].To - near);
            if (same)
            {
                sides[^1].AddRange(own);
                reach[^1] = (Math.Min(from, reach[^1].From), Math.Max(to, reach[^1].To), reach[^1].Place);
            }
            else
            {
                sides.Add(own);
                reach.Add((from, to, place));
            }

            rank[key] = sides.Count - 1;
        }

        void Add(int border, (Point From, Point To) side)
        {
            if (!byBorder.TryGetValue(border, out var list)) byBorder[border] = list = [];
            list.Add(side);
        }
    }

    /// <summary>How many borders there are.</summary>
    public int Count => sides.Count;

    /// <summary>Which one a border is, from 0.</summary>
    public int this[int border] => rank[border];

    /// <summary>Its mean place across.</summary>
    public double Middle(int index) => sides[index].Average(s => (s.From.Y + s.To.Y) / 2);

    /// <summary>Its place across at a place along: on the nearest of its sides.</summary>
    public double At(int index, double along)
    {
        var nearest = sides[index].Min(Distance);
        return sides[index].Where(s => Distance(s) <= nearest + 2).Average(Across);

        double Distance((Point From, Point To) s) => Math.Max(0, Math.Max(s.From.X - along, along - s.To.X));
        double Across((Point From, Point To) s) => s.To.X - s.From.X < 1 ? s.From.Y : s.From.Y + (s.To.Y - s.From.Y) * (along - s.From.X) / (s.To.X - s.From.X);
    }
}
