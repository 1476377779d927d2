using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Marks;

/// <summary>Keeps what is chosen by apart from what is read, and puts it where it stands among the lines of a page.</summary>
public static class SelectionMarks
{
    /// <summary>The picture without them, so that they are not read as letters.</summary>
    public static GrayImage Without(GrayImage image, IReadOnlyList<SelectionMark> marks)
    {
        if (marks.Count == 0) return image;
        var pixels = (byte[])image.Pixels.Clone();
        foreach (var area in marks.Select(b => b.Ink.Grow(2)))
        {
            int left = Math.Max(0, (int)area.Left), right = Math.Min(image.Width, (int)area.Right);
            for (var y = Math.Max(0, (int)area.Top); y < Math.Min(image.Height, (int)area.Bottom); y++) pixels.AsSpan(y * image.Width + left, right - left).Fill(Background.Paper);
        }

        return image with { Pixels = pixels };
    }

    /// <summary>The lines with the marks: in the line beside which one stands, else as lines of their own.</summary>
    /// <param name="lines">Lines in reading order.</param>
    /// <param name="marks">What is chosen or not.</param>
    /// <param name="grids">Tables; one in a cell belongs to it.</param>
    public static IReadOnlyList<FrameLine> With(IReadOnlyList<FrameLine> lines, IReadOnlyList<SelectionMark> marks, IReadOnlyList<Grid> grids)
    {
        if (marks.Count == 0) return lines;
        var result = lines.Select(l => l.Words.ToList()).ToList();
        foreach (var mark in marks.OrderBy(b => b.Box.Top).ThenBy(b => b.Box.Left))
        {
            var word = FrameWord.Checkbox(mark.Selected, mark.Confidence, mark.Box);
            var inTable = grids.Any(g => g.Bounds.Contains(mark.Box.CentreX, mark.Box.CentreY));
            var beside = inTable ? null : result.Where(l => Level(l, mark.Box)).MinBy(l => l.Min(w => Distance(w.Box, mark.Box)));
            if (beside is not null) beside.Insert(beside.Count(w => w.Box.CentreX < mark.Box.CentreX), word);
            else result.Insert(result.TakeWhile(l => l.Max(w => w.Box.CentreY) < mark.Box.CentreY).Count(), [word]);
        }

        return [.. result.Select(l => new FrameLine(l))];
    }

    private static bool Level(List<FrameWord> line, Rect box) =>
        line.Exists(w => Math.Abs(w.Box.CentreY - box.CentreY) < 0.6 * Math.Max(w.Box.Height, box.Height) && Distance(w.Box, box) < 6 * box.Width);

    private static double Distance(Rect one, Rect other) => Math.Max(0, Math.Max(one.Left - other.Right, other.Left - one.Right));
}
