using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Marks;

/// <summary>
/// Knows marks that a hand drew, which are seldom as regular as printed ones, by how often lines across their picture meet ink:
/// a cross is met twice near each side and once in the middle.
/// </summary>
public static class HandMark
{
    /// <summary>True when the piece of ink may be a cross, an upright cross, a tick or a filled spot drawn by hand.</summary>
    /// <param name="piece">The piece alone.</param>
    public static bool IsLikely(BinaryImage piece)
    {
        double width = piece.Width - 2, height = piece.Height - 2, ratio = width / Math.Max(1, height);
        if (ratio is < 0.35 or > 3) return false;
        return IsSpot(piece, ratio) || IsCross(piece) || IsUprightCross(piece) || IsTick(piece);
    }

    /// <summary>Ink nearly everywhere: a filled spot or square.</summary>
    private static bool IsSpot(BinaryImage piece, double ratio) =>
        ratio is > 0.55 and < 1.8 && piece.Ink.Sum(i => i) > 0.62 * (piece.Width - 2) * (piece.Height - 2);

    private static bool IsCross(BinaryImage piece) =>
        Meets(piece, true, 0.12, 0.3, 2) && Meets(piece, true, 0.7, 0.88, 2) && Meets(piece, false, 0.12, 0.3, 2) && Meets(piece, false, 0.7, 0.88, 2)
        && Narrowest(piece, true) < 0.5 && Narrowest(piece, false) < 0.5;

    private static bool IsUprightCross(BinaryImage piece) =>
        Single(piece, true, 0.05, 0.25) && Single(piece, true, 0.75, 0.95) && Single(piece, false, 0.05, 0.25) && Single(piece, false, 0.75, 0.95)
        && Widest(piece, true) > 0.75 && Widest(piece, false) > 0.75 && piece.Ink.Sum(i => i) < 0.5 * piece.Width * piece.Height;

    /// <summary>Down to a lowest point left of the middle, then farther up to the right; one stroke all the way.</summary>
    private static bool IsTick(BinaryImage piece)
    {
        int width = piece.Width - 2, height = piece.Height - 2;
        double lowest = 0, count = 0;
        for (var x = 1; x <= width; x++)
            if (piece.Ink[height * piece.Width + x] != 0) (lowest, count) = (lowest + x, count + 1);
        var corner = lowest / Math.Max(1, count) / width;
        if (corner is < 0.08 or > 0.62) return false;

        // The right arm rises from the corner to the top; the left one is shorter.
        double last = height, left = Middle(piece, 0.04);
        for (var at = corner + 0.12; at <= 0.97; at += 0.14)
        {
            var runs = Runs(piece, false, at);
            if (runs.Count != 1 || runs[0].To - runs[0].From > 0.55 * height) return false;
            var middle = (runs[0].From + runs[0].To) / 2;
            if (middle > last + 0.04 * height) return false;
            last = middle;
        }

        return last < 0.35 * height && left > last - 0.05 * height && left < 0.9 * height
            && Runs(piece, false, 0.04).TrueForAll(r => r.To - r.From < 0.6 * height);
    }

    private static double Middle(BinaryImage piece, double at)
    {
        var runs = Runs(piece, false, at);
        return runs.Count == 0 ? double.MaxValue : (runs[0].From + runs[^1].To) / 2;
    }

    /// <summary>Whether most lines in a range of the picture meet ink so often.</summary>
    private static bool Meets(BinaryImage piece, bool rows, double from, double to, int times)
    {
        int fit = 0, all = 0;
        for (var at = from; at <= to + 0.001; at += 0.045)
        {
            all++;
            if (Runs(piece, rows, at).Count == times) fit++;
        }

        return fit >= 0.6 * all;
    }

    /// <summary>Whether lines in the range meet one thin stroke away from both corners.</summary>
    private static bool Single(BinaryImage piece, bool rows, double from, double to)
    {
        double size = rows ? piece.Width : piece.Height;
        int fit = 0, all = 0;
        for (var at = from; at <= to + 0.001; at += 0.05)
        {
            all++;
            if (Runs(piece, rows, at) is [var run] && run.To - run.From < 0.4 * size && (run.From + run.To) / 2 is var middle && middle > 0.22 * size && middle < 0.78 * size) fit++;
        }

        return fit >= 0.7 * all;
    }

    private static double Narrowest(BinaryImage piece, bool rows)
    {
        var best = double.MaxValue;
        for (var at = 0.35; at <= 0.65; at += 0.03)
            if (Runs(piece, rows, at) is [var run]) best = Math.Min(best, (run.To - run.From) / (rows ? piece.Width : piece.Height));
        return best;
    }

    private static double Widest(BinaryImage piece, bool rows)
    {
        var best = 0.0;
        for (var at = 0.3; at <= 0.7; at += 0.03)
            foreach (var run in Runs(piece, rows, at)) best = Math.Max(best, (run.To - run.From) / (rows ? piece.Width : piece.Height));
        return best;
    }

    /// <summary>The runs of ink on a row (or column) at a share of the height (or width); gaps of a pixel or two are no gaps.</summary>
    private static List<(double From, double To)> Runs(BinaryImage piece, bool rows, double at)
    {
        int length = rows ? piece.Width : piece.Height, across = rows ? piece.Height : piece.Width;
        var place = Math.Clamp(1 + (int)(at * (across - 2)), 1, across - 2);
        var runs = new List<(double From, double To)>();
        var start = -1;
        for (var i = 0; i < length; i++)
        {
            var ink = piece.Ink[rows ? place * piece.Width + i : i * piece.Width + place] != 0;
            if (ink && start < 0) start = i;
            if (ink || start < 0) continue;
            if (runs.Count > 0 && start - runs[^1].To <= 1) runs[^1] = (runs[^1].From, i);
            else runs.Add((start, i));
            start = -1;
        }

        return runs;
    }
}
