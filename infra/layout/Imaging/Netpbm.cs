namespace LearningSociety.Layout.Imaging;

/// <summary>
/// The rows of a binary Netpbm picture (P5 grey or P6 colour, 8 bits) as they come through a pipe from poppler. A stream may hold several
/// pictures; each must be read to its last row before the next one is begun.
/// </summary>
public sealed class Netpbm : IPixelRows
{
    private readonly Stream source;
    private readonly byte[] line;
    private int next;

    private Netpbm(Stream source, int width, int height, int channels)
    {
        (this.source, Width, Height, HasColour) = (source, width, height, channels == 3);
        line = new byte[width * channels];
    }

    /// <inheritdoc/>
    public int Width { get; }

    /// <inheritdoc/>
    public int Height { get; }

    /// <inheritdoc/>
    public bool HasColour { get; }

    /// <summary>The picture that begins here; null when there is none.</summary>
    public static Netpbm? Begin(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.ReadByte() != 'P') return null;
        var kind = source.ReadByte();
        if (kind is not ('5' or '6')) return null;
        if (Number(source) is not (> 0 and var width) || Number(source) is not (> 0 and var height) || Number(source) is not 255) return null;
        return new(source, width, height, kind == '5' ? 1 : 3);
    }

    /// <inheritdoc/>
    public bool Next(Span<byte> red, Span<byte> green, Span<byte> blue)
    {
        if (next >= Height || source.ReadAtLeast(line, line.Length, throwOnEndOfStream: false) < line.Length) return false;
        next++;
        if (!HasColour)
        {
            line.CopyTo(red);
            return true;
        }

        red = red[..Width];
        green = green[..red.Length];
        blue = blue[..red.Length];
        for (int x = 0, p = 0; x < red.Length; x++, p += 3) (red[x], green[x], blue[x]) = (line[p], line[p + 1], line[p + 2]);
        return true;
    }

    /// <summary>A number and the one white space after it.</summary>
    private static int? Number(Stream source)
    {
        var letter = source.ReadByte();
        while (letter is ' ' or '\n' or '\r' or '\t') letter = source.ReadByte();
        var value = 0;
        var digits = 0;
        for (; letter is >= '0' and <= '9' && digits < 7; letter = source.ReadByte(), digits++) value = value * 10 + letter - '0';
        return digits == 0 || letter is not (' ' or '\n' or '\r' or '\t') ? null : value;
    }
}
