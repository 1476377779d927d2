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
        byte[] plain;
        fixed (byte* start = data)
        {
            using var source = new UnmanagedMemoryStream(start, data.Length);
            using var zlib = new ZLibStream(source, CompressionMode.Decompress);
            using var target = new MemoryStream();
            var buffer = new byte[1 << 16];
            try
            {
                for (int read; (read = zlib.Read(buffer)) > 0;)
                {
                    if (target.Length + read > most) return null;
                    target.Write(buffer, 0, read);
                }
            }
            catch (InvalidDataException)
            {
                return null;
            }

            plain = target.ToArray();
        }

        return parameters is null ? plain : Predicted(plain, parameters);
    }

    private static byte[]? Predicted(byte[] data, PdfDictionary parameters)
    {
        int Parameter(string name, int usual) => parameters.GetValueOrDefault(name) is double value ? (int)value : usual;
        int predictor = Parameter("Predictor", 1), colours = Parameter("Colors", 1), bits = Parameter("BitsPerComponent", 8), columns = Parameter("Columns", 1);
        if (predictor == 1) return data;
        if (predictor < 10 || colours is < 1 or > 4 || bits is not (1 or 2 or 4 or 8) || columns is < 1 or > 100_000) return null;
        int pixel = Math.Max(1, colours * bits / 8), row = (colours * bits * columns + 7) / 8, rows = (data.Length + row) / (row + 1);
        var plain = new byte[rows * row];
        var above = new byte[row];
        for (var y = 0; y < rows; y++)
        {
            var from = data.AsSpan(y * (row + 1));
            var line = plain.AsSpan(y * row, row);
            from[1..Math.Min(row + 1, from.Length)].CopyTo(line);
            if (!Undo(from[0], line, above, pixel)) return null;
            line.CopyTo(above);
        }

        return plain;
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
