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

/// <summary>Finds the connected pieces of ink of a whole picture; eight neighbours connect.</summary>
public static class Components
{
    /// <summary>All pieces, in the order of their first rows; none when there are more than <paramref name="most"/> runs: that is noise.</summary>
    public static IReadOnlyList<Component> Of(BinaryImage image, int most = 400_000) => InkRuns.Of(image, most)?.Components() ?? [];
}
