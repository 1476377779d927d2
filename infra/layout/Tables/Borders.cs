using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>The sides of cells; sides that lie on one border are one: those of neighbours, and those that go on in line.</summary>
internal sealed class Borders
{
    private readonly int[] parent;
    private readonly int[] group;

    /// <summary>Joins the sides of neighbouring cells.</summary>
    /// <param name="cells">By their left side.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public Borders(IReadOnlyList<WhiteRegion> cells, double dpi)
    {
        parent = [.. Enumerable.Range(0, 4 * cells.Count)];
        group = [.. Enumerable.Range(0, cells.Count)];
        double wall = 0.09 * dpi, line = 0.045 * dpi, least = 0.04 * dpi;
        for (var a = 0; a < cells.Count; a++)
        for (var b = a + 1; b < cells.Count && cells[b].Box.Left <= cells[a].Box.Right + wall; b++)
        {
            if (cells[b].Box.Top > cells[a].Box.Bottom + wall || cells[a].Box.Top > cells[b].Box.Bottom + wall) continue;
            Quad one = cells[a].Shape, other = cells[b].Shape;
            if (Facing(one.TopRight, one.BottomRight, other.TopLeft, other.BottomLeft, wall, least))
            {
                Join(Right(a, false), Left(b, false));
                if (Math.Abs(one.TopRight.Y - other.TopLeft.Y) <= line) Join(Top(a, false), Top(b, false));
                if (Math.Abs(one.BottomRight.Y - other.BottomLeft.Y) <= line) Join(Bottom(a, false), Bottom(b, false));
                JoinCells(a, b);
            }
            else if (Below(one, other, wall, least)) Stack(a, b);
            else if (Below(other, one, wall, least)) Stack(b, a);
        }

        void Stack(int upper, int lower)
        {
            Quad one = cells[upper].Shape, other = cells[lower].Shape;
            Join(Bottom(upper, false), Top(lower, false));
            if (Math.Abs(one.BottomLeft.X - other.TopLeft.X) <= line) Join(Left(upper, false), Left(lower, false));
            if (Math.Abs(one.BottomRight.X - other.TopRight.X) <= line) Join(Right(upper, false), Right(lower, false));
            JoinCells(upper, lower);
        }
    }

    /// <summary>The border that is a cell's left side.</summary>
    public int Left(int cell) => Left(cell, true);

    /// <summary>The border that is a cell's upper side.</summary>
    public int Top(int cell) => Top(cell, true);

    /// <summary>The border that is a cell's right side.</summary>
    public int Right(int cell) => Right(cell, true);

    /// <summary>The border that is a cell's lower side.</summary>
    public int Bottom(int cell) => Bottom(cell, true);

    /// <summary>Cells that hang together.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups() =>
        Enumerable.Range(0, group.Length).GroupBy(c => Root(group, c)).Select(g => (IReadOnlyList<int>)[.. g]);

    private int Left(int cell, bool root) => Side(4 * cell, root);

    private int Top(int cell, bool root) => Side(4 * cell + 1, root);

    private int Right(int cell, bool root) => Side(4 * cell + 2, root);

    private int Bottom(int cell, bool root) => Side(4 * cell + 3, root);

    private int Side(int side, bool root) => root ? Root(parent, side) : side;

    private void Join(int a, int b) => parent[Root(parent, b)] = Root(parent, a);

    private void JoinCells(int a, int b) => group[Root(group, b)] = Root(group, a);

    private static int Root(int[] parent, int place)
    {
        while (parent[place] != place) place = parent[place] = parent[parent[place]];
        return place;
    }

    private static bool Below(Quad upper, Quad lower, double wall, double least) =>
        Facing(Turned(upper.BottomLeft), Turned(upper.BottomRight), Turned(lower.TopLeft), Turned(lower.TopRight), wall, least);

    private static Point Turned(Point p) => new(p.Y, p.X);

    /// <summary>Whether a side and another to its right run beside each other, no farther apart than a wall is thick.</summary>
    private static bool Facing(Point oneTop, Point oneBottom, Point otherTop, Point otherBottom, double wall, double least)
    {
        double from = Math.Max(oneTop.Y, otherTop.Y), to = Math.Min(oneBottom.Y, otherBottom.Y);
        if (to - from < least) return false;
        var middle = (from + to) / 2;
        var gap = At(otherTop, otherBottom, middle) - At(oneTop, oneBottom, middle);
        return gap >= -0.5 * wall && gap <= wall;
    }

    private static double At(Point from, Point to, double y) => to.Y - from.Y < 1 ? from.X : from.X + (to.X - from.X) * (y - from.Y) / (to.Y - from.Y);
}
