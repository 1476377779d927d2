using System.Globalization;
using System.IO.Compression;
using System.Text;
using LearningSociety.Generator.Scanning;

namespace LearningSociety.Generator.Packing;

/// <summary>Writes PDFs of one picture a page.</summary>
public static class PdfWriter
{
    /// <summary>The file's bytes; the same pages give the same bytes.</summary>
    public static byte[] Write(IReadOnlyList<ScannedPage> pages)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        void Raw(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text, byte[]? stream = null)
        {
            offsets.Add(file.Position);
            Raw($"{offsets.Count} 0 obj\n{text}\n");
            if (stream is not null)
            {
                Raw("stream\n");
                file.Write(stream);
                Raw("\nendstream\n");
            }

            Raw("endobj\n");
        }

        Raw("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + 3 * i} 0 R"))}] >>");
        Object("<< /Title (Sample document, wholly invented) >>");
        foreach (var page in pages)
        {
            var id = offsets.Count + 1;
            var (width, height) = (Points(page.Width), Points(page.Height));
            var rotate = page.Rotate % 360 == 0 ? "" : $" /Rotate {page.Rotate % 360}";
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}]{rotate} /Contents {id + 1} 0 R /Resources << /XObject << /Im0 {id + 2} 0 R >> >> >>");
            var content = Encoding.ASCII.GetBytes($"q {width} 0 0 {height} 0 0 cm /Im0 Do Q");
            Object($"<< /Length {content.Length} >>", content);
            var (entries, data) = Encoded(page);
            Object($"<< /Type /XObject /Subtype /Image /Width {page.Picture.Width} /Height {page.Picture.Height} {entries} /Length {data.Length} >>", data);
        }

        var table = file.Position;
        Raw($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Raw($"{offset:D10} 00000 n \n");
        Raw($"trailer << /Size {offsets.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static (string Entries, byte[] Data) Encoded(ScannedPage page)
    {
        var picture = page.Picture;
        var space = picture.Channels == 3 ? "/DeviceRGB" : "/DeviceGray";
        switch (page.Packing)
        {
            case Packed.Jpeg:
                return ($"/ColorSpace {space} /BitsPerComponent 8 /Filter /DCTDecode", Leptonica.Jpeg(picture, page.JpegQuality));
            case Packed.Group4:
                return ($"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {picture.Width} /Rows {picture.Height} >>", Leptonica.Group4(picture));
            default:
                using (var packed = new MemoryStream())
                {
                    using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(picture.Data);
                    return ($"/ColorSpace {space} /BitsPerComponent 8 /Filter /FlateDecode", packed.ToArray());
                }
        }
    }

    private static string Points(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
