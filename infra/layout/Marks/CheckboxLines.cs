using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Marks;

/// <summary>Puts check boxes where they stand among the lines of a page.</summary>
public static class CheckboxLines
{
    /// <summary>The lines with the boxes: in the line beside which a box stands, else as lines of their own.</summary>
    /// <param name="lines">Lines in reading order.</param>
    /// <param name="boxes">Check boxes.</param>
    /// <param name="grids">Tables; a box in a cell belongs to it.</param>
    public static IReadOnlyList<FrameLine> With(IReadOnlyList<FrameLine> lines, IReadOnlyList<Checkbox> boxes, IReadOnlyList<Grid> grids)
    {
        if (boxes.Count == 0) return lines;
        var result = lines.Select(l => l.Words.ToList()).ToList();
        foreach (var box in boxes.OrderBy(b => b.Box.Top).ThenBy(b => b.Box.Left))
        {
            var word = FrameWord.Checkbox(box.Selected, box.Confidence, box.Box);
            var inTable = grids.Any(g => g.Bounds.Contains(box.Box.CentreX, box.Box.CentreY));
            var beside = inTable ? null : result.Where(l => Level(l, box.Box)).MinBy(l => l.Min(w => Distance(w.Box, box.Box)));
            if (beside is not null) beside.Insert(beside.Count(w => w.Box.CentreX < box.Box.CentreX), word);
            else result.Insert(result.TakeWhile(l => l.Max(w => w.Box.CentreY) < box.Box.CentreY).Count(), [word]);
        }

        return [.. result.Select(l => new FrameLine(l))];
    }

    private static bool Level(List<FrameWord> line, Rect box) =>
        line.Exists(w => Math.Abs(w.Box.CentreY - box.CentreY) < 0.6 * Math.Max(w.Box.Height, box.Height) && Distance(w.Box, box) < 6 * box.Width);

    private static double Distance(Rect one, Rect other) => Math.Max(0, Math.Max(one.Left - other.Right, other.Left - one.Right));
}
