using System.IO.Compression;

namespace LearningSociety.Layout.Pdf.Syntax;

/// <summary>Undoes the compressions that need no picture decoder: Flate with the PNG predictors.</summary>
public static class PdfFilters
{
    /// <summary>The bytes of a Flate stream; null when it is damaged or longer than allowed.</summary>
    /// <param name="data">Compressed bytes.</param>
    /// <param name="parameters">Its DecodeParms, resolved; null when there are none.</param>
    /// <param name="most">Most bytes of the answer.</param>
    public static unsafe byte[]? Flate(ReadOnlySpan<byte> data, PdfDictionary? parameters, int most)
    {
        fixed (byte* start = data)
        {
            using var source = new UnmanagedMemoryStream(start, data.Length);
            using var zlib = new ZLibStream(source, CompressionMode.Decompress);
            using var target = new MemoryStream();
            if (Rows(zlib, parameters) is not var (row, take)) return null;
            var buffer = new byte[row];
            for (int length; (length = take(buffer)) > 0;)
            {
                if (target.Length + length > most) return null;
                target.Write(buffer, 0, length);
            }

            return target.ToArray();
        }
    }

    /// <summary>How a stream of compressed bytes is read by rows: the length of a row, and what fills one and says how much of it there was (0 at the end, or where it is damaged).</summary>
    /// <param name="source">Decompresses.</param>
    /// <param name="parameters">Its DecodeParms, resolved; null when there are none.</param>
    /// <returns>Null when the predictor is not understood.</returns>
    public static (int Length, Func<byte[], int> Take)? Rows(Stream source, PdfDictionary? parameters)
    {
        int Parameter(string name, int usual) => parameters?.GetValueOrDefault(name) is double value ? (int)value : usual;
        int predictor = Parameter("Predictor", 1), colours = Parameter("Colors", 1), bits = Parameter("BitsPerComponent", 8), columns = Parameter("Columns", 1);
        if (predictor == 1) return (1 << 14, line => Read(source, line));
        if (predictor < 10 || colours is < 1 or > 4 || bits is not (1 or 2 or 4 or 8) || columns is < 1 or > 100_000) return null;
        int pixel = Math.Max(1, colours * bits / 8), row = (colours * bits * columns + 7) / 8;
        byte[] above = new byte[row], coded = new byte[row + 1];
        return (row, line =>
        {
            var length = Read(source, coded) - 1;
            if (length <= 0) return 0;
            coded.AsSpan(1).CopyTo(line);
            if (!Undo(coded[0], line, above, pixel)) return 0;
            line.CopyTo(above, 0);
            return length;
        });
    }

    private static int Read(Stream source, byte[] line)
    {
        try
        {
            return source.ReadAtLeast(line, line.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    private static bool Undo(byte kind, Span<byte> line, ReadOnlySpan<byte> above, int pixel)
    {
        if (kind > 4) return false;
        if (kind == 0) return true;
        for (var i = 0; i < line.Length; i++)
        {
            int left = i >= pixel ? line[i - pixel] : 0, corner = i >= pixel ? above[i - pixel] : 0;
            line[i] += (byte)(kind switch { 1 => left, 2 => above[i], 3 => (left + above[i]) / 2, _ => Paeth(left, above[i], corner) });
        }

        return true;
    }

    private static int Paeth(int left, int above, int corner)
    {
        int a = Math.Abs(above - corner), b = Math.Abs(left - corner), c = Math.Abs(left + above - 2 * corner);
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
