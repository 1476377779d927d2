namespace LearningSociety.App.Pdf.Objects;

/// <summary>Where an object stands: at an offset of the file, or inside an object stream.</summary>
internal readonly record struct PdfEntry(int Offset, int Container, int Index)
{
    public static PdfEntry At(int offset) => new(offset, 0, 0);

    public static PdfEntry Within(int container, int index) => new(-1, container, index);

    public bool IsFree => Offset < 0 && Container == 0;

    public static PdfEntry Free => new(-1, 0, 0);
}

/// <summary>The cross-reference of a file: its newest entry for each object, and the trailer.</summary>
internal sealed class PdfXref
{
    public Dictionary<int, PdfEntry> Entries { get; } = [];

    public Dictionary<string, PdfValue> Trailer { get; } = [];

    /// <summary>Follows the chain from the last "startxref"; false when it is broken somewhere.</summary>
    public static bool TryRead(byte[] data, PdfParser parser, PdfLimits limits, out PdfXref xref)
    {
        xref = new();
        var said = data.AsSpan().LastIndexOf("startxref"u8);
        if (said < 0 || new PdfLexer(data, said + 9).Next() is not PdfNumber { Whole: >= 0 and <= int.MaxValue and var first })
            return false;
        var todo = new Stack<long>([first]);
        var seen = new HashSet<long>();
        while (todo.TryPop(out var offset))
        {
            if (!seen.Add(offset))
                continue;
            if (offset >= data.Length || !xref.Section(data, (int)offset, parser, limits, todo))
                return false;
        }

        return xref.Trailer.ContainsKey("Root");
    }

    private bool Section(byte[] data, int offset, PdfParser parser, PdfLimits limits, Stack<long> todo)
    {
        var lexer = new PdfLexer(data, offset);
        lexer.SkipSpace();
        var start = lexer.Position;
        if (lexer.Next() is PdfKeyword { Word: "xref" })
            return Table(data, lexer, parser, limits, todo);
        if (parser.Indirect(start, _ => null) is not { Value: PdfStream stream } || stream.Dictionary["Type"] is not PdfName { Value: "XRef" })
            return false;
        var bytes = PdfStreams.Decode(data, stream, value => value, limits.MaxInflatedBytes, null);
        if (bytes is null || !StreamEntries(stream.Dictionary, bytes, limits))
            return false;
        Merge(stream.Dictionary, todo);
        return true;
    }

    private bool Table(byte[] data, PdfLexer lexer, PdfParser parser, PdfLimits limits, Stack<long> todo)
    {
        while (true)
        {
            var before = lexer.Position;
            var token = lexer.Next();
            if (token is PdfKeyword { Word: "trailer" })
            {
                if (parser.Value(lexer) is not PdfDictionary trailer)
                    return false;
                Merge(trailer, todo);
                return true;
            }

            if (token is not PdfNumber { Whole: >= 0 and <= int.MaxValue and var first }
                || lexer.Next() is not PdfNumber { Whole: >= 0 and var count } || count > limits.MaxObjects)
                return false;
            for (var i = 0; i < count; i++)
            {
                before = lexer.Position;
                if (lexer.Next() is not PdfNumber { Whole: >= 0 and var offset } || lexer.Next() is not PdfNumber || lexer.Next() is not PdfKeyword kind)
                {
                    lexer.Position = before;
                    break;
                }

                Add((int)first + i, kind.Word == "n" && offset > 0 && offset < data.Length ? PdfEntry.At((int)offset) : PdfEntry.Free, limits);
            }
        }
    }

    private bool StreamEntries(PdfDictionary dictionary, byte[] bytes, PdfLimits limits)
    {
        if (dictionary["W"] is not PdfArray { Items: [PdfNumber { Whole: >= 0 and <= 8 and var a }, PdfNumber { Whole: >= 0 and <= 8 and var b }, PdfNumber { Whole: >= 0 and <= 8 and var c }, ..] } || a + b + c == 0)
            return false;
        var index = dictionary["Index"] is PdfArray ranges ? ranges.Items : [new PdfNumber(0), dictionary["Size"]];
        var at = 0;
        for (var r = 0; r + 1 < index.Count; r += 2)
        {
            if (index[r] is not PdfNumber { Whole: >= 0 and <= int.MaxValue and var first } || index[r + 1] is not PdfNumber { Whole: >= 0 and var count })
                return false;
            for (long i = 0; i < count && at + a + b + c <= bytes.Length; i++, at += (int)(a + b + c))
            {
                var kind = a == 0 ? 1 : Field(bytes, at, (int)a);
                var second = Field(bytes, at + (int)a, (int)b);
                var third = Field(bytes, at + (int)(a + b), (int)c);
                Add((int)(first + i), kind switch
                {
                    1 when second is > 0 and <= int.MaxValue => PdfEntry.At((int)second),
                    2 when second is > 0 and <= int.MaxValue && third is >= 0 and <= int.MaxValue => PdfEntry.Within((int)second, (int)third),
                    _ => PdfEntry.Free,
                }, limits);
            }
        }

        return true;
    }

    private static long Field(byte[] bytes, int at, int width)
    {
        long value = 0;
        for (var i = 0; i < width; i++)
            value = unchecked(value << 8 | bytes[at + i]);
        return value;
    }

    // The newest section is read first: what is known already stays.
    private void Add(int number, PdfEntry entry, PdfLimits limits)
    {
        if (number < 0)
            return;
        if (Entries.Count >= limits.MaxObjects)
            throw new PdfFaultException("Tệp có quá nhiều đối tượng.");
        Entries.TryAdd(number, entry);
    }

    private void Merge(PdfDictionary trailer, Stack<long> todo)
    {
        foreach (var (key, value) in trailer.Entries)
            Trailer.TryAdd(key, value);
        if (trailer["Prev"] is PdfNumber { Whole: >= 0 and <= int.MaxValue and var previous })
            todo.Push(previous);
        if (trailer["XRefStm"] is PdfNumber { Whole: > 0 and <= int.MaxValue and var hybrid })
            todo.Push(hybrid);
    }
}
