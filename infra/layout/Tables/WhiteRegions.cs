using System.Numerics;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>A connected piece of paper that ink encloses.</summary>
/// <param name="Shape">Its four corners: the pixels farthest out along the diagonals.</param>
/// <param name="Box">The upright rectangle around it.</param>
/// <param name="Pixels">How many pixels it has.</param>
public sealed record WhiteRegion(Quad Shape, Rect Box, int Pixels);

/// <summary>Finds the connected pieces of paper between ink. Gaps in the ink of up to four pixels are closed before.</summary>
public static class WhiteRegions
{
    private const int Reach = 2;

    /// <summary>What is known of a piece while its runs are joined.</summary>
    private struct Piece
    {
        public int Parent, Pixels, Left, Top, Right, Bottom;
        public Point TopLeft, TopRight, BottomRight, BottomLeft;
    }

    /// <summary>The pieces inside a part of the picture that are at least so wide and high.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="area">Where to look.</param>
    /// <param name="drawn">Lines that count as ink although they are not drawn: from, to, in pixels of the picture.</param>
    /// <param name="narrowest">Smallest width and height, pixels.</param>
    public static List<WhiteRegion> Find(BinaryImage image, Rect area, IReadOnlyList<(Point From, Point To)> drawn, double narrowest)
    {
        int left = Math.Max(0, (int)area.Left), top = Math.Max(0, (int)area.Top);
        int width = Math.Min(image.Width, (int)Math.Ceiling(area.Right)) - left, height = Math.Min(image.Height, (int)Math.Ceiling(area.Bottom)) - top;
        if (width <= 2 * Reach || height <= 2 * Reach) return [];
        var ink = Closed(image, left, top, width, height);
        foreach (var (from, to) in drawn) Draw(ink, width, height, new(from.X - left, from.Y - top), new(to.X - left, to.Y - top));
        var pieces = Join(ink, width, height);
        var regions = new List<WhiteRegion>();
        for (var i = 0; i < pieces.Length; i++)
        {
            ref var p = ref pieces[i];
            if (p.Parent != i || p.Right - p.Left + 1 < narrowest || p.Bottom - p.Top + 1 < narrowest) continue;
            Point Back(Point point, int dx, int dy) => new(point.X + left + dx * (Reach + 1), point.Y + top + dy * (Reach + 1));
            regions.Add(new(
                new(Back(p.TopLeft, -1, -1), Back(p.TopRight, 1, -1), Back(p.BottomRight, 1, 1), Back(p.BottomLeft, -1, 1)),
                new(left + p.Left - Reach, top + p.Top - Reach, left + p.Right + 1 + Reach, top + p.Bottom + 1 + Reach), p.Pixels));
        }

        return regions;
    }

    /// <summary>The ink of the part, thickened on all sides.</summary>
    private static byte[] Closed(BinaryImage image, int left, int top, int width, int height)
    {
        var down = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var row = down.AsSpan(y * width, width);
            for (var d = -Reach; d <= Reach; d++)
            {
                var from = top + y + d;
                if (from >= 0 && from < image.Height) Or(row, image.Ink.AsSpan(from * image.Width + left, width));
            }
        }

        var whole = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            Span<byte> source = down.AsSpan(y * width, width), row = whole.AsSpan(y * width, width);
            source.CopyTo(row);
            for (var d = 1; d <= Reach; d++)
            {
                Or(row[d..], source[..^d]);
                Or(row[..^d], source[d..]);
            }
        }

        return whole;
    }

    private static void Or(Span<byte> target, ReadOnlySpan<byte> source)
    {
        var x = 0;
        for (; x <= target.Length - Vector<byte>.Count; x += Vector<byte>.Count)
            (new Vector<byte>(target[x..]) | new Vector<byte>(source[x..])).CopyTo(target[x..]);
        for (; x < target.Length; x++) target[x] |= source[x];
    }

    private static void Draw(byte[] ink, int width, int height, Point from, Point to)
    {
        var steps = (int)Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) + 1;
        for (var i = 0; i <= steps; i++)
        {
            int x = (int)(from.X + (to.X - from.X) * i / steps), y = (int)(from.Y + (to.Y - from.Y) * i / steps);
            for (var dy = -1; dy <= 1; dy++)
            for (var dx = -1; dx <= 1; dx++)
                if ((uint)(x + dx) < (uint)width && (uint)(y + dy) < (uint)height) ink[(y + dy) * width + x + dx] = 1;
        }
    }

    /// <summary>Runs of paper, row by row, joined with the runs that they touch above.</summary>
    private static Piece[] Join(byte[] ink, int width, int height)
    {
        var pieces = new Piece[1024];
        var count = 0;
        var above = new List<(int From, int To, int Piece)>();
        var here = new List<(int From, int To, int Piece)>();
        for (var y = 0; y < height; y++)
        {
            here.Clear();
            var row = ink.AsSpan(y * width, width);
            var next = 0;
            for (var to = 0; InkRuns.Next(row, 0, 0, ref to, out var from);)
            {
                var owner = -1;
                while (next < above.Count && above[next].To <= from) next++;
                for (var i = next; i < above.Count && above[i].From < to; i++) owner = owner < 0 ? Root(above[i].Piece) : Union(owner, Root(above[i].Piece));
                if (owner < 0)
                {
                    if (count == pieces.Length) Array.Resize(ref pieces, 2 * count);
                    owner = count++;
                    pieces[owner] = Start(owner, from, to - 1, y);
                }
                else Add(ref pieces[owner], from, to - 1, y);

                here.Add((from, to, owner));
            }

            (above, here) = (here, above);
        }

        return pieces.AsSpan(0, count).ToArray();

        int Root(int piece)
        {
            while (pieces[piece].Parent != piece) piece = pieces[piece].Parent = pieces[pieces[piece].Parent].Parent;
            return piece;
        }

        int Union(int a, int b)
        {
            if (a == b) return a;
            ref Piece one = ref pieces[a], other = ref pieces[b];
            other.Parent = a;
            one.Pixels += other.Pixels;
            (one.Left, one.Top) = (Math.Min(one.Left, other.Left), Math.Min(one.Top, other.Top));
            (one.Right, one.Bottom) = (Math.Max(one.Right, other.Right), Math.Max(one.Bottom, other.Bottom));
            Corners(ref one, other.TopLeft);
            Corners(ref one, other.TopRight);
            Corners(ref one, other.BottomRight);
            Corners(ref one, other.BottomLeft);
            return a;
        }
    }

    private static Piece Start(int self, int from, int to, int y) => new()
    {
        Parent = self, Pixels = to - from + 1, Left = from, Right = to, Top = y, Bottom = y,
        TopLeft = new(from, y), BottomLeft = new(from, y), TopRight = new(to, y), BottomRight = new(to, y),
    };

    private static void Add(ref Piece piece, int from, int to, int y)
    {
        piece.Pixels += to - from + 1;
        piece.Left = Math.Min(piece.Left, from);
        piece.Right = Math.Max(piece.Right, to);
        piece.Top = Math.Min(piece.Top, y);
        piece.Bottom = Math.Max(piece.Bottom, y);
        Corners(ref piece, new(from, y));
        Corners(ref piece, new(to, y));
    }

    private static void Corners(ref Piece piece, Point p)
    {
        if (p.X + p.Y < piece.TopLeft.X + piece.TopLeft.Y) piece.TopLeft = p;
        if (p.X + p.Y > piece.BottomRight.X + piece.BottomRight.Y) piece.BottomRight = p;
        if (p.X - p.Y > piece.TopRight.X - piece.TopRight.Y) piece.TopRight = p;
        if (p.X - p.Y < piece.BottomLeft.X - piece.BottomLeft.Y) piece.BottomLeft = p;
    }
}
