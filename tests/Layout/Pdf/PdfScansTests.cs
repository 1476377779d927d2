using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Pdf;

/// <summary>
/// Pages of a size of 200 by 144 points. Where a page shows one picture alone, the picture as it is stored and the page as poppler draws it
/// agree; where anything else shows, nothing is taken out.
/// </summary>
public sealed class PdfScansTests : IDisposable
{
    private const double Width = 200 / 72.0, Height = 144 / 72.0;
    private const int Across = 556, Down = 400;
    private const string Plain = "q 200 0 0 144 0 0 cm /I Do Q";
    private const string Grey = "/ColorSpace /DeviceGray /BitsPerComponent 8";
    private const string Colour = "/ColorSpace /DeviceRGB /BitsPerComponent 8";
    private const string Bits = "/ColorSpace /DeviceGray /BitsPerComponent 1";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>What is constructed: the page's extra entries, its content, its picture's entries; whether the picture is taken.</summary>
    public static TheoryData<string, string, string, string, bool> Pages => new()
    {
        { "a grey picture", "", Plain, Grey, true },
        { "a colour picture", "", Plain, Colour, true },
        { "a bilevel picture", "", Plain, Bits, true },
        { "calibrated grey", "", Plain, "/ColorSpace [/CalGray << /WhitePoint [0.9505 1 1.089] >>] /BitsPerComponent 8", false },
        { "shades turned round", "", Plain, Grey + " /Decode [1 0]", true },
        { "bits turned round", "", Plain, Bits + " /Decode [1 0]", true },
        { "half of the shades", "", Plain, Grey + " /Decode [0 0.5]", false },
        { "a stencil", "", Plain, "/ImageMask true", true },
        { "a stencil turned round", "", Plain, "/ImageMask true /Decode [1 0]", true },
        { "a red stencil", "", "1 0 0 rg " + Plain, "/ImageMask true", false },
        { "a stencil over a bar", "", "0.5 g 0 0 200 144 re f 0 g " + Plain, "/ImageMask true", false },
        { "page turned by 90", "/Rotate 90", Plain, Colour, true },
        { "page turned by 180", "/Rotate 180", Plain, Grey, true },
        { "page turned by -90", "/Rotate -90", Plain, Grey, true },
        { "picture turned left on its page", "", "q 0 144 -200 0 200 0 cm /I Do Q", Grey, true },
        { "picture turned right on its page", "", "q 0 -144 200 0 0 144 cm /I Do Q", Grey, true },
        { "picture upside down on a page turned by 90", "/Rotate 90", "q -200 0 0 -144 200 144 cm /I Do Q", Grey, true },
        { "mirrored picture", "", "q -200 0 0 144 200 0 cm /I Do Q", Grey, false },
        { "picture a little askew", "", "q 200 3 -3 144 0 0 cm /I Do Q", Grey, false },
        { "picture moved in steps", "", "q 100 0 0 72 0 0 cm 2 0 0 2 0 0 cm /I Do Q", Grey, true },
        { "crop box", "/CropBox [20 30 180 140]", Plain, Grey, true },
        { "crop box on a page turned by 90", "/Rotate 90 /CropBox [20 30 180 140]", Plain, Colour, true },
        { "picture larger than its page", "", "q 300 0 0 216 -40 -30 cm /I Do Q", Grey, true },
        { "picture with a margin", "", "q 180 0 0 124 10 10 cm /I Do Q", Grey, false },
        { "picture in two strips", "", "q 200 0 0 72 0 72 cm /I Do Q q 200 0 0 72 0 0 cm /I Do Q", Grey, false },
        { "text over it", "", Plain + " BT /F 12 Tf 50 50 Td (Seen) Tj ET", Grey, false },
        { "invisible text over it", "", Plain + " BT 3 Tr /F 12 Tf 50 50 Td (Hidden) Tj ET", Grey, true },
        { "visible after invisible text over it", "", Plain + " BT 3 Tr /F 12 Tf 50 50 Td (Hidden) Tj 0 Tr (Seen) Tj ET", Grey, false },
        { "text under it", "", "BT /F 12 Tf 50 50 Td (Under) Tj ET " + Plain, Grey, true },
        { "a bar over it", "", Plain + " 20 20 50 5 re f", Grey, false },
        { "a line over it", "", Plain + " 20 20 m 90 90 l S", Grey, false },
        { "a white page under it", "", "1 g 0 0 200 144 re f " + Plain, Grey, true },
        { "cut to a part", "", "q 50 40 100 60 re W n " + Plain + " Q", Grey, false },
        { "cut by a slanted line", "", "q 0 0 m 200 0 l 0 144 l h W n " + Plain + " Q", Grey, false },
        { "cut to the page", "", "q 0 0 200 144 re W n " + Plain + " Q", Grey, true },
        { "half transparent", "", "/Half gs " + Plain, Grey, false },
        { "all opaque", "", "/Full gs " + Plain, Grey, true },
        { "multiplied", "", "/Multiply gs 0.5 g 0 0 200 144 re f " + Plain, Grey, false },
        { "transparent in places", "", Plain, Grey + " /SMask 7 0 R", false },
        { "masked by colour", "", Plain, Grey + " /Mask [0 10]", false },
        { "print colours", "", Plain, "/ColorSpace /DeviceCMYK /BitsPerComponent 8", false },
        { "in a form", "", "/Wrapped Do", Grey, true },
        { "in a form that cuts it", "", "/Cut Do", Grey, false },
        { "a note on the page", "/Annots [<< /Type /Annot /Subtype /Square /Rect [20 20 80 60] /C [1 0 0] >>]", Plain, Grey, false },
        { "in a layer", "", "/OC /Layer BDC " + Plain + " EMC", Grey, false },
        { "marked as an artifact", "", "/Artifact BMC " + Plain + " EMC", Grey, true },
        { "a second picture in the stream", "", Plain + " BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI", Grey, false },
        { "larger unit", "/UserUnit 2", Plain, Grey, false },
        { "nothing", "", "", Grey, false },
    };

    [Theory, MemberData(nameof(Pages))]
    public void Taken_is_what_is_drawn(string name, string page, string content, string picture, bool taken)
    {
        Assert.NotEmpty(name);
        var file = Make(page, content, picture);
        Agrees(file.Bytes(), taken, page.Contains("90", StringComparison.Ordinal), page.Contains("CropBox", StringComparison.Ordinal));
        using var compact = new PdfScans(folder.File("compact.pdf", file.CompactBytes()), 1, new());
        Assert.Equal(taken, compact.Taken(1) is not null);
    }

    [Theory]
    [InlineData("an encrypted file", "/Encrypt << /Filter /Standard >>")]
    [InlineData("a file whose older index is missing", "/Prev 99999999")]
    [InlineData("a file whose index goes in circles", "/Prev 1")]
    public void A_file_that_is_not_sound_is_not_looked_into(string name, string trailer)
    {
        Assert.NotEmpty(name);
        using var scans = new PdfScans(folder.File("a.pdf", Make("", Plain, Grey).Bytes(trailer)), 1, new());
        Assert.Null(scans.Taken(1));
    }

    [Fact]
    public void A_damaged_file_is_answered_with_nothing_wherever_it_is_cut_or_bitten()
    {
        var whole = Make("", Plain, Colour).CompactBytes();
        var random = new Random(3);
        for (var i = 0; i < 150; i++)
        {
            var bytes = i % 3 == 0 ? whole[..random.Next(whole.Length)] : (byte[])whole.Clone();
            for (var bite = 0; bite < 40; bite++) bytes[Math.Max(0, bytes.Length - 1 - random.Next(Math.Min(bytes.Length, 2000)))] = (byte)random.Next(256);
            using var scans = new PdfScans(folder.File("a.pdf", bytes), 1, new());
            var picture = scans.Taken(1);
            Assert.True(picture is null || picture.ForText.Width is 555 or 556);
        }
    }

    /// <summary>JPEG of 300 dpi in colour, of 200 dpi grey, of 150 dpi; fax.</summary>
    [Theory]
    [InlineData("u02-scan-clean-ticks-onefile/ho-so.pdf", 4, true)]
    [InlineData("u04-self-grey-unsigned-minutes/scan_001.pdf", 1, false)]
    [InlineData("d03-low-words-blank/phu-luc-iiib.pdf", 1, false)]
    [InlineData("u07-scan-fax-not-eligible/ho-so.pdf", 2, false)]
    public void Scans_of_the_corpus_are_taken(string name, int page, bool colour)
    {
        var path = Path.Combine(Repository, "tests", "corpus", name);
        using var scans = new PdfScans(path, page, new());
        var taken = scans.Taken(page);
        Assert.NotNull(taken);
        Assert.InRange(taken.Dpi, 199, 201);
        Assert.Equal(colour, taken.Colour is not null);
        Assert.InRange(Difference(taken.ForText, scans.Drawn(page, 200, 8.27, 11.69)!.ForText), 0, 10);
    }

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "corpus"))) folder = folder.Parent;
            return folder!.FullName;
        }
    }

    private void Agrees(byte[] file, bool expected, bool turned, bool cropped)
    {
        using var scans = new PdfScans(folder.File("a.pdf", file), 1, new());
        var taken = scans.Taken(1);
        Assert.Equal(expected, taken is not null);
        if (taken is null) return;
        double width = cropped ? 160 / 72.0 : Width, height = cropped ? 110 / 72.0 : Height;
        if (turned) (width, height) = (height, width);
        var drawn = scans.Drawn(1, taken.Dpi, width, height)!;
        Assert.InRange(taken.ForText.Width, drawn.ForText.Width - 2, drawn.ForText.Width + 2);
        Assert.InRange(taken.ForText.Height, drawn.ForText.Height - 2, drawn.ForText.Height + 2);
        Assert.InRange(Difference(taken.ForText, drawn.ForText), 0, 12);
        if (taken.Colour is { } colour) Assert.InRange(Difference(colour.Channel(1), drawn.Colour!.Channel(1)), 0, 8);
    }

    private static double Difference(GrayImage one, GrayImage other)
    {
        int width = Math.Min(one.Width, other.Width), height = Math.Min(one.Height, other.Height);
        long sum = 0;
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
            sum += Math.Abs(one.Pixels[y * one.Width + x] - other.Pixels[y * other.Width + x]);
        return (double)sum / width / height;
    }

    private static RawPdf Make(string page, string content, string picture)
    {
        const string Form = "<< /Type /XObject /Subtype /Form /Resources << /XObject << /I 5 0 R >> >> ";
        var box = page.Contains("CropBox", StringComparison.Ordinal) ? "" : "/CropBox [0 0 200 144]";
        return new RawPdf()
            .Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 144] {box} {page} /Contents 4 0 R /Resources << /Font << /F 6 0 R >> "
                + "/XObject << /I 5 0 R /Wrapped 8 0 R /Cut 9 0 R >> /Properties << /Layer << /Type /OCG /Name (L) >> >> "
                + "/ExtGState << /Half << /ca 0.5 >> /Full << /ca 1 /BM /Normal >> /Multiply << /BM /Multiply >> >> >> >>")
            .Add("<< >>", [.. content.Select(c => (byte)c)])
            .Add($"<< /Type /XObject /Subtype /Image /Width {Across} /Height {Down} {picture} /Filter /FlateDecode >>", RawPdf.Packed(Samples(picture)))
            .Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            .Add("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 >>", [128])
            .Add(Form + "/Matrix [2 0 0 2 0 0] /BBox [0 0 100 72] >>", [.. "q 100 0 0 72 0 0 cm /I Do Q"u8])
            .Add(Form + "/BBox [0 0 100 72] >>", [.. "q 200 0 0 144 0 0 cm /I Do Q"u8]);
    }

    /// <summary>Light paper, a dark block near one corner and thin strokes near another, so that no turn or mirror image of it looks the same; a red disc in colour.</summary>
    private static byte[] Samples(string kind)
    {
        var drawing = new Drawing(Across, Down).Bar(60, 50, 200, 130).Bar(300, 60, 480, 66).Bar(300, 80, 420, 86).Line(80, 340, 260, 220, 5);
        var ink = drawing.Binary.Ink;
        if (kind.Contains("ImageMask", StringComparison.Ordinal) || kind.Contains("Component 1", StringComparison.Ordinal))
        {
            var stride = (Across + 7) / 8;
            var bits = new byte[stride * Down];
            for (var y = 0; y < Down; y++)
            for (var x = 0; x < Across; x++)
                if (ink[y * Across + x] == 0) bits[y * stride + x / 8] |= (byte)(0x80 >> (x % 8));
            return bits;
        }

        var channels = kind.Contains("RGB", StringComparison.Ordinal) ? 3 : kind.Contains("CMYK", StringComparison.Ordinal) ? 4 : 1;
        var samples = new byte[Across * Down * channels];
        for (var i = 0; i < ink.Length; i++)
        {
            var red = channels == 3 && Math.Pow(i % Across - 400, 2) + Math.Pow(i / Across - 280, 2) < 3600;
            for (var c = 0; c < channels; c++) samples[i * channels + c] = ink[i] != 0 ? (byte)20 : red && c > 0 ? (byte)60 : (byte)230;
        }

        return samples;
    }
}
