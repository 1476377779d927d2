namespace LearningSociety.App.Pdf.Objects;

/// <summary>An open PDF file: its objects by reference. Faults of single objects read as null, as the format says.</summary>
internal sealed class PdfFile
{
    private readonly PdfLimits limits;
    private readonly PdfParser parser;
    private readonly Dictionary<int, PdfValue> objects = [];
    private readonly Dictionary<int, (byte[] Bytes, List<int> Offsets)?> containers = [];
    private readonly HashSet<int> loading = [];
    private PdfXref xref;
    private long inflated;

    private PdfFile(byte[] data, PdfLimits limits)
    {
        (Data, this.limits) = (data, limits);
        parser = new(data, limits);
        xref = new();
    }

    public byte[] Data { get; }

    /// <summary>True when the cross-reference had to be made anew.</summary>
    public bool Repaired { get; private set; }

    /// <summary>Takes the encryption off streams; null when there is none or it asks for a password.</summary>
    public PdfCipher? Cipher { get; private set; }

    /// <summary>True when the file asks for a password.</summary>
    public bool Locked { get; private set; }

    public PdfDictionary Catalog => Dictionary(Trailer("Root")) ?? new([]);

    public PdfValue Trailer(string key) => xref.Trailer.GetValueOrDefault(key, PdfNull.Instance);

    /// <summary>Opens a file, mending its cross-reference when it has to.</summary>
    /// <exception cref="PdfFaultException">A limit was passed.</exception>
    public static PdfFile Open(byte[] data, PdfLimits limits)
    {
        var file = new PdfFile(data, limits);
        if (!PdfXref.TryRead(data, file.parser, limits, out file.xref))
            file.Repair();
        else
        {
            file.Unlock();
            if (!file.Locked && file.Dictionary(file.Catalog["Pages"]) is null)
                file.Repair();
        }

        return file;
    }

    /// <summary>Makes the cross-reference anew; once a file.</summary>
    public void Repair()
    {
        if (Repaired)
            return;
        Repaired = true;
        var old = xref;
        xref = PdfRepair.Scan(Data, parser, limits);
        foreach (var (key, value) in old.Trailer)
            xref.Trailer.TryAdd(key, value);
        objects.Clear();
        containers.Clear();
        Unlock();
    }

    /// <summary>The value itself, following references.</summary>
    public PdfValue Resolve(PdfValue value)
    {
        for (var i = 0; i < 32 && value is PdfReference reference; i++)
            value = Load(reference.Number);
        return value is PdfReference ? PdfNull.Instance : value;
    }

    public PdfDictionary? Dictionary(PdfValue value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    public IReadOnlyList<PdfValue> Array(PdfValue value) => Resolve(value) is PdfArray array ? array.Items : [];

    public string? Name(PdfValue value) => Resolve(value) is PdfName name ? name.Value : null;

    private void Unlock()
    {
        (Cipher, Locked) = (null, false);
        if (Dictionary(Trailer("Encrypt")) is not { } encrypt)
            return;
        var id = Resolve(Trailer("ID")) is PdfArray { Items: [var first, ..] } && Resolve(first) is PdfString text ? text.Bytes : [];
        Cipher = PdfCipher.TryOpen(encrypt, id, Resolve);
        Locked = Cipher is null;
        objects.Clear();
        containers.Clear();
    }

    private PdfValue Load(int number)
    {
        if (objects.TryGetValue(number, out var known))
            return known;
        if (!xref.Entries.TryGetValue(number, out var entry) || entry.IsFree || !loading.Add(number))
            return PdfNull.Instance;
        try
        {
            if (loading.Count > 16)
                return PdfNull.Instance;
            var value = entry.Offset >= 0 ? AtOffset(number, entry.Offset) : InContainer(number, entry.Container);
            if (value is null && !Repaired)
            {
                // The cross-reference points beside its object: it cannot be trusted.
                loading.Remove(number);
                Repair();
                return Load(number);
            }

            return objects[number] = value ?? PdfNull.Instance;
        }
        finally
        {
            loading.Remove(number);
        }
    }

    private PdfValue? AtOffset(int number, int offset) =>
        parser.Indirect(offset, Length) is { } found && found.Number == number ? found.Value : null;

    private long? Length(PdfReference reference) => Load(reference.Number) is PdfNumber number ? number.Whole : null;

    private PdfValue? InContainer(int number, int container)
    {
        if (!containers.TryGetValue(container, out var open))
            containers[container] = open = OpenContainer(container);
        if (open is not { } content)
            return null;
        for (var i = 0; i + 1 < content.Offsets.Count; i += 2)
            if (content.Offsets[i] == number)
                return parser.Value(new PdfLexer(content.Bytes, content.Offsets[i + 1])) ?? PdfNull.Instance;
        return null;
    }

    private (byte[] Bytes, List<int> Offsets)? OpenContainer(int number)
    {
        if (Load(number) is not PdfStream stream || stream.Dictionary["N"] is not PdfNumber { Whole: >= 0 and var count }
            || Resolve(stream.Dictionary["First"]) is not PdfNumber { Whole: >= 0 and <= int.MaxValue and var first})
            return null;
        var bytes = PdfStreams.Decode(Data, stream, Resolve, limits.MaxInflatedBytes - inflated, Cipher);
        if (bytes is null)
            return null;
        inflated += bytes.Length;
        var lexer = new PdfLexer(bytes, 0);
        var offsets = new List<int>();
        for (var i = 0; i < count && i < limits.MaxObjects; i++)
        {
            if (lexer.Next() is not PdfNumber { Whole: >= 0 and <= int.MaxValue and var item } || lexer.Next() is not PdfNumber { Whole: >= 0 and var offset } || first + offset > bytes.Length)
                break;
            offsets.Add((int)item);
            offsets.Add((int)(first + offset));
        }

        return (bytes, offsets);
    }
}
