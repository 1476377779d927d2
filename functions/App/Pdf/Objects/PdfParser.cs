namespace LearningSociety.App.Pdf.Objects;

/// <summary>Puts tokens together into values. Nesting is kept on a list, so that no file can overflow the stack.</summary>
internal sealed class PdfParser(byte[] data, PdfLimits limits)
{
    private int values;

    /// <summary>Reads one value at the lexer's position; null at the end or before a word that is no value.</summary>
    public PdfValue? Value(PdfLexer lexer)
    {
        var open = new List<Frame>();
        while (true)
        {
            var before = lexer.Position;
            var token = lexer.Next();
            if (++values > limits.MaxValues)
                throw new PdfFaultException("Tệp có quá nhiều đối tượng.");
            PdfValue? done = null;
            switch (token)
            {
                case null:
                    return CloseAll(open);
                case PdfKeyword { Word: "[" or "<<" } begin:
                    if (open.Count >= limits.MaxDepth)
                        throw new PdfFaultException("Tệp lồng nhau quá sâu.");
                    open.Add(new(begin.Word == "<<", []));
                    continue;
                case PdfKeyword { Word: "]" or ">>" } end:
                    if (open.Count == 0)
                        return null;
                    if (open[^1].IsDictionary != (end.Word == ">>"))
                        continue;
                    done = Close(open);
                    break;
                case PdfKeyword { Word: "R" } when open.Count > 0 && Reference(open[^1].Items) is { } reference:
                    open[^1].Items.RemoveRange(open[^1].Items.Count - 2, 2);
                    done = reference;
                    break;
                case PdfKeyword { Word: "true" }:
                    done = new PdfBoolean(true);
                    break;
                case PdfKeyword { Word: "false" }:
                    done = new PdfBoolean(false);
                    break;
                case PdfKeyword { Word: "null" }:
                    done = PdfNull.Instance;
                    break;
                case PdfKeyword { Word: "endobj" or "endstream" or "stream" or "obj" or "xref" or "trailer" or "startxref" }:
                    // A container that was never closed ends where its object does.
                    lexer.Position = before;
                    return CloseAll(open);
                case PdfKeyword:
                    if (open.Count == 0)
                        return null;
                    continue;
                default:
                    done = token;
                    break;
            }

            if (open.Count == 0)
                return done is PdfNumber ? TopReference(lexer, done) : done;
            open[^1].Items.Add(done);
        }
    }

    /// <summary>Reads "n g obj value [stream]" at an offset; null when nothing of the kind stands there.</summary>
    public (int Number, int Generation, PdfValue Value)? Indirect(int offset, Func<PdfReference, long?> lengthOf)
    {
        if (offset < 0 || offset >= data.Length)
            return null;
        var lexer = new PdfLexer(data, offset);
        if (lexer.Next() is not PdfNumber { Whole: >= 0 and <= int.MaxValue and var number }
            || lexer.Next() is not PdfNumber { Whole: >= 0 and <= 65535 and var generation }
            || lexer.Next() is not PdfKeyword word || !word.Word.StartsWith("obj", StringComparison.Ordinal))
            return null;
        if (word.Word.Length > 3)
            lexer.Position -= word.Word.Length - 3;
        var value = Value(lexer) ?? PdfNull.Instance;
        if (value is PdfDictionary dictionary)
        {
            var after = lexer.Position;
            if (lexer.Next() is PdfKeyword { Word: "stream" })
                value = Stream(dictionary, lexer.Position, (int)number, (int)generation, lengthOf);
            else
                lexer.Position = after;
        }

        return ((int)number, (int)generation, value);
    }

    private PdfStream Stream(PdfDictionary dictionary, int start, int number, int generation, Func<PdfReference, long?> lengthOf)
    {
        if (start < data.Length && data[start] == 13)
            start++;
        if (start < data.Length && data[start] == 10)
            start++;
        var length = dictionary["Length"] switch
        {
            PdfNumber direct => direct.Whole,
            PdfReference reference => lengthOf(reference),
            _ => null,
        };
        if (length is { } said && said >= 0 && said <= data.Length - start && EndsAt(start + (int)said))
            return new(dictionary, start, (int)said, number, generation, true);

        // The length is wrong or missing: the stream ends at its end word, or with the file.
        var end = data.AsSpan(start).IndexOf("endstream"u8);
        var found = end >= 0;
        var stop = found ? start + end : data.Length;
        if (found && stop > start && data[stop - 1] == 10)
            stop--;
        if (found && stop > start && data[stop - 1] == 13)
            stop--;
        return new(dictionary, start, stop - start, number, generation, found);
    }

    private bool EndsAt(int position)
    {
        while (position < data.Length && PdfLexer.IsSpace(data[position]))
            position++;
        return data.AsSpan(position).StartsWith("endstream"u8);
    }

    private PdfValue TopReference(PdfLexer lexer, PdfValue first)
    {
        var after = lexer.Position;
        if (first is PdfNumber { Whole: >= 0 and <= int.MaxValue and var number }
            && lexer.Next() is PdfNumber { Whole: >= 0 and <= 65535 and var generation }
            && lexer.Next() is PdfKeyword { Word: "R" })
            return new PdfReference((int)number, (int)generation);
        lexer.Position = after;
        return first;
    }

    private static PdfReference? Reference(List<PdfValue> items) =>
        items.Count >= 2 && items[^2] is PdfNumber { Whole: >= 0 and <= int.MaxValue and var number } && items[^1] is PdfNumber { Whole: >= 0 and <= 65535 and var generation }
            ? new((int)number, (int)generation)
            : null;

    private static PdfValue? CloseAll(List<Frame> open)
    {
        PdfValue? last = null;
        while (open.Count > 0)
        {
            last = Close(open);
            if (open.Count > 0)
                open[^1].Items.Add(last);
        }

        return last;
    }

    private static PdfValue Close(List<Frame> open)
    {
        var frame = open[^1];
        open.RemoveAt(open.Count - 1);
        if (!frame.IsDictionary)
            return new PdfArray(frame.Items);
        var entries = new Dictionary<string, PdfValue>();
        for (var i = 0; i + 1 < frame.Items.Count;)
        {
            if (frame.Items[i] is PdfName key)
            {
                entries[key.Value] = frame.Items[i + 1];
                i += 2;
            }
            else
            {
                i++;
            }
        }

        return new PdfDictionary(entries);
    }

    private sealed record Frame(bool IsDictionary, List<PdfValue> Items);
}
