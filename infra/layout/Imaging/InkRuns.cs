using System.Runtime.InteropServices;

namespace LearningSociety.Layout.Imaging;

/// <summary>An unbroken run of ink in a row.</summary>
/// <param name="Row">Its row.</param>
/// <param name="From">Its first column.</param>
/// <param name="To">The column after its last one.</param>
public readonly record struct InkRun(int Row, int From, int To);

/// <summary>The runs of ink of a picture, and for each the connected piece that it belongs to; eight neighbours connect.</summary>
public sealed class InkRuns
{
    private readonly List<InkRun> runs = [];
    private readonly List<int> parents = [];
    private int aboveFirst, aboveEnd;

    private InkRuns()
    {
    }

    /// <summary>The runs, row by row.</summary>
    public IReadOnlyList<InkRun> Runs => runs;

    /// <summary>For each run its piece, from 0 in the order of their first runs.</summary>
    public int[] Pieces { get; private set; } = [];

    /// <summary>How many pieces there are.</summary>
    public int Count { get; private set; }

    /// <summary>The runs of a black-and-white picture; null when there are more than so many, which is noise.</summary>
    public static InkRuns? Of(BinaryImage image, int most)
    {
        var found = new InkRuns();
        for (var y = 0; y < image.Height; y++)
        {
            found.Add(image.Ink.AsSpan(y * image.Width, image.Width), y, 0, 1, 1);
            if (found.runs.Count > most) return null;
        }

        return found.Numbered();
    }

    /// <summary>The runs of a part of a grey picture.</summary>
    /// <param name="image">Grey.</param>
    /// <param name="left">First column of the part.</param>
    /// <param name="top">Its first row.</param>
    /// <param name="right">The column after its last one.</param>
    /// <param name="bottom">The row after its last one.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    public static InkRuns Of(GrayImage image, int left, int top, int right, int bottom, int inkLevel)
    {
        var found = new InkRuns();
        for (var y = top; y < bottom && left < right; y++) found.Add(image.Pixels.AsSpan(y * image.Width, right), y, left, 0, (byte)(inkLevel - 1));
        return found.Numbered();
    }

    /// <summary>The pieces, in their order.</summary>
    public Component[] Components()
    {
        var pieces = new (int Left, int Top, int Right, int Bottom, int Pixels)[Count];
        for (var i = 0; i < Pieces.Length; i++)
        {
            var (row, from, to) = runs[i];
            ref var piece = ref pieces[Pieces[i]];
            piece = piece.Pixels == 0 ? (from, row, to, row + 1, to - from)
                : (Math.Min(piece.Left, from), piece.Top, Math.Max(piece.Right, to), row + 1, piece.Pixels + to - from);
        }

        return Array.ConvertAll(pieces, p => new Component(p.Left, p.Top, p.Right, p.Bottom, p.Pixels));
    }

    /// <summary>Finds the next run of pixels of a tone in a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="low">The darkest tone.</param>
    /// <param name="high">The lightest tone.</param>
    /// <param name="at">Where to begin; then the pixel after the run.</param>
    /// <param name="from">The first pixel of the run.</param>
    /// <returns>Whether there is one.</returns>
    public static bool Next(ReadOnlySpan<byte> row, byte low, byte high, ref int at, out int from)
    {
        from = row[at..].IndexOfAnyInRange(low, high);
        if (from < 0) return false;
        from += at;
        var length = row[from..].IndexOfAnyExceptInRange(low, high);
        at = length < 0 ? row.Length : from + length;
        return true;
    }

    /// <summary>Adds a row's runs and joins them with those that they touch in the row above.</summary>
    private void Add(ReadOnlySpan<byte> row, int y, int at, byte low, byte high)
    {
        var first = runs.Count;
        while (Next(row, low, high, ref at, out var from))
        {
            parents.Add(runs.Count);
            runs.Add(new(y, from, at));
        }

        var all = CollectionsMarshal.AsSpan(runs);
        for (int here = first, above = aboveFirst; here < all.Length && above < aboveEnd;)
        {
            if (all[above].From <= all[here].To && all[here].From <= all[above].To) Join(above, here);
            if (all[above].To < all[here].To) above++;
            else here++;
        }

        (aboveFirst, aboveEnd) = (first, runs.Count);
    }

    private InkRuns Numbered()
    {
        Pieces = new int[runs.Count];
        for (var i = 0; i < Pieces.Length; i++)
        {
            var root = Root(CollectionsMarshal.AsSpan(parents), i);
            Pieces[i] = root == i ? Count++ : Pieces[root];
        }

        return this;
    }

    /// <summary>The first run of a piece stays its root, so that pieces are numbered from the top.</summary>
    private void Join(int one, int other)
    {
        var all = CollectionsMarshal.AsSpan(parents);
        (one, other) = (Root(all, one), Root(all, other));
        if (one < other) all[other] = one;
        else all[one] = other;
    }

    private static int Root(Span<int> parents, int run)
    {
        while (parents[run] != run) run = parents[run] = parents[parents[run]];
        return run;
    }
}
