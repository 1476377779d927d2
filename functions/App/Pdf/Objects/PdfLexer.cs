using System.Globalization;
using System.Text;

namespace LearningSociety.App.Pdf.Objects;

/// <summary>Splits bytes into tokens (ISO 32000-1, 7.2). Tolerant: what is no token becomes a keyword, the end gives null.</summary>
internal sealed class PdfLexer(byte[] data, int position)
{
    public int Position { get; set; } = position;

    public static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte value) => value is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public void SkipSpace()
    {
        while (Position < data.Length)
        {
            if (IsSpace(data[Position]))
                Position++;
            else if (data[Position] == '%')
                while (Position < data.Length && data[Position] is not (10 or 13))
                    Position++;
            else
                return;
        }
    }

    /// <summary>The next token: a number, name, string or keyword ("[", "]", "&lt;&lt;", "&gt;&gt;" are keywords); null at the end.</summary>
    public PdfValue? Next()
    {
        SkipSpace();
        if (Position >= data.Length)
            return null;
        var first = data[Position];
        switch (first)
        {
            case (byte)'/':
                Position++;
                return Name();
            case (byte)'(':
                Position++;
                return Literal();
            case (byte)'<' when Position + 1 < data.Length && data[Position + 1] == '<':
                Position += 2;
                return new PdfKeyword("<<");
            case (byte)'<':
                Position++;
                return Hex();
            case (byte)'>' when Position + 1 < data.Length && data[Position + 1] == '>':
                Position += 2;
                return new PdfKeyword(">>");
            case (byte)'[' or (byte)']' or (byte)'>' or (byte)')' or (byte)'{' or (byte)'}':
                Position++;
                return new PdfKeyword(((char)first).ToString());
            default:
                return Regular();
        }
    }

    private PdfValue Regular()
    {
        var start = Position;
        while (Position < data.Length && !IsSpace(data[Position]) && !IsDelimiter(data[Position]))
            Position++;
        var word = data.AsSpan(start, Position - start);
        if (word[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.'
            && word.Length <= 64 && double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return new PdfNumber(number);
        return new PdfKeyword(Encoding.Latin1.GetString(word.Length > 64 ? word[..64] : word));
    }

    private PdfName Name()
    {
        var text = new StringBuilder();
        while (Position < data.Length && !IsSpace(data[Position]) && !IsDelimiter(data[Position]))
        {
            var value = data[Position++];
            if (value == '#' && Position + 1 < data.Length && Digit(data[Position]) is >= 0 and var high && Digit(data[Position + 1]) is >= 0 and var low)
            {
                value = (byte)(high << 4 | low);
                Position += 2;
            }

            text.Append((char)value);
        }

        return new(text.ToString());
    }

    private PdfString Hex()
    {
        var start = Position;
        while (Position < data.Length && data[Position] != '>')
            Position++;
        var bytes = FromHex(data.AsSpan(start, Position - start));
        if (Position < data.Length)
            Position++;
        return new(bytes);
    }

    /// <summary>Bytes from hex digits; anything else between them is skipped, a lone last digit counts as followed by 0.</summary>
    public static byte[] FromHex(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[(text.Length + 1) / 2];
        var nibbles = 0;
        foreach (var value in text)
        {
            if (Digit(value) is not (>= 0 and var digit))
                continue;
            bytes[nibbles / 2] |= (byte)(nibbles % 2 == 0 ? digit << 4 : digit);
            nibbles++;
        }

        return bytes[..((nibbles + 1) / 2)];
    }

    private PdfString Literal()
    {
        var bytes = new List<byte>();
        var depth = 1;
        while (Position < data.Length)
        {
            var value = data[Position++];
            if (value == '(')
                depth++;
            else if (value == ')' && --depth == 0)
                break;
            if (value == '\\')
                Escape(bytes);
            else
                bytes.Add(value);
        }

        return new([.. bytes]);
    }

    private void Escape(List<byte> bytes)
    {
        if (Position >= data.Length)
            return;
        var value = data[Position++];
        switch (value)
        {
            case (byte)'n': bytes.Add(10); break;
            case (byte)'r': bytes.Add(13); break;
            case (byte)'t': bytes.Add(9); break;
            case (byte)'b': bytes.Add(8); break;
            case (byte)'f': bytes.Add(12); break;
            case 13:
                if (Position < data.Length && data[Position] == 10)
                    Position++;
                break;
            case 10: break;
            case >= (byte)'0' and <= (byte)'7':
                var octal = value - '0';
                for (var i = 0; i < 2 && Position < data.Length && data[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                    octal = octal << 3 | data[Position++] - '0';
                bytes.Add((byte)octal);
                break;
            default: bytes.Add(value); break;
        }
    }

    private static int Digit(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };
}
