namespace LearningSociety.Layout.Imaging;

/// <summary>Rows of a picture whose samples come one after the other: 1, 2, 4 or 8 bits, grey, of a palette, or red, green, blue.</summary>
/// <param name="take">Fills the next row, padded to a whole byte; false when the samples end.</param>
/// <param name="width">Pixels a row.</param>
/// <param name="height">Rows.</param>
/// <param name="bits">Bits a sample; 8 for colour.</param>
/// <param name="channels">1, or 3 for colour.</param>
/// <param name="palette">Red, green, blue of each value; null when samples are shades from black to white.</param>
/// <param name="inverted">Whether shades run from white to black.</param>
public sealed class PixelRows(PixelRows.TakeRow take, int width, int height, int bits, int channels, byte[]? palette, bool inverted) : IPixelRows
{
    private readonly byte[] row = new byte[(width * bits * channels + 7) / 8];
    private readonly byte[] red = Shades(palette, bits, 0, inverted), green = Shades(palette, bits, 1, inverted), blue = Shades(palette, bits, 2, inverted);
    private int next;

    /// <summary>Fills the next row of samples.</summary>
    public delegate bool TakeRow(Span<byte> row);

    /// <inheritdoc/>
    public int Width => width;

    /// <inheritdoc/>
    public int Height => height;

    /// <inheritdoc/>
    public bool HasColour { get; } = channels == 3 || (palette is not null && Enumerable.Range(0, palette.Length / 3).Any(i => palette[3 * i] != palette[3 * i + 1] || palette[3 * i] != palette[3 * i + 2]));

    /// <inheritdoc/>
    public bool Next(Span<byte> reds, Span<byte> greens, Span<byte> blues)
    {
        if (next++ >= height || !take(row)) return false;
        if (channels == 3)
        {
            for (int x = 0, p = 0; x < width; x++, p += 3) (reds[x], greens[x], blues[x]) = (red[row[p]], green[row[p + 1]], blue[row[p + 2]]);
            return true;
        }

        Look(row, red, reds);
        if (!HasColour) return true;
        Look(row, green, greens);
        Look(row, blue, blues);
        return true;
    }

    private void Look(ReadOnlySpan<byte> row, byte[] shades, Span<byte> target)
    {
        int perByte = 8 / bits, mask = (1 << bits) - 1;
        for (var x = 0; x < width; x++) target[x] = shades[(row[x / perByte] >> (8 - bits * (x % perByte + 1))) & mask];
    }

    private static byte[] Shades(byte[]? palette, int bits, int channel, bool inverted)
    {
        var most = (1 << bits) - 1;
        var shades = new byte[256];
        for (var i = 0; i <= most; i++)
            shades[i] = palette is null ? (byte)((inverted ? most - i : i) * 255 / most) : 3 * i + channel < palette.Length ? palette[3 * i + channel] : (byte)0;
        return shades;
    }
}
