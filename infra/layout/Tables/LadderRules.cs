using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// Finds the lines between a table's rows of which a coarse fax left uneven dashes, where the lines between its columns are whole: in most columns
/// dashes lie in one row of pixels with paper above and below.
/// </summary>
public static class LadderRules
{
    /// <summary>The shortest sides, and how far their ends lie apart, inches.</summary>
    private const double Tall = 1.5, Uneven = 0.15;

    /// <summary>A table has at least so many lines down, and lines across.</summary>
    private const int FewestSides = 4, FewestRungs = 3;

    /// <summary>Rows are no lower than this, inches.</summary>
    private const double Apart = 0.12;

    /// <summary>What is looked at above and below a line, and kept free of beside the sides, inches.</summary>
    private const double Aside = 0.02;

    /// <summary>How much of a line is there in a column, and of what is beside it.</summary>
    private const double Drawn = 0.35, Beside = 0.06;

    /// <summary>In so many of the columns a line is there.</summary>
    private const double Most = 0.6;

    /// <summary>How far a line leaves its height from one column to the next, pixels.</summary>
    private const int Sway = 2;

    /// <summary>The ink with such lines drawn; the same picture where there are none.</summary>
    /// <param name="image">Black and white, text upright.</param>
    /// <param name="down">Its vertical rules.</param>
    /// <param name="found">The area of the tables that were found, pixels.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static BinaryImage Filled(BinaryImage image, IReadOnlyList<Rule> down, double found, double dpi)
    {
        var sides = Sides(down, dpi);
        if (sides.Count < FewestSides) return image;
        int top = sides.Max(s => s.From), bottom = sides.Min(s => s.To);
        if ((bottom - top) * (sides[^1].Middle - sides[0].Middle) <= found) return image;
        var rungs = new List<(int At, List<(int From, int To, int At)> Parts)>();
        for (var y = Math.Max(0, top - Sway); y <= Math.Min(image.Height - 1, bottom + Sway); y++)
        {
            var parts = Parts(image, sides, y, dpi);
            if (parts.Count < Most * (sides.Count - 1)) continue;
            if (rungs.Count == 0 || y - rungs[^1].At > Apart * dpi) rungs.Add((y, parts));
            else if (parts.Count > rungs[^1].Parts.Count) rungs[^1] = (y, parts);
        }

        if (rungs.Count < FewestRungs) return image;
        var whole = (byte[])image.Ink.Clone();
        foreach (var (from, to, at) in rungs.SelectMany(r => r.Parts)) whole.AsSpan(at * image.Width + from, to - from).Fill(1);
        return image with { Ink = whole };
    }

    /// <summary>Long lines down that begin and end together, from left to right.</summary>
    private static List<Rule> Sides(IReadOnlyList<Rule> down, double dpi)
    {
        var tall = down.Where(r => r.Length >= Tall * dpi).ToList();
        return tall.Select(one => tall.Where(r => Math.Abs(r.From - one.From) <= Uneven * dpi && Math.Abs(r.To - one.To) <= Uneven * dpi).ToList()).MaxBy(group => group.Count)?.OrderBy(r => r.Middle).ToList() ?? [];
    }

    /// <summary>The columns in which a line is there, from side to side, at the height where most of it is, and what lies blank between two of them or behind the last one.</summary>
    private static List<(int From, int To, int At)> Parts(BinaryImage image, List<Rule> sides, int y, double dpi)
    {
        var aside = Math.Max(3, (int)Math.Ceiling(Aside * dpi));
        var columns = sides.Zip(sides.Skip(1), (left, right) => Part(image, (int)left.At(y), (int)Math.Ceiling(right.At(y)), y, aside)).ToList();
        bool IsDrawn(int at) => columns[at].Kind == PartKind.Drawn;
        return [.. Enumerable.Range(0, columns.Count).Where(at => IsDrawn(at) || (columns[at].Kind == PartKind.Blank && at > 0 && IsDrawn(at - 1) && (at + 1 == columns.Count || IsDrawn(at + 1))))
            .Select(at => (columns[at].From, columns[at].To, IsDrawn(at) ? columns[at].At : columns[at - 1].At))];
    }

    private enum PartKind
    {
        /// <summary>Dashes of a line, and nothing above and below.</summary>
        Drawn,

        /// <summary>Nothing, or too little to tell.</summary>
        Blank,

        /// <summary>Letters.</summary>
        Other,
    }

    private static (PartKind Kind, int From, int To, int At) Part(BinaryImage image, int left, int right, int y, int aside)
    {
        int from = left + aside, to = right - aside;
        var at = Enumerable.Range(y - Sway, (2 * Sway) + 1).MaxBy(Share);
        var isFree = Share(at - aside) <= Beside && Share(at + aside) <= Beside;
        var kind = to <= from || !isFree ? PartKind.Other : Share(at) >= Drawn ? PartKind.Drawn : PartKind.Blank;
        return (kind, Math.Max(0, left), Math.Min(image.Width, right + 1), at);

        double Share(int row) => row < 0 || row + 1 >= image.Height ? 1 : (double)Covered(row) / Math.Max(1, to - from);

        int Covered(int row)
        {
            var count = 0;
            for (var x = Math.Max(0, from); x < Math.Min(image.Width, to); x++)
                if ((image.Ink[(row * image.Width) + x] | image.Ink[((row + 1) * image.Width) + x]) != 0) count++;
            return count;
        }
    }
}
