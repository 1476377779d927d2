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
    public static InkMap Of(GrayImage image, int inkLevel) => Of(image.Width, image.Height, InkRuns.Of(image, 0, 0, image.Width, image.Height, inkLevel));

    /// <summary>The map of a black-and-white picture.</summary>
    public static InkMap Of(BinaryImage image) => Of(image.Width, image.Height, InkRuns.Of(image, int.MaxValue)!);

    private static InkMap Of(int width, int height, InkRuns runs)
    {
        var labels = new int[width * height];
        for (var i = 0; i < runs.Pieces.Length; i++)
        {
            var (row, from, to) = runs.Runs[i];
            labels.AsSpan(row * width + from, to - from).Fill(runs.Pieces[i] + 1);
        }

        return new(width, height, labels, [.. runs.Components().Select((c, i) => new InkPiece(i + 1, new(c.Left, c.Top, c.Right, c.Bottom), c.Pixels))]);
    }
}
