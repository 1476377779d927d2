namespace LearningSociety.App.Pdf.Objects;

/// <summary>Makes a cross-reference anew by looking for "n g obj" through the whole file, as readers do with damaged files.</summary>
internal static class PdfRepair
{
    /// <summary>The objects found; a later one of the same number wins.</summary>
    public static PdfXref Scan(byte[] data, PdfParser parser, PdfLimits limits)
    {
        var xref = new PdfXref();
        var containers = new List<int>();
        for (var at = 0; at < data.Length;)
        {
            var found = data.AsSpan(at).IndexOf("obj"u8);
            if (found < 0)
                break;
            var word = at + found;
            at = word + 3;
            if (Head(data, word) is not { } head)
                continue;
            if (xref.Entries.Count >= limits.MaxObjects)
                throw new PdfFaultException("Tệp có quá nhiều đối tượng.");
            xref.Entries[head.Number] = PdfEntry.At(head.Offset);
            var line = data.AsSpan(at, Math.Min(512, data.Length - at));
            if (line.IndexOf("/ObjStm"u8) >= 0)
                containers.Add(head.Number);
            if ((line.IndexOf("/Catalog"u8) >= 0 || line.IndexOf("/XRef"u8) >= 0) && parser.Indirect(head.Offset, _ => null) is { } item)
                Root(xref, item.Value, head.Number);
        }

        Trailers(data, parser, xref);
        foreach (var container in containers.Distinct())
            Contained(data, parser, limits, xref, container);
        return xref;
    }

    private static (int Number, int Offset)? Head(byte[] data, int word)
    {
        var position = word - 1;
        if (!Spaces(data, ref position) || Digits(data, ref position) is not { } generation || generation > 65535
            || !Spaces(data, ref position) || Digits(data, ref position) is not { } number)
            return null;
        return ((int)number, position + 1);
    }

    private static bool Spaces(byte[] data, ref int position)
    {
        var start = position;
        while (position >= 0 && PdfLexer.IsSpace(data[position]))
            position--;
        return position < start;
    }

    private static long? Digits(byte[] data, ref int position)
    {
        var end = position;
        while (position >= 0 && data[position] is >= (byte)'0' and <= (byte)'9' && end - position < 10)
            position--;
        long value = 0;
        for (var i = position + 1; i <= end; i++)
            value = value * 10 + data[i] - '0';
        return position == end || value > int.MaxValue ? null : value;
    }

    private static void Trailers(byte[] data, PdfParser parser, PdfXref xref)
    {
        for (var at = 0; at < data.Length;)
        {
            var found = data.AsSpan(at).IndexOf("trailer"u8);
            if (found < 0)
                return;
            at += found + 7;
            if (parser.Value(new PdfLexer(data, at)) is PdfDictionary trailer)
                foreach (var (key, value) in trailer.Entries)
                    xref.Trailer[key] = value;
        }
    }

    private static void Root(PdfXref xref, PdfValue value, int number)
    {
        if (value is PdfDictionary dictionary && dictionary["Type"] is PdfName { Value: "Catalog" })
            xref.Trailer["Root"] = new PdfReference(number, 0);
        if (value is PdfStream stream && stream.Dictionary["Type"] is PdfName { Value: "XRef" })
            foreach (var key in (string[])["Root", "Encrypt", "ID"])
                if (stream.Dictionary.Has(key))
                    xref.Trailer[key] = stream.Dictionary[key];
    }

    private static void Contained(byte[] data, PdfParser parser, PdfLimits limits, PdfXref xref, int container)
    {
        // An encrypted object stream cannot be opened here; a sound cross-reference is needed for those.
        if (xref.Trailer.ContainsKey("Encrypt") || parser.Indirect(xref.Entries[container].Offset, _ => null) is not { Value: PdfStream stream })
            return;
        var bytes = PdfStreams.Decode(data, stream, value => value, limits.MaxInflatedBytes, null);
        if (bytes is null || stream.Dictionary["N"] is not PdfNumber { Whole: >= 0 and var count })
            return;
        var lexer = new PdfLexer(bytes, 0);
        for (var i = 0; i < count; i++)
        {
            if (lexer.Next() is not PdfNumber { Whole: >= 0 and <= int.MaxValue and var number } || lexer.Next() is not PdfNumber)
                return;
            // A plain object after the stream is newer; one before it is older and gives way.
            if (!xref.Entries.TryGetValue((int)number, out var known) || (known.Offset >= 0 && known.Offset < stream.Start) || known.Offset < 0)
                xref.Entries[(int)number] = PdfEntry.Within(container, i);
        }
    }
}
