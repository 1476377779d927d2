namespace LearningSociety.Layout.Imaging;

/// <summary>Rows of a picture whose samples come one after the other: 1, 2, 4 or 8 bits of grey, or red, green, blue.</summary>
/// <param name="take">Fills the next row, padded to a whole byte; false when the samples end.</param>
/// <param name="width">Pixels a row.</param>
/// <param name="height">Rows.</param>
/// <param name="bits">Bits a sample; 8 for colour.</param>
/// <param name="channels">1, or 3 for colour.</param>
/// <param name="inverted">Whether shades run from white to black.</param>
public sealed class PixelRows(PixelRows.TakeRow take, int width, int height, int bits, int channels, bool inverted) : IPixelRows
{
    private readonly byte[] row = new byte[(width * bits * channels + 7) / 8];
    private readonly byte[] shades = Shades(bits, inverted);
    private int next;

    /// <summary>Fills the next row of samples.</summary>
    public delegate bool TakeRow(Span<byte> row);

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => height;

    /// <inheritdoc/>
    public bool HasColour => channels == 3;

    /// <inheritdoc/>
    public bool Next(Span<byte> reds, Span<byte> greens, Span<byte> blues)
    {
        if (next++ >= height || !take(row)) return false;
        if (channels == 3)
        {
            for (int x = 0, p = 0; x < width; x++, p += 3) (reds[x], greens[x], blues[x]) = (row[p], row[p + 1], row[p + 2]);
            return true;
        }

        int perByte = 8 / bits, mask = (1 << bits) - 1;
        for (var x = 0; x < width; x++) reds[x] = shades[(row[x / perByte] >> (8 - bits * (x % perByte + 1))) & mask];
        return true;
    }

    private static byte[] Shades(int bits, bool inverted)
    {
        var most = (1 << bits) - 1;
        return [.. Enumerable.Range(0, most + 1).Select(i => (byte)((inverted ? most - i : i) * 255 / most))];
    }
}
