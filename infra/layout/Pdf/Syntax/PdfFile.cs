using System.IO.MemoryMappedFiles;

namespace LearningSociety.Layout.Pdf.Syntax;

/// <summary>
/// The objects of a PDF, for looking at how its pages are made. It reads sound files only: whatever is damaged, encrypted or unusual is
/// answered with null, and the page is then drawn by poppler, which mends and understands more.
/// </summary>
public sealed unsafe class PdfFile : IDisposable
{
    private const int LongestObjects = 64 << 20, MostKeptStreams = 8;

    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly int length;
    private readonly PdfIndex index;
    private readonly Dictionary<int, byte[]?> objectStreams = [];

    private PdfFile(MemoryMappedFile map, MemoryMappedViewAccessor view, byte* start, int length, PdfIndex index)
    {
        (this.map, this.view, this.length, this.index) = (map, view, length, index);
        this.start = start;
    }

    /// <summary>Opens a file; null when it is damaged, encrypted or not understood. The file must not change while it is open.</summary>
    public static PdfFile? Open(string path)
    {
        var size = new FileInfo(path).Length;
        if (size is < 64 or > int.MaxValue) return null;
        var map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
        if (PdfIndex.Read(new(start, (int)size)) is { } index) return new(map, view, start, (int)size, index);
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        map.Dispose();
        return null;
    }

    /// <summary>The document catalogue; null when it is missing.</summary>
    public PdfDictionary? Root => Resolve(index.Trailer.GetValueOrDefault("Root")) as PdfDictionary;

    /// <summary>The value itself, or what it refers to.</summary>
    public object? Resolve(object? value)
    {
        for (var hops = 0; value is PdfReference reference; hops++)
        {
            if (hops == 8) return null;
            value = Read(reference);
        }

        return value;
    }

    /// <summary>A dictionary's entry, resolved.</summary>
    public object? Get(PdfDictionary dictionary, string name) => Resolve(dictionary.GetValueOrDefault(name));

    /// <summary>The dictionary a value is, or refers to; for a stream, its dictionary is not meant.</summary>
    public PdfDictionary? Dictionary(object? value) => Resolve(value) as PdfDictionary;

    /// <summary>An entry that is an array of so many numbers.</summary>
    public double[]? Numbers(PdfDictionary dictionary, string name, int count)
    {
        if (Get(dictionary, name) is not List<object?> list || list.Count != count) return null;
        var numbers = list.Select(v => Resolve(v) as double?).ToList();
        return numbers.TrueForAll(n => n is not null) ? [.. numbers.Select(n => n!.Value)] : null;
    }

    /// <summary>The bytes of a stream as they stand in the file; empty when its length is wrong.</summary>
    public ReadOnlySpan<byte> Raw(PdfStream stream)
    {
        if (Get(stream.Dictionary, "Length") is not (double size and >= 0 and <= int.MaxValue) || stream.Start + size > length) return [];
        var end = new PdfLexer(All, stream.Start + (int)size);
        return end.Next(false) is PdfKeyword { Text: "endstream" } ? All.Slice(stream.Start, (int)size) : [];
    }

    /// <summary>The same bytes as a stream, which must not outlive the file.</summary>
    public Stream Open(PdfStream stream)
    {
        var raw = Raw(stream);
        return raw.IsEmpty ? Stream.Null : new UnmanagedMemoryStream(start + stream.Start, raw.Length);
    }

    /// <summary>The names of a stream's filters in the order they are undone; null when they are not understood.</summary>
    public IReadOnlyList<string>? Filters(PdfDictionary stream) => Get(stream, "Filter") switch
    {
        null => [],
        PdfName one => [one.Text],
        List<object?> list when list.TrueForAll(f => Resolve(f) is PdfName) => [.. list.Select(f => ((PdfName)Resolve(f)!).Text)],
        _ => null,
    };

    /// <summary>The parameters of a stream's only filter; null when there are none.</summary>
    public PdfDictionary? Parameters(PdfDictionary stream)
    {
        var value = Get(stream, "DecodeParms");
        if ((value is List<object?> list ? list.Count == 1 ? Resolve(list[0]) : null : value) is not PdfDictionary parameters) return null;
        var resolved = new PdfDictionary();
        foreach (var (name, entry) in parameters) resolved[name] = Resolve(entry);
        return resolved;
    }

    /// <summary>The plain bytes of a stream without or with Flate compression; null otherwise.</summary>
    public byte[]? Plain(PdfStream stream, int most)
    {
        var raw = Raw(stream);
        return Filters(stream.Dictionary) switch
        {
            [] when raw.Length <= most => raw.ToArray(),
            ["FlateDecode"] => PdfFilters.Flate(raw, Parameters(stream.Dictionary), most),
            _ => null,
        };
    }

    private ReadOnlySpan<byte> All => new(start, length);

    private object? Read(PdfReference reference)
    {
        if (!index.Places.TryGetValue(reference.Number, out var place) || place.At <= 0) return null;
        if (place.InStream) return InStream(reference.Number, place.At);
        var lexer = new PdfLexer(All, place.At);
        if (lexer.Whole() != reference.Number || lexer.Whole() != reference.Generation || lexer.Next(false) is not PdfKeyword { Text: "obj" }) return null;
        var value = lexer.Next();
        if (lexer.Failed || value is not PdfDictionary dictionary) return lexer.Failed ? null : value;
        if (lexer.Next(false) is not PdfKeyword { Text: "stream" }) return dictionary;
        lexer.SkipLineEnd();
        return new PdfStream(dictionary, lexer.Position);
    }

    private object? InStream(int number, int container)
    {
        if (!index.Places.TryGetValue(container, out var place) || place.InStream) return null;
        if (Read(new(container, 0)) is not PdfStream stream || Get(stream.Dictionary, "First") is not double first || Get(stream.Dictionary, "N") is not double count) return null;
        if (!objectStreams.TryGetValue(container, out var bytes))
        {
            if (objectStreams.Count == MostKeptStreams) objectStreams.Clear();
            objectStreams[container] = bytes = Plain(stream, LongestObjects);
        }

        var head = new PdfLexer(bytes, 0);
        for (var i = 0; i < count && !head.Failed; i++)
        {
            if (head.Whole() is not { } id || head.Whole() is not { } offset) return null;
            if (id == number) return new PdfLexer(bytes, (int)first + offset).Next();
        }

        return null;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        map.Dispose();
    }
}
