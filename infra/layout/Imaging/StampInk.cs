namespace LearningSociety.Layout.Imaging;

/// <summary>
/// Takes red stamp ink out of a page: what is left is what text is read from. In the red channel alone dark red, and red in a shadow,
/// would stay as grey, and a seal's ring would hang on the letters that it touches.
/// </summary>
public static class StampInk
{
    /// <summary>Red ink is redder than green or blue by this much; the colour of paper and the fringes of black letters are not.</summary>
    private const int Redder = 25;

    /// <summary>Print under a stamp is dark red: it stays.</summary>
    private const int Dark = 90;

    /// <summary>A row without red ink.</summary>
    /// <param name="red">Its red channel.</param>
    /// <param name="green">Its green channel.</param>
    /// <param name="blue">Its blue channel.</param>
    /// <param name="target">Filled with the answer, as long as the row.</param>
    /// <returns><paramref name="target"/>.</returns>
    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> red, ReadOnlySpan<byte> green, ReadOnlySpan<byte> blue, Span<byte> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            int value = red[x], excess = value - Math.Max(green[x], blue[x]) - Redder;
            target[x] = excess > 0 && value > Dark ? (byte)Math.Min(255, value + 3 * excess) : (byte)value;
        }

        return target;
    }
}
