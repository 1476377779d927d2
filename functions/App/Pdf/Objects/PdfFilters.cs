using System.IO.Compression;

namespace LearningSociety.App.Pdf.Objects;

/// <summary>Decodes stream filters used by cross-reference and object streams. Broken data gives what could be decoded.</summary>
internal static class PdfFilters
{
    /// <summary>Applies the filters in order; null when one of them is none of ours (pictures).</summary>
    public static byte[]? Decode(byte[] encoded, IReadOnlyList<string> filters, IReadOnlyList<PdfDictionary?> parameters, long most)
    {
        var bytes = encoded;
        for (var i = 0; i < filters.Count; i++)
        {
            var decoded = filters[i] switch
            {
                "FlateDecode" or "Fl" => Inflate(bytes, most),
                "ASCIIHexDecode" or "AHx" => PdfLexer.FromHex(Until(bytes, (byte)'>')),
                "ASCII85Decode" or "A85" => Ascii85(bytes),
                "LZWDecode" or "LZW" => Lzw(bytes, parameters[i]?["EarlyChange"] is not PdfNumber { Value: 0 }, most),
                "Crypt" => bytes,
                _ => null,
            };
            if (decoded is null)
                return null;
            bytes = parameters[i] is { } settings ? Predict(decoded, settings) : decoded;
        }

        return bytes;
    }

    private static byte[] Inflate(byte[] bytes, long most)
    {
        var whole = Inflate(new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress), most);
        // Some writers leave the zlib head out or damage it: the raw data may still be sound.
        return whole.Length > 0 || bytes.Length <= 2 ? whole : Inflate(new DeflateStream(new MemoryStream(bytes, 2, bytes.Length - 2), CompressionMode.Decompress), most);
    }

    private static byte[] Inflate(Stream source, long most)
    {
        using var stream = source;
        var output = new MemoryStream();
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (output.Length + read > most)
                    throw new PdfFaultException("Tệp nén quá mức cho phép.");
                output.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // What was inflated before the damage is worth keeping.
        }

        return output.ToArray();
    }

    private static ReadOnlySpan<byte> Until(byte[] bytes, byte end)
    {
        var at = Array.IndexOf(bytes, end);
        return at < 0 ? bytes : bytes.AsSpan(0, at);
    }

    private static byte[] Ascii85(byte[] bytes)
    {
        var output = new List<byte>(bytes.Length);
        uint group = 0;
        var count = 0;
        foreach (var value in bytes)
        {
            if (value == '~')
                break;
            if (value == 'z' && count == 0)
            {
                output.AddRange([0, 0, 0, 0]);
                continue;
            }

            if (value is < (byte)'!' or > (byte)'u')
                continue;
            group = unchecked(group * 85 + (uint)(value - '!'));
            if (++count < 5)
                continue;
            output.AddRange([(byte)(group >> 24), (byte)(group >> 16), (byte)(group >> 8), (byte)group]);
            (group, count) = (0, 0);
        }

        if (count > 1)
        {
            for (var i = count; i < 5; i++)
                group = unchecked(group * 85 + 84);
            for (var i = 0; i < count - 1; i++)
                output.Add((byte)(group >> (24 - 8 * i)));
        }

        return [.. output];
    }

    private static byte[] Lzw(byte[] bytes, bool early, long most)
    {
        var output = new List<byte>();
        var table = new List<byte[]>(4096);
        byte[]? previous = null;
        int bits = 0, held = 0, width = 9;
        Reset();
        foreach (var value in bytes)
        {
            held = held << 8 | value;
            bits += 8;
            if (bits < width)
                continue;
            bits -= width;
            var code = held >> bits & ((1 << width) - 1);
            held &= (1 << bits) - 1;
            if (code == 257)
                break;
            if (code == 256)
            {
                Reset();
                continue;
            }

            byte[] entry;
            if (code < table.Count)
                entry = table[code];
            else if (previous is not null)
                entry = [.. previous, previous[0]];
            else
                break;
            output.AddRange(entry);
            if (output.Count > most)
                throw new PdfFaultException("Tệp nén quá mức cho phép.");
            if (previous is not null && table.Count < 4096)
                table.Add([.. previous, entry[0]]);
            previous = entry;
            width = (table.Count + (early ? 1 : 0)) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }

        return [.. output];

        void Reset()
        {
            table.Clear();
            for (var i = 0; i < 258; i++)
                table.Add([(byte)i]);
            (previous, width) = (null, 9);
        }
    }

    private static byte[] Predict(byte[] bytes, PdfDictionary settings)
    {
        var predictor = Setting(settings, "Predictor", 1);
        if (predictor < 10)
            return bytes;
        var colours = Setting(settings, "Colors", 1);
        var depth = Setting(settings, "BitsPerComponent", 8);
        var columns = Setting(settings, "Columns", 1);
        if (colours is < 1 or > 32 || depth is not (1 or 2 or 4 or 8 or 16) || columns is < 1 or > 1_000_000)
            return bytes;
        var pixel = Math.Max(1, colours * depth / 8);
        var row = (colours * depth * columns + 7) / 8;
        var output = new byte[bytes.Length / (row + 1) * row + Math.Max(0, bytes.Length % (row + 1) - 1)];
        var written = 0;
        for (var at = 0; at + 1 < bytes.Length; at += row + 1)
        {
            var kind = bytes[at];
            var length = Math.Min(row, bytes.Length - at - 1);
            for (var i = 0; i < length; i++)
            {
                int left = i >= pixel ? output[written + i - pixel] : 0;
                int up = written >= row ? output[written + i - row] : 0;
                int corner = i >= pixel && written >= row ? output[written + i - row - pixel] : 0;
                var guess = kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                output[written + i] = (byte)(bytes[at + 1 + i] + guess);
            }

            written += length;
        }

        return output;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static int Setting(PdfDictionary settings, string name, int standard) =>
        settings[name] is PdfNumber { Whole: >= 0 and <= int.MaxValue and var value } ? (int)value : standard;
}
