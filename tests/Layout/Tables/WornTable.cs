using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Tables;

/// <summary>Ruled tables at 200 dpi as paper, scanner and camera leave them.</summary>
public sealed class WornTable(int width, int height)
{
    /// <summary>Borders of a form's table: number, text, three narrow columns to tick, remarks.</summary>
    public static readonly int[] Xs = [150, 260, 720, 800, 880, 960, 1450];

    public static readonly int[] Ys = [200, 280, 340, 420, 480, 620, 700];

    private readonly Drawing drawing = new(width, height);

    public Drawing Drawing => drawing;

    /// <summary>A page with the whole table, every point moved by the warp.</summary>
    public static WornTable Plain(Func<double, double, Point>? warp = null, int thickness = 3)
    {
        var table = new WornTable(1653, 900);
        foreach (var y in Ys) table.Stroke(warp, Xs[0], y, Xs[^1], y, thickness);
        foreach (var x in Xs) table.Stroke(warp, x, Ys[0], x, Ys[^1], thickness);
        return table;
    }

    /// <summary>A table with some of its lines.</summary>
    public static WornTable With(IEnumerable<int> columns, IEnumerable<int> rows, int left = 150, int right = 1450, int top = 200, int bottom = 700)
    {
        var table = new WornTable(1653, 900);
        foreach (var y in rows) table.Stroke(null, left, y, right, y, 3);
        foreach (var x in columns) table.Stroke(null, x, top, x, bottom, 3);
        return table;
    }

    public WornTable Stroke(Func<double, double, Point>? warp, double x0, double y0, double x1, double y1, int thickness)
    {
        const int Pieces = 40;
        Point At(double t)
        {
            double x = x0 + (x1 - x0) * t, y = y0 + (y1 - y0) * t;
            return warp is null ? new(x, y) : warp(x, y);
        }

        for (var i = 0; i < Pieces; i++)
        {
            Point from = At((double)i / Pieces), to = At((i + 1.0) / Pieces);
            drawing.Line(from.X, from.Y, to.X, to.Y, thickness);
        }

        return this;
    }

    /// <summary>Lines of letters in a cell.</summary>
    public WornTable Text(int row, int column)
    {
        for (var y = Ys[row] + 18; y + 22 < Ys[row + 1]; y += 40)
        for (var x = Xs[column] + 16; x + 14 < Xs[column + 1]; x += 18)
            drawing.Bar(x, y, x + 3, y + 20).Bar(x + 9, y, x + 12, y + 20).Bar(x, y + 9, x + 12, y + 12);
        return this;
    }

    public WornTable Filled()
    {
        for (var row = 0; row + 1 < Ys.Length; row++)
        for (var column = 0; column + 1 < Xs.Length; column++)
            Text(row, column);
        return this;
    }

    public WornTable Change(Action<Drawing> change)
    {
        change(drawing);
        return this;
    }

    /// <summary>Takes away short pieces of every line at about every so many pixels, the gaps as long as given.</summary>
    public WornTable Nicked(int every, int gap)
    {
        foreach (var y in Ys)
            for (var x = Xs[0] + every; x < Xs[^1]; x += every + y % 17) drawing.Gap(x, y - 4, x + gap, y + 5);
        foreach (var x in Xs)
            for (var y = Ys[0] + every; y < Ys[^1] - gap; y += every + x % 13) drawing.Gap(x - 4, y, x + 5, y + gap);
        return this;
    }
}
