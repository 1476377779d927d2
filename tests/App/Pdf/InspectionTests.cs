using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using LearningSociety.App.Pdf;

namespace LearningSociety.App.Tests.Pdf;

public sealed class InspectionTests
{
    public static TheoryData<string, PdfCondition, int> Files => new()
    {
        { "one page", PdfCondition.Sound, 1 },
        { "seven pages", PdfCondition.Sound, 7 },
        { "junk before the head", PdfCondition.Sound, 2 },
        { "wrong startxref", PdfCondition.Sound, 3 },
        { "no cross-reference at all", PdfCondition.Sound, 3 },
        { "wrong offsets", PdfCondition.Sound, 3 },
        { "objects in a stream", PdfCondition.Sound, 1 },
        { "cut in half", PdfCondition.Damaged, 0 },
        { "last page's content cut", PdfCondition.Damaged, 0 },
        { "no pages", PdfCondition.Damaged, 0 },
        { "page tree that is a ring", PdfCondition.Damaged, 0 },
        { "empty", PdfCondition.NotPdf, 0 },
        { "text", PdfCondition.NotPdf, 0 },
        { "word", PdfCondition.NotPdf, 0 },
        { "head only", PdfCondition.Damaged, 0 },
        { "nested too deep", PdfCondition.Damaged, 0 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_told_by_what_is_in_it(string file, PdfCondition condition, int pages)
    {
        var found = PdfInspector.Inspect(Make(file));
        Assert.Equal(condition, found.Condition);
        if (condition == PdfCondition.Sound)
            Assert.Equal((pages, ""), (found.Pages, found.Reason));
        else
            Assert.NotEmpty(found.Reason);
    }

    [Theory]
    [InlineData("owner-rc4-40.pdf", PdfCondition.Sound)]
    [InlineData("owner-rc4-128.pdf", PdfCondition.Sound)]
    [InlineData("owner-aes-128-objects.pdf", PdfCondition.Sound)]
    [InlineData("owner-aes-256-objects.pdf", PdfCondition.Sound)]
    [InlineData("user-aes-128.pdf", PdfCondition.Encrypted)]
    [InlineData("user-aes-256-objects.pdf", PdfCondition.Encrypted)]
    public void Restrictions_are_no_password(string file, PdfCondition condition)
    {
        var found = PdfInspector.Inspect(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Here())!, "Files", file)));
        Assert.Equal((condition, condition == PdfCondition.Sound ? 2 : 0), (found.Condition, found.Pages));
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private static byte[] Make(string file) => file switch
    {
        "one page" => new PdfDraft(1).Bytes,
        "seven pages" => new PdfDraft(7).Bytes,
        "junk before the head" => [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. new PdfDraft(2).Bytes],
        "wrong startxref" => Replace(new PdfDraft(3).Bytes, "startxref\n", "startxref\n9"),
        "no cross-reference at all" => Without(new PdfDraft(3).Bytes),
        "wrong offsets" => Replace(new PdfDraft(3).Bytes, "0000000", "0000001"),
        "objects in a stream" => Compressed(),
        "cut in half" => new PdfDraft(6).Bytes[..600],
        "last page's content cut" => Cut(new PdfDraft(3).Bytes),
        "no pages" => new PdfDraft().Update(2, "<< /Type /Pages /Count 0 /Kids [] >>").Bytes,
        "page tree that is a ring" => new PdfDraft().Update(2, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>").Bytes,
        "empty" => [],
        "text" => Encoding.UTF8.GetBytes("Kính gửi phường Kinh Môn"),
        "word" => [(byte)'P', (byte)'K', 3, 4, 0, 0],
        "nested too deep" => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n" + string.Concat(Enumerable.Repeat("[", 200_000))),
        _ => "%PDF-1.7\n"u8.ToArray(),
    };

    private static byte[] Replace(byte[] data, string from, string to) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(data).Replace(from, to, StringComparison.Ordinal));

    private static byte[] Without(byte[] data)
    {
        var text = Encoding.Latin1.GetString(data);
        return Encoding.Latin1.GetBytes(text[..text.IndexOf("xref\n", StringComparison.Ordinal)]);
    }

    private static byte[] Cut(byte[] data)
    {
        var text = Encoding.Latin1.GetString(data);
        return Encoding.Latin1.GetBytes(text[..(text.LastIndexOf("stream\nBT", StringComparison.Ordinal) + 12)]);
    }

    // A catalogue and page tree inside an object stream, a cross-reference stream with a predictor: what modern writers make.
    private static byte[] Compressed()
    {
        var output = new MemoryStream();
        output.Write("%PDF-1.5\n"u8);
        string[] objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"];
        var (head, body) = ("", "");
        for (var i = 0; i < objects.Length; i++)
        {
            head += $"{i + 1} {body.Length} ";
            body += objects[i] + "\n";
        }

        var container = Deflate(Encoding.ASCII.GetBytes(head + body));
        var at = output.Length;
        output.Write(Encoding.ASCII.GetBytes($"4 0 obj\n<< /Type /ObjStm /N 3 /First {head.Length} /Filter /FlateDecode /Length {container.Length} >>\nstream\n"));
        output.Write(container);
        output.Write("\nendstream\nendobj\n"u8);
        var xref = output.Length;
        byte[][] rows = [[0, 0, 0, 0], [2, 0, 4, 0], [2, 0, 4, 1], [2, 0, 4, 2], [1, (byte)(at >> 8), (byte)at, 0], [1, (byte)(xref >> 8), (byte)xref, 0]];
        var predicted = rows.SelectMany((row, index) => (byte[])[2, .. row.Select((value, column) => (byte)(value - (index == 0 ? 0 : rows[index - 1][column])))]).ToArray();
        var table = Deflate(predicted);
        output.Write(Encoding.ASCII.GetBytes($"5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length {table.Length} >>\nstream\n"));
        output.Write(table);
        output.Write(Encoding.ASCII.GetBytes($"\nendstream\nendobj\nstartxref\n{xref}\n%%EOF\n"));
        return output.ToArray();
    }

    private static byte[] Deflate(byte[] data)
    {
        var output = new MemoryStream();
        using (var zip = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(data);
        return output.ToArray();
    }
}
