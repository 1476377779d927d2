namespace LearningSociety.Layout.Pdf.Syntax;

/// <summary>Where an object stands: at an offset of the file, or in the object stream of a number.</summary>
public readonly record struct PdfPlace(bool InStream, int At);

/// <summary>The cross-reference tables and streams of a file, the newest first.</summary>
/// <param name="Places">By object number.</param>
/// <param name="Trailer">The newest trailer.</param>
public sealed record PdfIndex(IReadOnlyDictionary<int, PdfPlace> Places, PdfDictionary Trailer)
{
    private const int MostObjects = 2_000_000, MostSections = 200, LongestTable = 64 << 20;

    /// <summary>Reads the index; null when it is damaged or the file is encrypted.</summary>
    public static PdfIndex? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith("%PDF-"u8)) return null;
        var tail = Math.Max(0, file.Length - 2048);
        var found = file[tail..].LastIndexOf("startxref"u8);
        if (found < 0) return null;
        var next = new PdfLexer(file, tail + found + 9).Whole();
        var places = new Dictionary<int, PdfPlace>();
        var waiting = new Stack<int>();
        var seen = new HashSet<int>();
        PdfDictionary? newest = null;
        while (next is { } at)
        {
            if (at <= 0 || at >= file.Length || !seen.Add(at) || seen.Count > MostSections) return null;
            if (Section(file, at, places) is not { } trailer || places.Count > MostObjects) return null;
            newest ??= trailer;
            // A hybrid file lists the objects of its object streams beside the table, before what is older.
            if (trailer.GetValueOrDefault("Prev") is double previous) waiting.Push((int)previous);
            if (trailer.GetValueOrDefault("XRefStm") is double hybrid) waiting.Push((int)hybrid);
            next = waiting.TryPop(out var more) ? more : null;
        }

        return newest is null || newest.ContainsKey("Encrypt") ? null : new(places, newest);
    }

    private static PdfDictionary? Section(ReadOnlySpan<byte> file, int at, Dictionary<int, PdfPlace> places)
    {
        var lexer = new PdfLexer(file, at);
        return lexer.Next(false) is PdfKeyword { Text: "xref" } ? Table(ref lexer, places) : Stream(file, at, places);
    }

    private static PdfDictionary? Table(ref PdfLexer lexer, Dictionary<int, PdfPlace> places)
    {
        while (!lexer.Failed)
        {
            var value = lexer.Next(false);
            if (value is PdfKeyword { Text: "trailer" }) return lexer.Next() as PdfDictionary;
            if (value is not double first || lexer.Whole() is not { } count) return null;
            for (var i = 0; i < count; i++)
            {
                if (lexer.Whole() is not { } offset || lexer.Whole() is null || lexer.Next(false) is not PdfKeyword kind || places.Count > MostObjects) return null;
                if (kind.Text == "n") places.TryAdd((int)first + i, new(false, offset));
                else places.TryAdd((int)first + i, new(false, -1));
            }
        }

        return null;
    }

    private static PdfDictionary? Stream(ReadOnlySpan<byte> file, int at, Dictionary<int, PdfPlace> places)
    {
        var lexer = new PdfLexer(file, at);
        if (lexer.Whole() is null || lexer.Whole() is null || lexer.Next(false) is not PdfKeyword { Text: "obj" }) return null;
        if (lexer.Next() is not PdfDictionary dictionary || lexer.Next(false) is not PdfKeyword { Text: "stream" }) return null;
        lexer.SkipLineEnd();
        if (dictionary.GetValueOrDefault("Filter") is not PdfName { Text: "FlateDecode" } || dictionary.GetValueOrDefault("Length") is not double length) return null;
        if (lexer.Position + length > file.Length || Widths(dictionary) is not { } widths || dictionary.GetValueOrDefault("Size") is not double size) return null;
        if (PdfFilters.Flate(file.Slice(lexer.Position, (int)length), dictionary.GetValueOrDefault("DecodeParms") as PdfDictionary, LongestTable) is not { } bytes) return null;
        var ranges = dictionary.GetValueOrDefault("Index") as List<object?> ?? [0.0, size];
        var from = 0;
        for (var r = 0; r + 1 < ranges.Count; r += 2)
        {
            if (ranges[r] is not double first || ranges[r + 1] is not double count) return null;
            for (var i = 0; i < count; i++)
            {
                if (from + widths[0] + widths[1] + widths[2] > bytes.Length || places.Count > MostObjects) return null;
                var kind = widths[0] == 0 ? 1 : Number(bytes, ref from, widths[0]);
                var where = Number(bytes, ref from, widths[1]);
                Number(bytes, ref from, widths[2]);
                places.TryAdd((int)first + i, kind switch { 1 => new(false, where), 2 => new(true, where), _ => new(false, -1) });
            }
        }

        return dictionary;
    }

    private static int[]? Widths(PdfDictionary dictionary) =>
        dictionary.GetValueOrDefault("W") is List<object?> { Count: 3 } list && list.TrueForAll(w => w is double and >= 0 and <= 8)
            ? [.. list.Select(w => (int)(double)w!)] : null;

    /// <summary>A big-endian number; -1 when no offset of a file can be so large.</summary>
    private static int Number(byte[] bytes, ref int from, int width)
    {
        long value = 0;
        for (var i = 0; i < width; i++) value = (value << 8) | bytes[from++];
        return value is >= 0 and <= int.MaxValue ? (int)value : -1;
    }
}
