using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace LearningSociety.Layout.Tests.Making;

/// <summary>Writes a PDF of one page out of its parts, as a test words them: object 3 is the page, 4 its content, 5 a picture; more may follow.</summary>
public sealed class RawPdf
{
    private readonly List<(string Dictionary, byte[]? Stream)> objects =
    [
        ("<< /Type /Catalog /Pages 2 0 R >>", null),
        ("<< /Type /Pages /Count 1 /Kids [3 0 R] >>", null),
    ];

    /// <summary>Adds an object; a stream gets its length.</summary>
    public RawPdf Add(string dictionary, byte[]? stream = null)
    {
        objects.Add((dictionary, stream));
        return this;
    }

    /// <summary>The file with a table of offsets.</summary>
    public byte[] Bytes(string trailer = "")
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Raw(file, "%PDF-1.5\n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write(file, i + 1, objects[i]);
        }

        var table = file.Position;
        Raw(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Raw(file, $"{offset:D10} 00000 n \n");
        Raw(file, $"trailer << /Size {offsets.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>The same file as newer programs write it: what is no stream stands in an object stream, offsets in a compressed stream with a predictor.</summary>
    public byte[] CompactBytes()
    {
        using var file = new MemoryStream();
        int container = objects.Count + 1, index = container + 1;
        var places = new byte[index + 1][];
        Raw(file, "%PDF-1.5\n");
        var heads = new StringBuilder();
        var bodies = new StringBuilder();
        byte inside = 0;
        for (var i = 0; i < objects.Count; i++)
        {
            if (objects[i].Stream is not null)
            {
                places[i + 1] = Place(1, file.Position);
                Write(file, i + 1, objects[i]);
                continue;
            }

            places[i + 1] = Place(2, container, inside++);
            heads.Append(CultureInfo.InvariantCulture, $"{i + 1} {bodies.Length} ");
            bodies.Append(objects[i].Dictionary).Append('\n');
        }

        places[0] = Place(0, 0);
        places[container] = Place(1, file.Position);
        var packed = Packed(Encoding.Latin1.GetBytes(heads.ToString() + bodies));
        var count = objects.Count(o => o.Stream is null);
        Write(file, container, ($"<< /Type /ObjStm /N {count} /First {heads.Length} /Filter /FlateDecode >>", packed));
        var start = file.Position;
        places[index] = Place(1, start);
        // Each row says how it differs from the one above it.
        var rows = new List<byte>();
        for (var i = 0; i < places.Length; i++)
        {
            rows.Add(2);
            for (var b = 0; b < places[i].Length; b++) rows.Add((byte)(places[i][b] - (i == 0 ? 0 : places[i - 1][b])));
        }

        Write(file, index, ($"<< /Type /XRef /Size {places.Length} /W [1 4 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >> >>", Packed([.. rows])));
        Raw(file, $"startxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>Flate.</summary>
    public static byte[] Packed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Fastest)) zlib.Write(bytes);
        return target.ToArray();
    }

    private static byte[] Place(byte kind, long at, byte inside = 0) => [kind, (byte)(at >> 24), (byte)(at >> 16), (byte)(at >> 8), (byte)at, inside];

    private static void Write(MemoryStream file, int number, (string Dictionary, byte[]? Stream) item)
    {
        Raw(file, $"{number} 0 obj\n");
        Raw(file, item.Stream is null ? item.Dictionary : item.Dictionary[..^2] + $"/Length {item.Stream.Length} >>");
        if (item.Stream is not null)
        {
            Raw(file, "\nstream\n");
            file.Write(item.Stream);
            Raw(file, "\nendstream");
        }

        Raw(file, "\nendobj\n");
    }

    private static void Raw(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
