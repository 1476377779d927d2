using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Marks;

/// <summary>A connected piece of ink with its pixels.</summary>
public sealed class MarkPiece
{
    /// <summary>A piece of these runs of pixels.</summary>
    /// <param name="runs">Its runs, in no order.</param>
    public MarkPiece(IReadOnlyList<InkRun> runs)
    {
        Runs = runs;
        int left = int.MaxValue, top = int.MaxValue, right = 0, bottom = 0;
        foreach (var (row, from, to) in runs)
        {
            Pixels += to - from;
            (left, right, top, bottom) = (Math.Min(left, from), Math.Max(right, to), Math.Min(top, row), Math.Max(bottom, row + 1));
        }

        Box = new(left, top, right, bottom);
    }

    /// <summary>Its runs of pixels.</summary>
    public IReadOnlyList<InkRun> Runs { get; }

    /// <summary>The upright rectangle around it.</summary>
    public Rect Box { get; }

    /// <summary>How many pixels it has.</summary>
    public int Pixels { get; }

    /// <summary>The longer side of its box.</summary>
    public double Size => Math.Max(Box.Width, Box.Height);

    /// <summary>A hair or a scratch: long, and thinner than any pen draws.</summary>
    /// <param name="dpi">Pixels an inch.</param>
    public bool IsHair(double dpi)
    {
        const double Shortest = 0.2, Thickest = 0.0105;
        return double.Hypot(Box.Width, Box.Height) >= Shortest * dpi && Weight <= Thickest * dpi;
    }

    /// <summary>Its ink by its length: the thickness of a lone stroke, twice that of a cross.</summary>
    public double Weight => Pixels / double.Hypot(Box.Width, Box.Height);

    /// <summary>Whether it has the shape of a mark, as printed or as a hand draws it.</summary>
    public bool IsMark => Picture() is var picture && (MarkShape.IsMark(picture) || HandMark.IsLikely(picture));

    /// <summary>Both pieces as one.</summary>
    public MarkPiece With(MarkPiece other) => new([.. Runs, .. other.Runs]);

    /// <summary>Its pixels alone, a pixel of paper around.</summary>
    public BinaryImage Picture()
    {
        int left = (int)Box.Left - 1, top = (int)Box.Top - 1, width = (int)Box.Width + 2, height = (int)Box.Height + 2;
        var ink = new byte[width * height];
        foreach (var (row, from, to) in Runs) ink.AsSpan((row - top) * width + from - left, to - from).Fill(1);
        return new(width, height, ink);
    }

    /// <summary>The pieces of ink in a part of a picture; eight neighbours connect.</summary>
    /// <param name="image">Grey.</param>
    /// <param name="area">Where to look, clipped to the picture.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    public static List<MarkPiece> In(GrayImage image, Rect area, int inkLevel)
    {
        var runs = InkRuns.Of(
            image, Math.Max(0, (int)area.Left), Math.Max(0, (int)area.Top), Math.Min(image.Width, (int)Math.Ceiling(area.Right)), Math.Min(image.Height, (int)Math.Ceiling(area.Bottom)), inkLevel);
        var pieces = new List<InkRun>[runs.Count];
        for (var i = 0; i < runs.Pieces.Length; i++) (pieces[runs.Pieces[i]] ??= []).Add(runs.Runs[i]);
        return [.. pieces.Select(r => new MarkPiece(r))];
    }
}
