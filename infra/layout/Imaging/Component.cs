namespace LearningSociety.Layout.Imaging;

/// <summary>A connected piece of ink: its box (right and bottom excluded) and how many pixels it has.</summary>
public sealed record Component(int Left, int Top, int Right, int Bottom, int Pixels)
{
    /// <summary>Pixels across.</summary>
    public int Width => Right - Left;

    /// <summary>Pixels down.</summary>
    public int Height => Bottom - Top;

    /// <summary>Middle across.</summary>
    public double CentreX => (Left + Right) / 2.0;

    /// <summary>Middle down.</summary>
    public double CentreY => (Top + Bottom) / 2.0;
}

/// <summary>Finds the connected pieces of ink of a whole picture by its rows' runs; eight neighbours connect.</summary>
public static class Components
{
    /// <summary>All pieces, in the order of their first rows; none when there are more than <paramref name="most"/> runs: that is noise.</summary>
    public static IReadOnlyList<Component> Of(BinaryImage image, int most = 400_000)
    {
        var runs = new List<(int From, int To, int Row)>();
        var parents = new List<int>();
        int aboveFirst = 0, aboveEnd = 0;
        for (var y = 0; y < image.Height; y++)
        {
            var first = runs.Count;
            var row = image.Ink.AsSpan(y * image.Width, image.Width);
            for (var x = 0; x < row.Length;)
            {
                var start = row[x..].IndexOf((byte)1);
                if (start < 0) break;
                start += x;
                var length = row[start..].IndexOf((byte)0);
                x = length < 0 ? row.Length : start + length;
                parents.Add(runs.Count);
                runs.Add((start, x, y));
            }

            if (runs.Count > most) return [];
            for (int here = first, above = aboveFirst; here < runs.Count && above < aboveEnd;)
            {
                if (runs[above].From <= runs[here].To && runs[here].From <= runs[above].To) Join(parents, above, here);
                if (runs[above].To < runs[here].To) above++;
                else here++;
            }

            (aboveFirst, aboveEnd) = (first, runs.Count);
        }

        return Boxes(runs, parents);
    }

    private static IReadOnlyList<Component> Boxes(List<(int From, int To, int Row)> runs, List<int> parents)
    {
        var places = new int[runs.Count];
        var boxes = new List<(int Left, int Top, int Right, int Bottom, int Pixels)>();
        for (var i = 0; i < runs.Count; i++)
        {
            var (from, to, row) = runs[i];
            var root = Root(parents, i);
            if (root == i)
            {
                places[i] = boxes.Count;
                boxes.Add((from, row, to, row + 1, to - from));
                continue;
            }

            var b = boxes[places[root]];
            boxes[places[root]] = (Math.Min(b.Left, from), b.Top, Math.Max(b.Right, to), row + 1, b.Pixels + to - from);
        }

        return [.. boxes.Select(b => new Component(b.Left, b.Top, b.Right, b.Bottom, b.Pixels))];
    }

    /// <summary>The first run of a piece stands for it.</summary>
    private static int Root(List<int> parents, int run)
    {
        while (parents[run] != run) run = parents[run] = parents[parents[run]];
        return run;
    }

    private static void Join(List<int> parents, int a, int b)
    {
        a = Root(parents, a);
        b = Root(parents, b);
        if (a < b) parents[b] = a;
        else parents[a] = b;
    }
}
