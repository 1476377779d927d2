using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Marks;

/// <summary>Joins again what was one stroke before a table's rules were taken out of the picture, and parts marks that met on a rule.</summary>
internal static class CutPieces
{
    /// <summary>The pieces: those that end on both sides of a border at one place as one, but two marks that touch the border between their rows as two.</summary>
    public static List<MarkPiece> Joined(List<MarkPiece> pieces, Grid grid, double dpi)
    {
        var borders = Places(grid.Cells.Select(c => c.Shape.Bounds.Bottom), 0.035 * dpi);
        return [.. OverBorders(pieces, grid, dpi).SelectMany(piece => Parted(piece, borders, dpi))];
    }

    private static IEnumerable<MarkPiece> Parted(MarkPiece piece, List<double> borders, double dpi)
    {
        const double Smallest = 0.05;
        foreach (var border in borders.Where(b => b - piece.Box.Top >= Smallest * dpi && piece.Box.Bottom - b >= Smallest * dpi))
        {
            MarkPiece upper = new([.. piece.Runs.Where(r => r.Row < border)]), lower = new([.. piece.Runs.Where(r => r.Row >= border)]);
            if (upper.IsMark && lower.IsMark && !piece.IsMark) return [upper, lower];
        }

        return [piece];
    }

    private static List<MarkPiece> OverBorders(List<MarkPiece> pieces, Grid grid, double dpi)
    {
        double reach = 0.035 * dpi, gap = 0.055 * dpi, least = 0.03 * dpi;
        var rows = Places(grid.Cells.SelectMany(c => new[] { c.Shape.Bounds.Top, c.Shape.Bounds.Bottom }), reach);
        var columns = Places(grid.Cells.SelectMany(c => new[] { c.Shape.Bounds.Left, c.Shape.Bounds.Right }), reach);
        var near = pieces.ToLookup(p => p.Size >= least && (Ends(rows, p.Box.Top, p.Box.Bottom) || Ends(columns, p.Box.Left, p.Box.Right)));
        var whole = near[true].ToList();
        for (var i = 0; i < whole.Count; i++)
        {
            for (var j = 0; j < whole.Count; j++)
            {
                if (i == j) continue;
                Rect a = whole[i].Box, b = whole[j].Box;
                var stacked = b.Top - a.Bottom is var down && down >= -2 && down <= gap && Shared(a.Left, a.Right, b.Left, b.Right) && OnLine(rows, a.Bottom, b.Top);
                var beside = b.Left - a.Right is var across && across >= -2 && across <= gap && Shared(a.Top, a.Bottom, b.Top, b.Bottom) && OnLine(columns, a.Right, b.Left);
                if (!stacked && !beside) continue;
                whole[i] = whole[i].With(whole[j]);
                whole.RemoveAt(j);
                if (j < i) i--;
                j = -1;
            }
        }

        return [.. near[false], .. whole];

        bool Ends(List<double> places, double one, double other) => places.Exists(p => Math.Abs(one - p) <= reach || Math.Abs(other - p) <= reach);

        bool OnLine(List<double> places, double end, double start) => places.Exists(p => Math.Abs(end - p) <= reach && Math.Abs(start - p) <= reach);
    }

    private static bool Shared(double from, double to, double otherFrom, double otherTo) => Math.Min(to, otherTo) - Math.Max(from, otherFrom) >= -2;

    private static List<double> Places(IEnumerable<double> values, double near)
    {
        var places = new List<double>();
        foreach (var value in values.Order())
            if (places.Count == 0 || value - places[^1] > near / 4) places.Add(value);
        return places;
    }
}
