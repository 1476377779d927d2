using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Marks;

/// <summary>
/// Finds what a page without any table is ticked with: marks one below the other, with room around each. The lines of their table were
/// never drawn, or a scanner that knows only black and white dropped them.
/// </summary>
public static class LooseMarks
{
    /// <summary>Strokes of one mark are nearer than this, inches.</summary>
    private const double Touching = 0.03;

    /// <summary>Room that a mark has on both sides, inches; letters and words stand closer.</summary>
    private const double Room = 0.2;

    /// <summary>Lines of one cell are nearer than this, inches.</summary>
    private const double LineGap = 0.1;

    /// <summary>Marks of one column stand no farther apart than this across, inches.</summary>
    private const double SameColumn = 0.3;

    /// <summary>So many marks of a page are no chance.</summary>
    private const int Fewest = 3;

    /// <summary>A page of more pieces is noise.</summary>
    private const int Noise = 20_000;

    /// <summary>A column's only mark is in the next row of the others, in distances of their farthest rows.</summary>
    private const double WithinRows = 1.5;

    /// <summary>Ink with room around it.</summary>
    /// <param name="Box">Around it.</param>
    /// <param name="Confidence">How likely it is a mark by its shape; 0 for another shape.</param>
    private sealed record Sign(Rect Box, double Confidence);

    /// <summary>The marks of a page without tables; none where fewer stand there than show that it is ticked.</summary>
    /// <param name="image">The page.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static IReadOnlyList<SelectionMark> In(GrayImage image, int inkLevel, double dpi)
    {
        List<Rect> pieces = [.. Components.Of(image.Darker(inkLevel)).Select(p => new Rect(p.Left, p.Top, p.Right, p.Bottom)).Where(b => Size(b) >= TableMarks.Speck * dpi)];
        if (pieces.Count > Noise) return [];
        var signs = Alone(pieces, dpi).Select(b => new Sign(b, Likeness(image, b, inkLevel))).ToList();
        var found = Columns(signs, dpi).SelectMany(c => c).OrderBy(s => s.Box.Top).ToList();
        return found.Count(s => s.Confidence > 0) < Fewest ? [] : [.. found.Select(s => new SelectionMark(true, s.Confidence > 0 ? s.Confidence : TableMarks.ByColumn, s.Box, s.Box))];
    }

    private static double Size(Rect box) => Math.Max(box.Width, box.Height);

    /// <summary>Pieces, or a few that touch, that nothing stands beside.</summary>
    private static List<Rect> Alone(List<Rect> pieces, double dpi)
    {
        var alone = new List<Rect>();
        var first = 0;
        foreach (var box in pieces)
        {
            // Pieces come by their tops: only those from here on may reach down to this one.
            while (pieces[first].Top < box.Top - TableMarks.LargestMark * dpi) first++;
            if (Size(box) > TableMarks.LargestMark * dpi || HasNeighbour(box, first)) continue;
            var near = alone.FindIndex(other => other.Grow(Touching * dpi).SharedArea(box) > 0);
            if (near < 0) alone.Add(box);
            else alone[near] = alone[near].Union(box);
        }

        // The last digit of a head stands alone below its words, and the T of "CT1" between letters that have a neighbour each.
        var words = pieces.Where(p => !alone.Exists(b => b.Contains(p.CentreX, p.CentreY))).ToList();
        return [.. alone.Where(b => Size(b) >= TableMarks.SmallestMark * dpi && Size(b) <= TableMarks.LargestMark * dpi && !words.Exists(w => IsOfWord(w, b)))];

        bool IsOfWord(Rect word, Rect box) => box.Grow(Touching * dpi).SharedArea(word) > 0
            || (word.Left < box.Right && word.Right > box.Left && Math.Max(word.Top - box.Bottom, box.Top - word.Bottom) < LineGap * dpi);

        bool HasNeighbour(Rect box, int from)
        {
            for (var i = from; i < pieces.Count && pieces[i].Top < box.Bottom; i++)
            {
                var gap = Math.Max(pieces[i].Left - box.Right, box.Left - pieces[i].Right);
                if (gap > Touching * dpi && gap < Room * dpi && pieces[i].Bottom > box.Top) return true;
            }

            return false;
        }
    }

    private static double Likeness(GrayImage image, Rect box, int inkLevel)
    {
        var pieces = MarkPiece.In(image, box, inkLevel);
        var whole = pieces.Skip(1).Aggregate(pieces[0], (all, piece) => all.With(piece)).Picture();
        return pieces.Count == 1 && MarkShape.IsMark(whole) ? TableMarks.SureShape : MarkShape.IsMark(whole) || HandMark.IsLikely(whole) ? TableMarks.LikelyShape : 0;
    }

    /// <summary>
    /// The columns that hold marks and hardly anything else from their first mark to their last one, with what else of a mark's size stands there;
    /// a column of one mark only beside such columns.
    /// </summary>
    private static IEnumerable<IReadOnlyList<Sign>> Columns(List<Sign> signs, double dpi)
    {
        var marks = signs.Where(s => s.Confidence > 0).OrderBy(s => s.Box.CentreX).ToList();
        var lone = new List<Sign>();
        var several = new List<IReadOnlyList<Sign>>();
        for (int from = 0, to = 1; to <= marks.Count; to++)
        {
            if (to < marks.Count && marks[to].Box.CentreX - marks[to - 1].Box.CentreX <= SameColumn * dpi) continue;
            if (marks[from..to] is var own && own is [var only]) lone.Add(only);
            else several.Add([.. own, .. Others(own)]);
            from = to;
        }

        several.RemoveAll(c => c.Count(s => s.Confidence == 0) * 2 >= c.Count(s => s.Confidence > 0));
        if (several.Count == 0) return several;
        var rows = several.SelectMany(c => c).Select(s => s.Box.CentreY).Order().ToList();
        var reach = WithinRows * rows.Zip(rows.Skip(1), (one, next) => next - one).Max();
        return [.. several, .. lone.Where(s => s.Confidence >= TableMarks.SureShape && s.Box.CentreY >= rows[0] - reach && s.Box.CentreY <= rows[^1] + reach).Select(s => (IReadOnlyList<Sign>)[s])];

        List<Sign> Others(List<Sign> own)
        {
            double left = own[0].Box.CentreX - SameColumn * dpi / 2, right = own[^1].Box.CentreX + SameColumn * dpi / 2, usual = own.Select(s => Size(s.Box)).Order().ElementAt(own.Count / 2);
            double top = own.Min(s => s.Box.Top), bottom = own.Max(s => s.Box.Bottom);
            return [.. signs.Where(s => s.Confidence == 0 && s.Box.CentreX > left && s.Box.CentreX < right && s.Box.Top >= top && s.Box.Bottom <= bottom && Size(s.Box) / usual is >= 0.55 and <= 2)];
        }
    }
}
