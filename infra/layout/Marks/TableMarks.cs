using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Marks;

/// <summary>
/// Tells for each cell of a table whether it is empty, ticked, written in or only dirty. A mark is known by its shape; one of no
/// clear shape by its column, when what else stands there are marks; dirt by the dirt of the cells around.
/// </summary>
public sealed class TableMarks
{
    /// <summary>Smaller pieces are no stroke of a letter, inches.</summary>
    internal const double Speck = 0.03;

    /// <summary>What is left of a rule is no thicker, inches.</summary>
    private const double Thin = 0.022;

    /// <summary>So near to its side a piece lies on it, inches.</summary>
    private const double OnSide = 0.02;

    /// <summary>The smallest mark, inches.</summary>
    internal const double SmallestMark = 0.05;

    /// <summary>The largest dirt, inches; digits of small print are no smaller.</summary>
    private const double LargestDirt = 0.07;

    /// <summary>The largest mark, inches.</summary>
    internal const double LargestMark = 0.6;

    /// <summary>The confidence of a mark that nothing else has the shape of.</summary>
    public const double SureShape = 0.97;

    /// <summary>The confidence of a mark that a hand may have drawn so, and of one that only its column tells.</summary>
    internal const double LikelyShape = 0.9, ByColumn = 0.8;

    private const double Hair = 0.93, Unclear = 0.5;

    /// <summary>Ink by length, inches, that a hair has at most; a pen's single stroke has more than twice that.</summary>
    private const double HairWeight = 0.0085;

    /// <summary>Shares of the weight that the table's marks have.</summary>
    private const double Heavy = 0.6, Light = 0.5, VeryLight = 0.15;

    private const double ByHair = 0.9;

    private readonly double dpi;
    private readonly Grid grid;

    private TableMarks(Grid grid, double dpi) => (this.grid, this.dpi) = (grid, dpi);

    /// <summary>What is known of a cell before its column is looked at.</summary>
    /// <param name="Mark">What stands in it by itself.</param>
    /// <param name="Size">The size of its ink, pixels; 0 for none or for text.</param>
    /// <param name="IsCertain">True when its column cannot change that.</param>
    /// <param name="Weight">Ink of its heaviest piece by its length, pixels.</param>
    private sealed record Look(CellMark Mark, double Size, bool IsCertain, double Weight = 0);

    /// <summary>Looks at all cells of a table.</summary>
    /// <param name="image">The page without its rules; strokes that crossed one may be cut there.</param>
    /// <param name="grid">The table.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <returns>One for each cell of the grid, in its order.</returns>
    public static IReadOnlyList<CellMark> In(GrayImage image, Grid grid, int inkLevel, double dpi)
    {
        var marks = new TableMarks(grid, dpi);
        var pieces = CutPieces.Joined(MarkPiece.In(image, grid.Bounds.Grow(0.1 * dpi), inkLevel), grid, dpi);
        var byCell = marks.ByCell(pieces);
        var dirt = marks.Dirt(byCell);
        var looks = grid.Cells.Select((c, i) => marks.LookAt(c, byCell[i], dirt) with { Weight = byCell[i].Where(p => p.Size >= Speck * dpi).Select(p => p.Weight).DefaultIfEmpty(0).Max() }).ToList();
        return marks.WithoutHairs(looks, marks.WithColumns(looks));
    }

    private List<MarkPiece>[] ByCell(List<MarkPiece> pieces)
    {
        var byCell = grid.Cells.Select(_ => new List<MarkPiece>()).ToArray();
        foreach (var piece in pieces)
        {
            double x = 0, y = 0;
            foreach (var (row, from, to) in piece.Runs)
            {
                x += (to - from) * (from + to - 1) / 2.0;
                y += (to - from) * row;
            }

            // A tick's long arm may reach far out: the cell is where its ink is, and its box when the ink is on the border.
            var cell = grid.CellAt(new(x / piece.Pixels, y / piece.Pixels)) ?? grid.CellAt(piece.Box.Centre);
            if (cell is { } found) byCell[found].Add(piece);
        }

        return byCell;
    }

    /// <summary>The size below which a piece of no clear shape is dirt: what lies about alone in cells that hold nothing else.</summary>
    private double Dirt(List<MarkPiece>[] byCell)
    {
        var alone = byCell.Select(c => c.Where(p => p.Size >= Speck * dpi).ToList()).Where(c => c.Count == 1).Select(c => c[0].Size).Where(s => s < LargestDirt * dpi).Order().ToList();
        var usual = alone.Count < 4 ? 0 : alone[(int)(0.9 * (alone.Count - 1))];
        return Math.Clamp(1.3 * usual, SmallestMark * dpi, LargestDirt * dpi);
    }

    private Look LookAt(GridCell cell, List<MarkPiece> pieces, double dirt)
    {
        var box = cell.Shape.Bounds;
        var large = pieces.Where(p => p.Size >= Speck * dpi && !IsRest(p, box) && !IsDash(p, pieces) && !p.IsHair(dpi)).ToList();
        if (large.Count == 0 && pieces.Exists(p => p.IsHair(dpi))) return new(new(CellInk.Dirt, null, Hair), 0, true);
        if (large.Count == 0) return new(new(pieces.Count == 0 ? CellInk.Empty : CellInk.Dirt, null, pieces.Exists(p => p.Size >= 0.8 * Speck * dpi) ? 0.97 : 0.99), 0, true);

        var main = large.MaxBy(p => p.Pixels)!;
        var around = large.Select(p => p.Box).Aggregate((a, b) => a.Union(b));
        var others = large.Where(p => p != main && p.Pixels * 6 > main.Pixels).ToList();
        if (others.Count == 0 && main.Size >= SmallestMark * dpi && main.Size <= LargestMark * dpi)
        {
            var picture = main.Picture();
            if (MarkShape.IsMark(picture)) return new(new(CellInk.Mark, main.Box, SureShape), main.Size, true);
            if (HandMark.IsLikely(picture)) return new(new(CellInk.Mark, main.Box, LikelyShape), main.Size, false);
        }

        if (around.Width > LargestMark * dpi || around.Height > LargestMark * dpi || large.Count(p => p.Size >= SmallestMark * dpi) >= 3)
            return new(new(CellInk.Text, around, 0.95), 0, true);
        if (main.Size < dirt && (others.Count == 0 || main.Size < SmallestMark * dpi)) return new(new(CellInk.Dirt, null, large.Count > 1 || main.Size > 0.8 * dirt ? 0.8 : 0.93), main.Size, false);

        // Strokes that do not touch may still make a cross or a tick.
        if (others.Count is 1 or 2)
        {
            var whole = others.Aggregate(main, (a, b) => a.With(b));
            if (Touch(main, others) && whole.IsMark) return new(new(CellInk.Mark, whole.Box, LikelyShape), whole.Size, false);
        }

        return new(new(CellInk.Text, around, Unclear), Math.Max(around.Width, around.Height), false);
    }

    private bool Touch(MarkPiece main, List<MarkPiece> others) => others.TrueForAll(o => o.Box.Grow(0.03 * dpi).SharedArea(main.Box) > 0);

    /// <summary>A dash of a rule that was not found: thin, and level with others beside it.</summary>
    private bool IsDash(MarkPiece piece, List<MarkPiece> pieces) => IsFlat(piece)
        && pieces.Exists(other => other != piece && IsFlat(other) && Math.Abs(other.Box.CentreY - piece.Box.CentreY) <= Thin * dpi && (other.Box.Left >= piece.Box.Right || other.Box.Right <= piece.Box.Left));

    private bool IsFlat(MarkPiece piece) => piece.Box.Height <= Thin * dpi && piece.Box.Width >= Speck * dpi;

    /// <summary>What is left of a rule, thin and along the cell's side, or of a mark beyond it, smaller than any mark and on the side.</summary>
    private bool IsRest(MarkPiece piece, Rect cell)
    {
        var box = piece.Box;
        if (piece.Size < SmallestMark * dpi && Math.Min(Math.Min(box.Top - cell.Top, cell.Bottom - box.Bottom), Math.Min(box.Left - cell.Left, cell.Right - box.Right)) <= OnSide * dpi) return true;
        double near = 0.035 * dpi, thin = Thin * dpi;
        return (box.Height <= thin && (box.Top - cell.Top <= near || cell.Bottom - box.Bottom <= near))
            || (box.Width <= thin && (box.Left - cell.Left <= near || cell.Right - box.Right <= near));
    }

    /// <summary>
    /// Beside a row's mark, ink much lighter than the table's marks is a hair or its pieces, of whatever shape, and so it is anywhere among marks
    /// many times heavier. Else it is a mark of which nobody can be sure.
    /// </summary>
    private List<CellMark> WithoutHairs(List<Look> looks, List<CellMark> marks)
    {
        var weights = looks.Where(l => l.Mark.Ink == CellInk.Mark).Select(l => l.Weight).Order().ToList();
        if (weights.Count == 0) return marks;
        var usual = weights[weights.Count / 2];
        var ticked = Enumerable.Range(0, looks.Count).Where(i => marks[i].Ink == CellInk.Mark && looks[i].Weight >= Heavy * usual).Select(i => grid.Cells[i].Row).ToHashSet();
        if (ticked.Count == 0) return marks;
        var written = Enumerable.Range(0, looks.Count).Where(i => looks[i] is { Mark.Ink: CellInk.Text, IsCertain: true } && looks[i].Weight > HairWeight * dpi && grid.Cells[i].Row > ticked.Min()).Select(i => grid.Cells[i].Column).ToHashSet();
        return [.. marks.Select((mark, i) => mark.Ink is CellInk.Mark or CellInk.Text && grid.Cells[i] is { ColumnSpan: 1, Column: > 0 } cell && !written.Contains(cell.Column)
            && looks[i].Weight <= Math.Min(HairWeight * dpi, Light * usual) ? Hairlike(mark, ticked.Contains(cell.Row) || looks[i].Weight <= VeryLight * usual) : mark)];
    }

    private static CellMark Hairlike(CellMark mark, bool isSure) =>
        isSure ? new(CellInk.Dirt, null, ByHair) : mark.Ink == CellInk.Mark ? mark with { Confidence = Math.Min(mark.Confidence, PaleMarks.Unsure) } : mark;

    /// <summary>Marks make a column of marks; there, ink of a mark's size is one, and elsewhere a lone sign of a mark's shape may be a letter.</summary>
    private List<CellMark> WithColumns(List<Look> looks)
    {
        var marks = looks.Select(l => l.Mark).ToList();
        var firstSure = Enumerable.Range(0, looks.Count).Where(i => looks[i] is { Mark.Ink: CellInk.Mark, IsCertain: true } && grid.Cells[i] is { ColumnSpan: 1, Column: > 0 }).Select(i => grid.Cells[i].Row).DefaultIfEmpty(int.MaxValue).Min();
        for (var column = 0; column < grid.Columns; column++)
        {
            var own = Enumerable.Range(0, looks.Count).Where(i => grid.Cells[i].Column == column && grid.Cells[i].ColumnSpan == 1).ToList();
            var ticked = own.Where(i => looks[i].Mark.Ink == CellInk.Mark).ToList();
            if (ticked.Count == 0) continue;
            // Rows in which another column is surely ticked are no head of this one.
            var first = Math.Min(grid.Cells[ticked[0]].Row, firstSure);
            var below = own.Where(i => grid.Cells[i].Row >= first).ToList();
            int written = below.Count(i => looks[i] is { Mark.Ink: CellInk.Text, IsCertain: true }), unclear = own.Count(i => looks[i] is { Mark.Ink: CellInk.Text, IsCertain: false });
            var usual = ticked.Select(i => looks[i].Size).Order().ElementAt(ticked.Count / 2);
            if (written > 0.3 * ticked.Count || unclear > 1.5 * ticked.Count || AreFigures(column, below))
            {
                // Among words and numbers a likely shape alone proves nothing.
                foreach (var i in ticked.Where(i => !looks[i].IsCertain)) marks[i] = looks[i].Mark with { Ink = CellInk.Text, Confidence = Unclear };
                continue;
            }

            foreach (var i in below.Where(i => !looks[i].IsCertain && looks[i].Mark.Ink != CellInk.Mark))
            {
                var share = looks[i].Size / usual;
                if (share is >= 0.55 and <= 2) marks[i] = new(CellInk.Mark, looks[i].Mark.Box ?? grid.Cells[i].Shape.Bounds, ByColumn);
                else if (share < 0.4) marks[i] = new(CellInk.Dirt, null, 0.9);
                else if (looks[i].Mark.Ink == CellInk.Dirt) marks[i] = looks[i].Mark with { Confidence = Unclear };
            }

            // Between the head and the column's first mark, ink of no clear shape may be a worn mark.
            var headed = own.Where(i => grid.Cells[i].Row < first && looks[i] is { Mark.Ink: CellInk.Text } && (looks[i].IsCertain || !IsAlone(i))).Select(i => grid.Cells[i].Row).DefaultIfEmpty(0).Max();
            var weight = ticked.Select(i => looks[i].Weight).Order().ElementAt(ticked.Count / 2);
            foreach (var i in own.Where(i => grid.Cells[i].Row > headed && grid.Cells[i].Row < first && looks[i] is { Mark.Ink: CellInk.Dirt or CellInk.Text, IsCertain: false }))
                if (looks[i].Size / usual is >= 0.55 and <= 2 && looks[i].Weight >= Light * weight) marks[i] = new(CellInk.Mark, grid.Cells[i].Shape.Bounds, PaleMarks.Unsure);
        }

        // A head has words in each column.
        bool IsAlone(int i) => Enumerable.Range(0, looks.Count).Any(other => grid.Cells[other] is { ColumnSpan: 1 } cell && cell.Row == grid.Cells[i].Row && Math.Abs(cell.Column - grid.Cells[i].Column) == 1 && looks[other].Mark.Ink == CellInk.Empty);

        // Where each row chooses among columns the others stay blank: a column that is full beside none that is blank, or right of another
        // that is full of short signs, holds figures, of which a 4 has a tick's shape.
        bool AreFigures(int column, List<int> below)
        {
            bool IsBlank(int i) => looks[i].Mark.Ink is CellInk.Empty or CellInk.Dirt;
            if (below.Exists(i => looks[i] is { Mark.Ink: CellInk.Mark, IsCertain: true }) || below.Count(IsBlank) > 0.2 * below.Count) return false;
            var rows = below.Select(i => grid.Cells[i].Row).ToHashSet();
            var beside = Enumerable.Range(0, looks.Count).Where(i => grid.Cells[i] is { ColumnSpan: 1 } cell && cell.Column != column && rows.Contains(cell.Row)).ToLookup(i => grid.Cells[i].Column);
            return beside[column - 1].Count(i => !IsBlank(i) && !looks[i].IsCertain) >= 0.8 * rows.Count || !beside.Any(other => other.Count(IsBlank) > 0.5 * rows.Count);
        }

        // The first column names the rows: what cannot be read there is a bad number, no mark.
        for (var i = 0; i < marks.Count; i++)
            if (grid.Cells[i].Column == 0 && marks[i].Ink == CellInk.Text) marks[i] = marks[i] with { Box = null };
        return marks;
    }
}
