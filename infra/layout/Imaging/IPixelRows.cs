namespace LearningSociety.Layout.Imaging;

/// <summary>A picture that gives its rows one after the other, from the top, so that a large one need never be held whole.</summary>
public interface IPixelRows
{
    /// <summary>Pixels a row.</summary>
    int Width { get; }

    /// <summary>Rows.</summary>
    int Height { get; }

    /// <summary>Whether the three channels may differ.</summary>
    bool HasColour { get; }

    /// <summary>Takes the next row. Without colour only <paramref name="red"/> is filled.</summary>
    /// <returns>False when the picture ends early.</returns>
    bool Next(Span<byte> red, Span<byte> green, Span<byte> blue);
}
