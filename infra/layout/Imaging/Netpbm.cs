namespace LearningSociety.Layout.Imaging;

/// <summary>Reads the binary Netpbm formats that poppler writes: P5 (grey) and P6 (colour), 8 bits.</summary>
public static class Netpbm
{
    /// <summary>Reads the P5 or P6 picture at the start of the bytes; null when they are no such picture.</summary>
    /// <returns>A <see cref="GrayImage"/> or a <see cref="ColourImage"/>, and the offset after it.</returns>
    public static (object Picture, int End)? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes[0] != 'P' || bytes[1] is not ((byte)'5' or (byte)'6')) return null;
        var position = 2;
        if (Number(bytes, ref position) is not { } width || Number(bytes, ref position) is not { } height || Number(bytes, ref position) is not 255) return null;
        position++;
        var channels = bytes[1] == '5' ? 1 : 3;
        var length = (long)width * height * channels;
        if (width == 0 || height == 0 || position + length > bytes.Length) return null;
        var pixels = bytes.Slice(position, (int)length).ToArray();
        return (channels == 1 ? new GrayImage(width, height, pixels) : new ColourImage(width, height, pixels), position + (int)length);
    }

    private static int? Number(ReadOnlySpan<byte> bytes, ref int position)
    {
        while (position < bytes.Length && (bytes[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'#'))
        {
            if (bytes[position] == '#')
                while (position < bytes.Length && bytes[position] != '\n') position++;
            position++;
        }

        var value = 0;
        var start = position;
        while (position < bytes.Length && bytes[position] is >= (byte)'0' and <= (byte)'9' && position - start < 7)
            value = value * 10 + bytes[position++] - '0';
        return position == start ? null : value;
    }
}
