using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>Where print lies over a seal: a title or a name goes on under the seal at the height at which it stands beside it, read or not.</summary>
internal static class PrintedLevels
{
    /// <summary>A line of print goes on so many radii beyond what is seen of it beside the seal.</summary>
    private const double Beyond = 2;

    /// <summary>Letters of a title, inches, and by how much two of one line differ in height and place.</summary>
    private const double Lowest = 0.08, Highest = 0.3, Alike = 0.03;

    /// <summary>The places.</summary>
    /// <param name="unread">Ink without what was read.</param>
    /// <param name="words">Words that were read, in its pixels.</param>
    /// <param name="seal">The ring.</param>
    /// <param name="dpi">About 100.</param>
    public static IReadOnlyList<Rect> At(BinaryImage unread, IReadOnlyList<Rect> words, Circle seal, double dpi)
    {
        var letters = Components.Of(unread).Where(c => c.Height >= Lowest * dpi && c.Height <= Highest * dpi && c.Width <= Highest * dpi)
            .Select(c => new Rect(c.Left, c.Top, c.Right, c.Bottom)).Where(l => IsBeside(l, seal)).ToList();
        var inRow = letters.Where(l => letters.Exists(o => o != l && Math.Abs(o.Top - l.Top) <= Alike * dpi && Math.Abs(o.Bottom - l.Bottom) <= Alike * dpi
            && (o.Right <= l.Left || o.Left >= l.Right) && Math.Abs(o.CentreX - l.CentreX) < 2 * Highest * dpi));
        return [.. words.Where(w => !IsBeside(w, seal) && w.SharedArea(seal.Box) > 0), .. words.Where(w => IsBeside(w, seal)).Concat(inRow)
            .Select(w => new Rect(w.Left - Beyond * seal.Radius, w.Top, w.Right + Beyond * seal.Radius, w.Bottom))];
    }

    private static bool IsBeside(Rect box, Circle seal)
    {
        double x = box.CentreX - seal.X, y = box.CentreY - seal.Y;
        return x * x + y * y > seal.Radius * seal.Radius && Math.Abs(x) < (1 + Beyond) * seal.Radius && Math.Abs(y) < 1.2 * seal.Radius;
    }
}
