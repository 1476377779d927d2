using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// Finds ruling lines of which only specks are left: fine dots that a fax dropped by halves. They are uneven, but lie in a row with
/// next to nothing beside it, and rows of them run both ways.
/// </summary>
public static class SpeckRules
{
    /// <summary>The largest speck, and how far from larger ink it is no letter's dot, inches.</summary>
    private const double Largest = 0.035, Apart = 0.02;

    /// <summary>How far beside a row there is next to nothing, inches.</summary>
    private const double Aside = 0.04;

    /// <summary>The widest gap in a row, and the shortest row, inches.</summary>
    private const double Gap = 0.45, Shortest = 0.7;

    /// <summary>Specks an inch of a row; noise has fewer in line.</summary>
    private const double Fewest = 6;

    /// <summary>Specks beside a row, by those in it.</summary>
    private const double MostBeside = 0.35;

    /// <summary>A table has at least so many lines each way.</summary>
    private const int FewestLines = 2;

    private sealed record Speck(double Along, double Across, int From, int To);

    /// <summary>The ink with such lines drawn; the same picture when there are none.</summary>
    /// <param name="image">Black and white, text upright.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static BinaryImage Filled(BinaryImage image, double dpi)
    {
        var specks = Specks(image, dpi);
        var across = Lines([.. specks.Select(s => new Speck(s.CentreX, s.CentreY, s.Left, s.Right))], image.Height, dpi);
        if (across.Count < FewestLines) return image;
        var down = Lines([.. specks.Select(s => new Speck(s.CentreY, s.CentreX, s.Top, s.Bottom))], image.Width, dpi);
        if (down.Count < FewestLines) return image;
        var whole = (byte[])image.Ink.Clone();
        foreach (var (at, from, to) in across) whole.AsSpan(at * image.Width + from, to - from).Fill(1);
        foreach (var (at, from, to) in down)
            for (var y = from; y < to; y++) whole[y * image.Width + at] = 1;
        return image with { Ink = whole };
    }

    /// <summary>Small pieces of ink that no larger one is near to.</summary>
    private static List<Component> Specks(BinaryImage image, double dpi)
    {
        int largest = (int)(Largest * dpi), apart = (int)Math.Ceiling(Apart * dpi);
        var near = new byte[image.Ink.Length];
        var small = new List<Component>();
        foreach (var piece in Components.Of(image))
        {
            if (Math.Max(piece.Width, piece.Height) <= largest)
            {
                small.Add(piece);
                continue;
            }

            int left = Math.Max(0, piece.Left - apart), right = Math.Min(image.Width, piece.Right + apart);
            for (var y = Math.Max(0, piece.Top - apart); y < Math.Min(image.Height, piece.Bottom + apart); y++) near.AsSpan(y * image.Width + left, right - left).Fill(1);
        }

        return [.. small.Where(p => near[(int)p.CentreY * image.Width + (int)p.CentreX] == 0)];
    }

    /// <summary>Rows of specks: place across, first place along, and the place after the last; the fullest first.</summary>
    private static List<(int At, int From, int To)> Lines(List<Speck> specks, int height, double dpi)
    {
        var rows = new List<Speck>[height];
        foreach (var speck in specks) (rows[Math.Clamp((int)speck.Across, 0, height - 1)] ??= []).Add(speck);
        var lines = new List<(int At, int From, int To)>();
        var aside = (int)Math.Ceiling(Aside * dpi);
        foreach (var at in Enumerable.Range(1, height - 2).Where(y => rows[y] is not null).OrderByDescending(y => Band(y, 1).Count()).ThenBy(y => y))
        {
            var members = Band(at, 1).OrderBy(s => s.From).ToList();
            if (members.Count < Fewest * Shortest) break;
            for (int first = 0, next = 1; next <= members.Count; next++)
            {
                if (next < members.Count && members[next].From - members[next - 1].To <= Gap * dpi) continue;
                int from = members[first].From, to = members[next - 1].To, count = next - first;
                first = next;
                if (to - from < Shortest * dpi || count < Fewest * (to - from) / dpi) continue;
                if (lines.Exists(l => Math.Abs(l.At - at) <= aside && Math.Min(l.To, to) > Math.Max(l.From, from))) continue;
                if (Band(at, aside).Count(s => s.Along >= from && s.Along <= to) - count <= MostBeside * count) lines.Add((at, from, to));
            }
        }

        return lines;

        IEnumerable<Speck> Band(int y, int reach) => Enumerable.Range(Math.Max(0, y - reach), Math.Min(height, y + reach + 1) - Math.Max(0, y - reach)).SelectMany(r => rows[r] ?? []);
    }
}
