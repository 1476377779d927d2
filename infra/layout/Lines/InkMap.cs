using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Lines;

/// <summary>A connected piece of ink (eight neighbours connect).</summary>
/// <param name="Id">Its label in the map, from 1.</param>
/// <param name="Box">Around it, frame pixels.</param>
/// <param name="Pixels">How many pixels of ink.</param>
public readonly record struct InkPiece(int Id, Rect Box, int Pixels);

/// <summary>The connected pieces of ink of a whole page, and for each pixel the piece that it belongs to.</summary>
public sealed class InkMap
{
    private InkMap(int width, int height, int[] labels, IReadOnlyList<InkPiece> pieces)
    {
        (Width, Height, Labels, Pieces) = (width, height, labels, pieces);
    }

    /// <summary>Width, pixels.</summary>
    public int Width { get; }

    /// <summary>Height, pixels.</summary>
    public int Height { get; }

    /// <summary>Row by row the piece of each pixel; 0 is paper.</summary>
    public int[] Labels { get; }

    /// <summary>Piece n has the id n + 1.</summary>
    public IReadOnlyList<InkPiece> Pieces { get; }

    /// <summary>The map of a picture.</summary>
    /// <param name="image">Grey.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    public static InkMap Of(GrayImage image, int inkLevel)
    {
        int width = image.Width, height = image.Height;
        var runs = new List<Run>(height * 8);
        var parent = new List<int>(height * 8);
        int previousFrom = 0, previousTo = 0;
        for (var y = 0; y < height; y++)
        {
            var from = runs.Count;
            AddRuns(image.Pixels.AsSpan(y * width, width), y, (byte)inkLevel, runs);
            for (int i = from, above = previousFrom; i < runs.Count; i++)
            {
                parent.Add(i);
                while (above < previousTo && runs[above].To < runs[i].From - 1) above++;
                for (var a = above; a < previousTo && runs[a].From <= runs[i].To + 1; a++) Union(parent, a, i);
            }

            (previousFrom, previousTo) = (from, runs.Count);
        }

        return Labelled(width, height, runs, parent);
    }

    private static InkMap Labelled(int width, int height, List<Run> runs, List<int> parent)
    {
        var labels = new int[width * height];
        var ids = new int[runs.Count];
        var boxes = new List<(int Left, int Top, int Right, int Bottom, int Pixels)>();
        for (var i = 0; i < runs.Count; i++)
        {
            var (y, from, to) = runs[i];
            var root = Root(parent, i);
            if (ids[root] == 0)
            {
                boxes.Add((from, y, to, y, 0));
                ids[root] = boxes.Count;
            }

            var id = ids[root];
            var (left, top, right, bottom, pixels) = boxes[id - 1];
            boxes[id - 1] = (Math.Min(left, from), top, Math.Max(right, to), Math.Max(bottom, y), pixels + to - from + 1);
            labels.AsSpan(y * width + from, to - from + 1).Fill(id);
        }

        return new(width, height, labels, [.. boxes.Select((b, i) => new InkPiece(i + 1, new(b.Left, b.Top, b.Right + 1, b.Bottom + 1), b.Pixels))]);
    }

    private readonly record struct Run(int Y, int From, int To);

    private static void AddRuns(ReadOnlySpan<byte> row, int y, byte inkLevel, List<Run> runs)
    {
        for (var x = 0; x < row.Length;)
        {
            var start = row[x..].IndexOfAnyInRange((byte)0, (byte)(inkLevel - 1));
            if (start < 0) return;
            start += x;
            var length = row[start..].IndexOfAnyExceptInRange((byte)0, (byte)(inkLevel - 1));
            x = length < 0 ? row.Length : start + length;
            runs.Add(new(y, start, x - 1));
        }
    }

    private static int Root(List<int> parent, int at)
    {
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    }

    /// <summary>The first run of a piece stays its root, so that pieces are numbered from the top.</summary>
    private static void Union(List<int> parent, int a, int b)
    {
        int first = Root(parent, a), second = Root(parent, b);
        if (first < second) parent[second] = first;
        else parent[first] = second;
    }
}
