using System.Globalization;
using System.Text;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tests.Making;

/// <summary>Writes small PDFs: pages with text and bars (points, origin top left), or with one picture.</summary>
public sealed class PdfMaker
{
    private const double Width = 595, Height = 842;
    private readonly List<(byte[] Content, GrayImage? Picture)> pages = [];
    private StringBuilder? open;

    public static PdfMaker New => new();

    public PdfMaker Page()
    {
        Close();
        open = new();
        return this;
    }

    public PdfMaker Text(double x, double y, string text, double size = 12)
    {
        open!.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {Height - y} Td ({text}) Tj ET\n");
        return this;
    }

    public PdfMaker Bar(double x, double y, double width, double height)
    {
        open!.Append(CultureInfo.InvariantCulture, $"{x} {Height - y - height} {width} {height} re f\n");
        return this;
    }

    public PdfMaker Table(double[] xs, double[] ys)
    {
        foreach (var x in xs) Bar(x, ys[0], 0.75, ys[^1] - ys[0]);
        foreach (var y in ys) Bar(xs[0], y, xs[^1] - xs[0] + 0.75, 0.75);
        return this;
    }

    /// <summary>What comes after it is drawn in this grey, 0 black to 1 white.</summary>
    public PdfMaker Colour(double grey)
    {
        open!.Append(CultureInfo.InvariantCulture, $"{grey} g\n");
        return this;
    }

    public PdfMaker White(double x, double y, double width, double height)
    {
        open!.Append("1 g\n");
        Bar(x, y, width, height);
        open.Append("0 g\n");
        return this;
    }

    public PdfMaker Picture(GrayImage picture)
    {
        Close();
        var (width, height) = Size(picture);
        pages.Add((Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"q {width} 0 0 {height} 0 0 cm /I1 Do Q\n")), picture));
        return this;
    }

    public byte[] Bytes()
    {
        Close();
        using var file = new MemoryStream();
        var offsets = new List<long>();
        void Raw(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        int Begin()
        {
            offsets.Add(file.Position);
            Raw($"{offsets.Count} 0 obj\n");
            return offsets.Count;
        }

        Raw("%PDF-1.4\n");
        Begin();
        Raw("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Begin();
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(i => $"{4 + 3 * i} 0 R"));
        Raw($"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] >>\nendobj\n");
        Begin();
        Raw("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
        foreach (var (content, picture) in pages)
        {
            var id = Begin();
            var (width, height) = Size(picture);
            Raw(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {id + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /I1 {id + 2} 0 R >> >> >>\nendobj\n"));
            Begin();
            Raw($"<< /Length {content.Length} >>\nstream\n");
            file.Write(content);
            Raw("\nendstream\nendobj\n");
            Begin();
            var pixels = picture?.Pixels ?? [255];
            Raw($"<< /Type /XObject /Subtype /Image /Width {picture?.Width ?? 1} /Height {picture?.Height ?? 1} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {pixels.Length} >>\nstream\n");
            file.Write(pixels);
            Raw("\nendstream\nendobj\n");
        }

        var table = file.Position;
        Raw($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Raw($"{offset:D10} 00000 n \n");
        Raw($"trailer << /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static (double Width, double Height) Size(GrayImage? picture) => picture is { } p && p.Width > p.Height ? (Height, Width) : (Width, Height);

    private void Close()
    {
        if (open is not null) pages.Add((Encoding.Latin1.GetBytes(open.ToString()), null));
        open = null;
    }
}
