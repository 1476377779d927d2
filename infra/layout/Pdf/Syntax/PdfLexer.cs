using System.Globalization;
using System.Text;

namespace LearningSociety.Layout.Pdf.Syntax;

/// <summary>
/// Reads the values of PDF syntax one after the other. Numbers are doubles, arrays <c>List&lt;object?&gt;</c>. What is no PDF syntax ends the
/// reading: <see cref="Failed"/> is set and every further value is null.
/// </summary>
public ref struct PdfLexer(ReadOnlySpan<byte> data, int position)
{
    private const int Deepest = 40;

    private readonly ReadOnlySpan<byte> data = data;

    /// <summary>Where the next value is looked for.</summary>
    public int Position { get; private set; } = Math.Clamp(position, 0, data.Length);

    /// <summary>True once something was no PDF syntax.</summary>
    public bool Failed { get; private set; }

    /// <summary>True when nothing but white space and comments is left.</summary>
    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= data.Length;
        }
    }

    /// <summary>The next value; null for <c>null</c> as well as after a failure.</summary>
    /// <param name="references">Whether "1 0 R" is a reference, as it is everywhere but in content streams.</param>
    public object? Next(bool references = true) => Value(references, 0);

    /// <summary>The next value as a whole number; null when it is none.</summary>
    public int? Whole() => Next(false) is double value && value == Math.Truncate(value) && Math.Abs(value) <= int.MaxValue ? (int)value : null;

    /// <summary>Passes the end of a line after the keyword <c>stream</c>.</summary>
    public void SkipLineEnd()
    {
        if (Position < data.Length && data[Position] == '\r') Position++;
        if (Position < data.Length && data[Position] == '\n') Position++;
    }

    private object? Value(bool references, int depth)
    {
        SkipSpace();
        if (Failed || depth > Deepest || Position >= data.Length) return Fail();
        switch (data[Position])
        {
            case (byte)'/': return Name();
            case (byte)'(': return Literal();
            case (byte)'[': return Array(references, depth);
            case (byte)'<' when Position + 1 < data.Length && data[Position + 1] == '<': return Dictionary(references, depth);
            case (byte)'<': return Hexadecimal();
            case (byte)')' or (byte)'>' or (byte)']' or (byte)'{' or (byte)'}': return Fail();
        }

        var word = Word();
        if (word.Length == 0) return Fail();
        if (Number(word) is { } number) return references && IsReference(number, out var reference) ? reference : number;
        return Encoding.Latin1.GetString(word) switch { "true" => true, "false" => false, "null" => null, var text => new PdfKeyword(text) };
    }

    /// <summary>Looks ahead for "generation R".</summary>
    private bool IsReference(double number, out PdfReference? reference)
    {
        reference = null;
        if (number is < 1 or > 10_000_000 || number != Math.Truncate(number)) return false;
        var ahead = new PdfLexer(data, Position);
        ahead.SkipSpace();
        if (Number(ahead.Word()) is not (>= 0 and <= 65535 and var generation)) return false;
        ahead.SkipSpace();
        if (!ahead.Word().SequenceEqual("R"u8)) return false;
        Position = ahead.Position;
        reference = new((int)number, (int)generation);
        return true;
    }

    private static double? Number(ReadOnlySpan<byte> word) =>
        word.Length is > 0 and < 40 && (char.IsAsciiDigit((char)word[0]) || word[0] is (byte)'+' or (byte)'-' or (byte)'.')
        && double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private ReadOnlySpan<byte> Word()
    {
        var start = Position;
        while (Position < data.Length && !IsSpace(data[Position]) && !IsDelimiter(data[Position])) Position++;
        return data[start..Position];
    }

    private PdfName Name()
    {
        Position++;
        var word = Word();
        if (word.IndexOf((byte)'#') < 0) return new(Encoding.Latin1.GetString(word));
        var text = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '#' && i + 2 < word.Length && byte.TryParse(word.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 2;
            }
            else text.Append((char)word[i]);
        }

        return new(text.ToString());
    }

    private PdfText? Literal()
    {
        var depth = 0;
        for (; Position < data.Length; Position++)
        {
            switch (data[Position])
            {
                case (byte)'\\': Position++; break;
                case (byte)'(': depth++; break;
                case (byte)')' when --depth == 0:
                    Position++;
                    return PdfText.Any;
            }
        }

        Fail();
        return null;
    }

    private PdfText? Hexadecimal()
    {
        var length = data[Position..].IndexOf((byte)'>');
        if (length < 0)
        {
            Fail();
            return null;
        }

        Position += length + 1;
        return PdfText.Any;
    }

    private List<object?>? Array(bool references, int depth)
    {
        Position++;
        var values = new List<object?>();
        while (!Failed)
        {
            SkipSpace();
            if (Position < data.Length && data[Position] == ']')
            {
                Position++;
                return values;
            }

            values.Add(Value(references, depth + 1));
        }

        return null;
    }

    private PdfDictionary? Dictionary(bool references, int depth)
    {
        Position += 2;
        var values = new PdfDictionary();
        while (!Failed)
        {
            SkipSpace();
            if (Position + 1 < data.Length && data[Position] == '>' && data[Position + 1] == '>')
            {
                Position += 2;
                return values;
            }

            if (Value(references, depth + 1) is PdfName key) values[key.Text] = Value(references, depth + 1);
            else Fail();
        }

        return null;
    }

    private void SkipSpace()
    {
        while (Position < data.Length)
        {
            if (data[Position] == '%')
                while (Position < data.Length && data[Position] is not ((byte)'\r' or (byte)'\n')) Position++;
            else if (IsSpace(data[Position])) Position++;
            else return;
        }
    }

    private object? Fail()
    {
        Failed = true;
        return null;
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte value) => value is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
